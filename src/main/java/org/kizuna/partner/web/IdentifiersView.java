package org.kizuna.partner.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.UnfitIdentifier;

/** Identifiers that are to be mended. */
@Named
@RequestScoped
public class IdentifiersView {

    private static final int MOST = 500;

    @Inject
    private PartnerQueries queries;

    private @Nullable List<UnfitIdentifier> rows;

    public List<UnfitIdentifier> getRows() {
        if (rows == null) {
            rows = queries.unfitIdentifiers(MOST);
        }
        return rows;
    }
}
