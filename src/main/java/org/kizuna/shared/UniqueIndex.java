package org.kizuna.shared;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/** Says in the user's terms which unique index refused a row. There is no asking beforehand: another may come between. */
public final class UniqueIndex {

    private UniqueIndex() {}

    /**
     * Writes what is pending.
     *
     * @param refusals what to throw, by name of the index
     */
    public static void flush(EntityManager entities, Map<String, Supplier<? extends BusinessRuleViolation>> refusals) {
        try {
            entities.flush();
        } catch (PersistenceException e) {
            throw refusals.entrySet().stream()
                    .filter(refusal -> names(e, refusal.getKey()))
                    .findFirst()
                    .<RuntimeException>map(refusal -> refusal.getValue().get())
                    .orElse(e);
        }
    }

    private static boolean names(Throwable failure, String index) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation
                    && String.valueOf(violation.getConstraintName()).endsWith(index)) {
                return true;
            }
        }
        return false;
    }
}
