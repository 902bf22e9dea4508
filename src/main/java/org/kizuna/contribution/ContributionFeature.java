package org.kizuna.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.feature.Feature;
import org.kizuna.feature.MenuEntry;
import org.kizuna.feature.RecordKind;
import org.kizuna.feature.Tab;
import org.kizuna.partner.PartnerFeature;

/** What contributions tell of themselves. */
@ApplicationScoped
public class ContributionFeature implements Feature {

    /** As the journal calls a contribution. */
    public static final String CONTRIBUTION = "Contribution";

    /** What the references of contributions begin with. */
    public static final String NUMBERS = "C";

    /** Where its pages are, and the ledger's beside them. */
    public static final String PAGES = "/contribution/";

    /** Address of the page of one, but for its reference. */
    public static final String VIEW = PAGES + "view";

    @Override
    public String name() {
        return "contribution";
    }

    @Override
    public List<RecordKind> kinds() {
        return List.of(RecordKind.named(CONTRIBUTION)
                .at(VIEW)
                .rest("contributions")
                .numberedAs(NUMBERS)
                .leavingAs(RecordKind.Part.GIFT));
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
