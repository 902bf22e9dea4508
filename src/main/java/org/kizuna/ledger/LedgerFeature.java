package org.kizuna.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kizuna.contribution.ContributionFeature;
import org.kizuna.feature.Feature;
import org.kizuna.feature.MoneyFields;
import org.kizuna.feature.RecordKind;

/** What the ledger of contributions tells of itself; its pages stand among those of contributions. */
@ApplicationScoped
public class LedgerFeature implements Feature {

    /** As the journal calls an entry. */
    public static final String ENTRY = "LedgerEntry";

    /** As the journal calls the confirmation of a receipt. */
    public static final String CONFIRMATION = "LedgerConfirmation";

    /** Address of the list of entries. */
    public static final String ENTRIES = ContributionFeature.PAGES + "entries";

    /** Address of the page of one, but for its reference. */
    public static final String VIEW = ContributionFeature.PAGES + "entry";

    /** What the references of entries begin with. */
    static final String NUMBERS = "E";

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public List<RecordKind> kinds() {
        return List.of(
                RecordKind.named(ENTRY).at(VIEW).rest("contributions/entries").numberedAs(NUMBERS),
                RecordKind.named(CONFIRMATION));
    }

    @Override
    public List<MoneyFields> money() {
        return List.of(new MoneyFields(
                ENTRY, "amount", "exactAmount", "currency", "measure", List.of("ratePerUsd", "rateOn", "rateSource")));
    }
}
