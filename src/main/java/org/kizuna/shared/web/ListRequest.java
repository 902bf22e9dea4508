package org.kizuna.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.paging.PageRequest;
import org.omnifaces.cdi.Param;

/** The place in a list and its order, as the address names them. */
@RequestScoped
public class ListRequest {

    private static final int ROWS = 50;

    @Inject
    @Param
    private @Nullable String sort;

    @Inject
    @Param
    private @Nullable String after;

    @Inject
    @Param
    private @Nullable String before;

    public PageRequest get() {
        return new PageRequest(sort, ROWS, after, before);
    }

    /** @param order the list's own, where the address names none */
    public PageRequest orderedBy(String order) {
        return new PageRequest(sort == null || sort.isEmpty() ? order : sort, ROWS, after, before);
    }
}
