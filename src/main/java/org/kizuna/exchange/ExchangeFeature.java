package org.kizuna.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kizuna.feature.Feature;
import org.kizuna.feature.MenuEntry;
import org.kizuna.feature.RecordKind;
import org.kizuna.feature.Tone;
import org.kizuna.security.Roles;

/** What imports tell of themselves. */
@ApplicationScoped
public class ExchangeFeature implements Feature {

    /** As the journal calls an import. */
    public static final String IMPORT = "ImportBatch";

    /** What the references of imports begin with. */
    static final String NUMBERS = "IM";

    @Override
    public String name() {
        return "exchange";
    }

    @Override
    public List<RecordKind> kinds() {
        return List.of(
                RecordKind.named(IMPORT).at("/exchange/view").rest("imports").numberedAs(NUMBERS));
    }

    @Override
    public Map<? extends Enum<?>, Tone> tones() {
        return Map.of(
                ImportStatus.PREVIEW, Tone.WARN,
                ImportStatus.ENTERED, Tone.GOOD);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry(150, "exchange", "imports", "/exchange/list", Set.of(Roles.OFFICER)));
    }
}
