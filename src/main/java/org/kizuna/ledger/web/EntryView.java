package org.kizuna.ledger.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.ledger.EntryRow;
import org.kizuna.ledger.LedgerFeature;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.ledger.ReversalRegister;
import org.kizuna.ledger.ReversalRow;
import org.kizuna.lifecycle.web.StepInput;
import org.kizuna.lifecycle.web.StepInputs;
import org.kizuna.page.web.Told;
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
    private transient LedgerRegister ledger;

    @Inject
    private transient ReversalRegister reversals;

    private String ref = "";
    private boolean awaiting;
    private boolean reversible;
    private boolean second;
    private @Nullable ReversalRow request;
    private final StepInputs asked = new StepInputs();
    private transient @Nullable EntryRow entry;

    public void load() {
        ref = String.valueOf(Faces.getRequestParameter("ref"));
        awaiting = getEntry().awaitsConfirmation();
        reversible = getEntry().canBeReversed();
        second = getEntry().needsASecond();
        request = getEntry().reversalAskedBy() == null
                ? null
                : queries.askedReversal(getEntry().id()).orElse(null);
    }

    /** As the page was shown: a step that somebody else overtook is refused with a word, and not passed over. */
    public boolean isAwaiting() {
        return awaiting;
    }

    /** As the page was shown. */
    public boolean isReversible() {
        return reversible;
    }

    public EntryRow getEntry() {
        if (entry == null) {
            entry = queries.find(ref).orElseThrow(() -> new NoSuchRecord(LedgerFeature.ENTRY, ref));
        }
        return entry;
    }

    public void confirm() {
        ledger.confirm(new Reference(ref));
        Told.andGo("ContributionRegister.confirm", LedgerFeature.VIEW + "?ref=%s", ref);
    }

    public boolean isReceipt() {
        return getEntry().kind().needsConfirmation();
    }

    /** Whether two stand for it, as the page was shown. */
    public boolean isSecond() {
        return second;
    }

    /** Who asked to take it back when the page was shown; nothing where nobody did. */
    public @Nullable ReversalRow getRequest() {
        return request;
    }

    public void askReversal() {
        StepInput input = asked.get("askReversal");
        reversals.ask(new Reference(ref), input.getReason(), input.getDay());
        Told.andGo("ReversalRegister.ask", LedgerFeature.VIEW + "?ref=%s", ref);
    }

    public void confirmReversal() {
        Reference entry = new Reference(ref);
        boolean receipt = isReceipt();
        Reference reversal = receipt ? reversals.confirmOfReceipt(entry) : reversals.confirm(entry);
        Told.andGo(
                receipt ? "ReversalRegister.confirmOfReceipt" : "ReversalRegister.confirm",
                LedgerFeature.VIEW + "?ref=%s",
                reversal.value());
    }

    public void declineReversal() {
        reversals.decline(new Reference(ref), asked.get("declineReversal").getReason());
        Told.andGo("ReversalRegister.decline", LedgerFeature.VIEW + "?ref=%s", ref);
    }

    public void reverse() {
        StepInput input = asked.get("reverse");
        Reference reversal = ledger.reverse(new Reference(ref), input.getReason(), input.getDay());
        Told.andGo("ContributionRegister.reverse", LedgerFeature.VIEW + "?ref=%s", reversal.value());
    }

    /** What each step asks. */
    public StepInputs getAsked() {
        return asked;
    }
}
