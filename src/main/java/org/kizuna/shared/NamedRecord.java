package org.kizuna.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that people open, name and search for. */
public interface NamedRecord extends JournaledRecord {

    Reference reference();

    long version();

    @Override
    default String label() {
        return reference().value();
    }

    /** Whether nothing of it changes any more. */
    default boolean isClosed() {
        return false;
    }

    /** The record of its kind that is found in its stead; null for most. */
    default @Nullable NamedRecord foundAs() {
        return null;
    }

    /** What a search shows, and what it finds the record by. */
    SearchText searchText();

    /**
     * @param title the record's name
     * @param context one line beneath the name that tells it from others
     * @param words further texts the record is found by; null ones are passed over
     * @param names what else it is called; null ones are passed over
     */
    record SearchText(
            String title,
            String context,
            List<@Nullable String> words,
            List<@Nullable String> names,
            @Nullable String acronym) {

        /** Of a record that has no name but its title. */
        public SearchText(String title, String context, List<@Nullable String> words) {
            this(title, context, words, List.of(), null);
        }
    }
}
