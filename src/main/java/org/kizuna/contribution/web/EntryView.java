package org.kizuna.contribution.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.contribution.EntryQueries;
import org.kizuna.contribution.EntryRow;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.omnifaces.util.Faces;

/** One ledger entry: confirmed or taken back, never changed. */
@Named
@ViewScoped
public class EntryView implements Serializable {

    @Inject
    private transient EntryQueries queries;

    @Inject
    private transient ContributionRegister contributions;

    private String ref = "";
    private @Nullable String reason;
    private transient @Nullable EntryRow entry;

    public void load() {
        ref = String.valueOf(Faces.getRequestParameter("ref"));
        getEntry();
    }

    public EntryRow getEntry() {
        if (entry == null) {
            entry = queries.find(ref).orElseThrow(() -> new NoSuchRecord("LedgerEntry", ref));
        }
        return entry;
    }

    public void confirm() {
        contributions.confirm(new Reference(ref));
        Faces.redirect("/contribution/entry?ref=%s&done=confirmed", ref);
    }

    public void reverse() {
        Reference reversal = contributions.reverse(new Reference(ref), reason);
        Faces.redirect("/contribution/entry?ref=%s&done=reversed", reversal.value());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String text) {
        reason = text;
    }
}
