package org.kizuna.shared.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong [RFC 9457].
 *
 * @param type a name for the kind of problem
 * @param title the same for every problem of the kind
 * @param detail what is wrong here, in the language asked for
 * @param field the field it belongs to, or null
 * @param errors one for each field that is wrong
 * @param warnings one for each question that is asked; the same body is taken with their codes as {@code despite} and
 *     a {@code reason}. Null where nothing is asked
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        List<FieldError> errors,
        @Nullable List<Warning> warnings) {

    /** What is wrong with one field. */
    public record FieldError(String field, String message) {}

    /**
     * Something that is asked about.
     *
     * @param code the word to answer with
     */
    public record Warning(String code, String field, String text) {}
}
