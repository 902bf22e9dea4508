package org.kizuna.tag;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.contribution.ContributionFeature;
import org.kizuna.event.EventFeature;
import org.kizuna.feature.Feature;
import org.kizuna.feature.MenuEntry;
import org.kizuna.feature.RecordKind;
import org.kizuna.feature.Tab;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.security.Roles;

/** What tags tell of themselves. */
@ApplicationScoped
public class TagFeature implements Feature {

    /** As the journal calls the tags of a record. */
    public static final String TAGS = "RecordTags";

    /** The kinds of record that have tags. */
    static final Set<String> TAGGED = Set.of(
            PartnerFeature.PARTNER, AgreementFeature.AGREEMENT, ContributionFeature.CONTRIBUTION, EventFeature.EVENT);

    @Override
    public String name() {
        return "tag";
    }

    @Override
    public List<RecordKind> kinds() {
        return List.of(RecordKind.named(TAGS));
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry(162, "tag", "tag.codelists", "/tag/codelists", Set.of(Roles.ADMINISTRATOR)));
    }

    @Override
    public List<Tab> tabs() {
        return TAGGED.stream()
                .sorted()
                .map(kind -> new Tab(kind, 5, "tag/of-record.xhtml"))
                .toList();
    }
}
