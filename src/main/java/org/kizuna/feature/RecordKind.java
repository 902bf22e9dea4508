package org.kizuna.feature;

import org.jspecify.annotations.Nullable;

/**
 * A kind of record.
 *
 * @param name as the journal and the search call it
 * @param page address of the page that shows one, followed by its reference; null where there is none
 * @param rest path of the resource that answers for one, followed by its reference; null where there is none
 * @param followed name by which requests ask for what happened around one; null where nobody asks
 * @param part what it is in a cooperation
 * @param numbered what the references begin with that are made for it, where # is a digit of the year; null where none
 *     are made
 */
public record RecordKind(
        String name,
        @Nullable String page,
        @Nullable String rest,
        @Nullable String followed,
        Part part,
        @Nullable String numbered) {

    /** What leaves with a donor's money. */
    public enum Part {
        /** The partner who gives; those beneath it leave with it. */
        DONOR,
        /** What was given; all that hangs on it leaves with it. */
        GIFT,
        /** The terms under which it was given. */
        FRAME,
        /** Leaves only where it hangs on one of the others. */
        NONE
    }

    /** A kind that has no page of its own. */
    public static RecordKind named(String name) {
        return new RecordKind(name, null, null, null, Part.NONE, null);
    }

    public RecordKind at(String address) {
        return new RecordKind(name, address + "?ref=", rest, followed, part, numbered);
    }

    public RecordKind rest(String path) {
        return new RecordKind(name, page, path + "/", followed, part, numbered);
    }

    public RecordKind followedAs(String parameter) {
        return new RecordKind(name, page, rest, parameter, part, numbered);
    }

    public RecordKind leavingAs(Part leaving) {
        return new RecordKind(name, page, rest, followed, leaving, numbered);
    }

    public RecordKind numberedAs(String prefix) {
        return new RecordKind(name, page, rest, followed, part, prefix);
    }
}
