package org.kizuna.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kizuna.feature.Feature;
import org.kizuna.feature.MenuEntry;
import org.kizuna.feature.NoticeKind;
import org.kizuna.feature.RecordKind;
import org.kizuna.feature.Tab;
import org.kizuna.feature.Tone;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.security.Roles;

/** What the register of agreements tells of itself. */
@ApplicationScoped
public class AgreementFeature implements Feature {

    /** As the journal calls an agreement. */
    public static final String AGREEMENT = "Agreement";

    /** What the references of agreements begin with, before the year. */
    static final String NUMBERS = "KZ-";

    /** One waits for somebody who did not write it. */
    static final String IN_REVIEW = "agreementInReview";

    /** One came back to those who wrote it. */
    static final String RETURNED = "agreementReturned";

    @Override
    public String name() {
        return "agreement";
    }

    @Override
    public List<RecordKind> kinds() {
        return List.of(RecordKind.named(AGREEMENT)
                .at("/agreement/view")
                .rest("agreements")
                .numberedAs(NUMBERS + "####")
                .followedAs("agreement")
                .leavingAs(RecordKind.Part.FRAME));
    }

    @Override
    public Map<? extends Enum<?>, Tone> tones() {
        return Map.of(
                AgreementStatus.IN_REVIEW, Tone.WARN,
                AgreementStatus.CLEARED, Tone.INFO,
                AgreementStatus.AWAITING_SIGNATURE, Tone.WARN,
                AgreementStatus.SIGNED, Tone.GOOD,
                AgreementStatus.IN_FORCE, Tone.GOOD,
                AgreementStatus.SUSPENDED, Tone.BAD,
                AgreementStatus.TERMINATED, Tone.BAD,
                AgreementStatus.CANCELLED, Tone.BAD);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry(20, "agreement", "agreements", "/agreement/list", Set.of()));
    }

    @Override
    public List<NoticeKind> notices() {
        return List.of(
                new NoticeKind(IN_REVIEW, Set.of(Roles.APPROVER), true),
                new NoticeKind(RETURNED, Set.of(Roles.OFFICER), true));
    }

    @Override
    public List<Tab> tabs() {
        return List.of(new Tab(PartnerFeature.PARTNER, 20, "agreement/of-partner.xhtml"));
    }
}
