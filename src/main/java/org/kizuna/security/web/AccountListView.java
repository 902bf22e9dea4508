package org.kizuna.security.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.AccountQueries;
import org.kizuna.security.AccountRow;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.web.ListRequest;
import org.omnifaces.cdi.Param;

/** The list of accounts. */
@Named
@RequestScoped
public class AccountListView {

    @Inject
    private AccountQueries queries;

    @Inject
    private ListRequest request;

    @Inject
    @Param
    private @Nullable String q;

    private Page<AccountRow> page;

    @PostConstruct
    void load() {
        page = queries.list(q, null, request.get());
    }

    public Page<AccountRow> getPage() {
        return page;
    }
}
