package org.kizuna.feature;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All features together. They never change while the server runs, so CDI is asked once. */
public final class Features {

    private static volatile @Nullable Features known;

    private final Map<String, RecordKind> kinds = new LinkedHashMap<>();
    private final Map<Enum<?>, Tone> tones = new HashMap<>();
    private final Map<String, MoneyFields> money = new HashMap<>();
    private final List<MenuEntry> menu;
    private final Map<String, List<Tab>> tabs;
    private final Map<String, NoticeKind> notices = new LinkedHashMap<>();

    private Features(List<Feature> features) {
        for (Feature feature : features) {
            feature.kinds().forEach(kind -> kinds.put(kind.name(), kind));
            tones.putAll(feature.tones());
            feature.money().forEach(fields -> money.put(fields.kind(), fields));
            feature.notices().forEach(kind -> notices.put(kind.name(), kind));
        }
        menu = features.stream()
                .flatMap(feature -> feature.menu().stream())
                .sorted(Comparator.comparingInt(MenuEntry::place))
                .toList();
        tabs = features.stream()
                .flatMap(feature -> feature.tabs().stream())
                .sorted(Comparator.comparingInt(Tab::place))
                .collect(Collectors.groupingBy(Tab::kind));
    }

    private static Features all() {
        Features all = known;
        if (all == null) {
            all = new Features(CDI.current().select(Feature.class, Any.Literal.INSTANCE).stream()
                    .sorted(Comparator.comparingInt(Features::place).thenComparing(Feature::name))
                    .toList());
            known = all;
        }
        return all;
    }

    /** Of the first of its entries; those without one come last. */
    private static int place(Feature feature) {
        return feature.menu().stream().mapToInt(MenuEntry::place).min().orElse(Integer.MAX_VALUE);
    }

    public static Optional<RecordKind> kind(@Nullable String name) {
        return Optional.ofNullable(name).map(all().kinds::get);
    }

    /** In the order of the menu. */
    public static List<RecordKind> kinds() {
        return List.copyOf(all().kinds.values());
    }

    /** The kinds that leave as this part of a donor's money. */
    public static List<String> leavingAs(RecordKind.Part part) {
        return kinds().stream()
                .filter(kind -> kind.part() == part)
                .map(RecordKind::name)
                .toList();
    }

    /** Empty where a state is neither good nor bad nor waits for somebody. */
    public static Optional<Tone> tone(Enum<?> state) {
        return Optional.ofNullable(all().tones.get(state));
    }

    /** Empty for kinds without an amount. */
    public static Optional<MoneyFields> money(@Nullable String kind) {
        return Optional.ofNullable(kind).map(all().money::get);
    }

    public static List<MenuEntry> menu() {
        return all().menu;
    }

    /** What other features show on the page of a record of this kind. */
    public static List<Tab> tabs(String kind) {
        return all().tabs.getOrDefault(kind, List.of());
    }

    /** The kinds of notice there are, in the order of the menu. */
    public static List<NoticeKind> notices() {
        return List.copyOf(all().notices.values());
    }

    /** @throws IllegalArgumentException when no feature tells such notices */
    public static NoticeKind notice(String name) {
        NoticeKind kind = all().notices.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("No such kind of notice: " + name);
        }
        return kind;
    }
}
