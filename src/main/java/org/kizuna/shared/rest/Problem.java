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
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        List<FieldError> errors) {

    /** What is wrong with one field. */
    public record FieldError(String field, String message) {}
}
