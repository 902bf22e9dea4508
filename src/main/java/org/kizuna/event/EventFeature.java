package org.kizuna.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.contribution.ContributionFeature;
import org.kizuna.feature.Feature;
import org.kizuna.feature.MenuEntry;
import org.kizuna.feature.RecordKind;
import org.kizuna.feature.Tab;
import org.kizuna.feature.Tone;
import org.kizuna.partner.PartnerFeature;

/** What the register of events tells of itself. */
@ApplicationScoped
public class EventFeature implements Feature {

    /** As the journal calls an event. */
    public static final String EVENT = "IsidEvent";

    /** What the references of events begin with. */
    static final String NUMBERS = "EV";

    /** What the references of series begin with. */
    static final String SERIES_NUMBERS = "ES";

    /** As the journal calls a series of events. */
    public static final String SERIES = "EventSeries";

    @Override
    public String name() {
        return "event";
    }

    @Override
    public List<RecordKind> kinds() {
        return List.of(
                RecordKind.named(EVENT)
                        .at("/event/view")
                        .rest("events")
                        .numberedAs(NUMBERS)
                        .followedAs("event"),
                RecordKind.named(SERIES)
                        .at("/event/series")
                        .rest("events/series")
                        .numberedAs(SERIES_NUMBERS));
    }

    @Override
    public Map<? extends Enum<?>, Tone> tones() {
        return Map.of(
                EventStatus.OPEN, Tone.INFO,
                EventStatus.CONFIRMED, Tone.INFO,
                EventStatus.HELD, Tone.GOOD,
                EventStatus.REPORTED, Tone.GOOD,
                EventStatus.POSTPONED, Tone.WARN,
                EventStatus.CANCELLED, Tone.BAD);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry(40, "event", "events", "/event/list", Set.of()));
    }

    @Override
    public List<Tab> tabs() {
        return List.of(
                new Tab(PartnerFeature.PARTNER, 40, "event/of-partner.xhtml"),
                new Tab(AgreementFeature.AGREEMENT, 40, "event/of-record.xhtml"),
                new Tab(ContributionFeature.CONTRIBUTION, 40, "event/of-record.xhtml"));
    }
}
