package org.kizuna.security.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.kizuna.security.AccountQueries;
import org.kizuna.security.AccountRow;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.web.ListRequest;

/** The list of accounts. */
@Named
@RequestScoped
public class AccountListView {

    @Inject
    private AccountQueries queries;

    @Inject
    private ListRequest request;

    private Page<AccountRow> page;

    @PostConstruct
    void load() {
        page = queries.list(request.text("q"), null, request.text("conflicting") != null, request.get());
    }

    /** Names that could not be given to an account today. */
    public List<String> getNamesToChange() {
        return queries.namesToChange();
    }

    public Page<AccountRow> getPage() {
        return page;
    }
}
