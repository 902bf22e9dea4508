package org.kizuna.exchange.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kizuna.exchange.ImportQueries;
import org.kizuna.exchange.ImportRow;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.web.ListRequest;

/** The list of imports, newest first. */
@Named
@RequestScoped
public class ImportListView {

    @Inject
    private ImportQueries queries;

    @Inject
    private ListRequest request;

    private Page<ImportRow> page;

    @PostConstruct
    void load() {
        page = queries.list(request.get());
    }

    public Page<ImportRow> getPage() {
        return page;
    }
}
