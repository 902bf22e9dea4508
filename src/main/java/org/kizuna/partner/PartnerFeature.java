package org.kizuna.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kizuna.feature.Feature;
import org.kizuna.feature.MenuEntry;
import org.kizuna.feature.RecordKind;
import org.kizuna.feature.Tone;

/** What the register of partners tells of itself. */
@ApplicationScoped
public class PartnerFeature implements Feature {

    /** As the journal calls a partner. */
    public static final String PARTNER = "Partner";

    /** What the references of partners begin with. */
    static final String NUMBERS = "P";

    @Override
    public String name() {
        return "partner";
    }

    @Override
    public List<RecordKind> kinds() {
        return List.of(RecordKind.named(PARTNER)
                .at("/partner/view")
                .rest("partners")
                .numberedAs(NUMBERS)
                .followedAs("partner")
                .leavingAs(RecordKind.Part.DONOR));
    }

    @Override
    public Map<? extends Enum<?>, Tone> tones() {
        return Map.of(
                PartnerStatus.UNDER_DUE_DILIGENCE, Tone.WARN,
                PartnerStatus.APPROVED, Tone.GOOD,
                PartnerStatus.SUSPENDED, Tone.BAD,
                PartnerStatus.BLOCKED, Tone.BAD);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry(10, "partner", "partners", "/partner/list", Set.of()));
    }
}
