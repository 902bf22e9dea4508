package org.kizuna.feature;

import java.util.List;
import java.util.Map;
import org.kizuna.shared.WordBundle;

/** What a feature tells of itself; implemented once in each. What is due in it is told by a {@link TodayPart}. */
public interface Feature extends WordBundle {

    /** Name of its package and of its pages' folder. */
    String name();

    @Override
    default String bundle() {
        return name();
    }

    /** The kinds of record that it keeps. */
    default List<RecordKind> kinds() {
        return List.of();
    }

    /** How its states look; a state that is neither good nor bad nor waits for somebody is not named. */
    default Map<? extends Enum<?>, Tone> tones() {
        return Map.of();
    }

    /** Its entries in the menu. */
    default List<MenuEntry> menu() {
        return List.of();
    }

    /** Which of its fields say money. */
    default List<MoneyFields> money() {
        return List.of();
    }

    /** What it shows on the pages of other kinds of record. */
    default List<Tab> tabs() {
        return List.of();
    }

    /** The kinds of notice that it tells. */
    default List<NoticeKind> notices() {
        return List.of();
    }
}
