package org.kizuna.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.feature.Feature;
import org.kizuna.feature.MenuEntry;
import org.kizuna.feature.MoneyFields;
import org.kizuna.feature.RecordKind;
import org.kizuna.feature.Tab;
import org.kizuna.partner.PartnerFeature;

/** What the ledger of contributions tells of itself. */
@ApplicationScoped
public class ContributionFeature implements Feature {

    /** As the journal calls a contribution. */
    public static final String CONTRIBUTION = "Contribution";

    /** What the references of contributions begin with. */
    static final String NUMBERS = "C";

    /** What the references of entries begin with. */
    static final String ENTRY_NUMBERS = "E";

    /** As the journal calls an entry. */
    public static final String ENTRY = "LedgerEntry";

    /** As the journal calls the confirmation of a receipt. */
    public static final String CONFIRMATION = "LedgerConfirmation";

    /** Address of the list of entries. */
    public static final String ENTRIES = "/contribution/entries";

    @Override
    public String name() {
        return "contribution";
    }

    @Override
    public List<RecordKind> kinds() {
        return List.of(
                RecordKind.named(CONTRIBUTION)
                        .at("/contribution/view")
                        .rest("contributions")
                        .numberedAs(NUMBERS)
                        .leavingAs(RecordKind.Part.GIFT),
                RecordKind.named(ENTRY)
                        .at("/contribution/entry")
                        .rest("contributions/entries")
                        .numberedAs(ENTRY_NUMBERS),
                RecordKind.named(CONFIRMATION));
    }

    @Override
    public List<MoneyFields> money() {
        return List.of(new MoneyFields(
                ENTRY, "amount", "exactAmount", "currency", "measure", List.of("ratePerUsd", "rateOn", "rateSource")));
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry(30, "contribution", "contributions", "/contribution/list", Set.of()));
    }

    @Override
    public List<Tab> tabs() {
        return List.of(
                new Tab(PartnerFeature.PARTNER, 30, "contribution/of-partner.xhtml"),
                new Tab(AgreementFeature.AGREEMENT, 30, "contribution/of-agreement.xhtml"));
    }
}
