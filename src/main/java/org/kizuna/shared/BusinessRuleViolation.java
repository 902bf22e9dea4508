package org.kizuna.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the register refuses. The class's simple name is the key of the sentence shown to the user, in the
 * bundle {@code messages}; it rolls the transaction back.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class BusinessRuleViolation extends RuntimeException {

    private final @Nullable String field;
    private final transient List<Object> arguments;

    /**
     * @param field name of the field the refusal belongs to, as REST and pages call it, or null
     * @param arguments what the sentence's placeholders stand for
     */
    protected BusinessRuleViolation(@Nullable String field, Object... arguments) {
        super(null, null, false, false);
        this.field = field;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return getClass().getSimpleName();
    }

    public final @Nullable String field() {
        return field;
    }

    public final List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }

    @Override
    public String getMessage() {
        return key() + arguments() + (field == null ? "" : " at " + field);
    }
}
