package org.kizuna.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the {@link Action} of the current transaction. */
@ApplicationScoped
public class ActionContext {

    private static final Object KEY = Action.class;

    private static volatile @Nullable ActionContext found;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /**
     * For what persistence makes and nothing is injected into. It is looked up once: that takes longer than writing
     * the row it is asked for.
     */
    public static ActionContext find() {
        ActionContext known = found;
        if (known == null) {
            known = CDI.current().select(ActionContext.class).get();
            found = known;
        }
        return known;
    }

    public Optional<Action> current() {
        return transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                ? Optional.empty()
                : Optional.ofNullable((Action) transaction.getResource(KEY));
    }

    /** Declares what this transaction is for, unless it has been declared: what was begun outermost names it. */
    public void begin(Action intent) {
        if (current().isEmpty()) {
            Despite.begin();
            transaction.putResource(KEY, intent);
        }
    }

    /** What was attached to the current transaction, or null. */
    public <T> @Nullable T attached(Class<T> type) {
        return type.cast(transaction.getResource(type));
    }

    /** Keeps something until the current transaction ends. */
    public void attach(Object resource) {
        transaction.putResource(resource.getClass(), resource);
    }

    /** Adds the reason to the journal's record of this transaction. */
    public void because(@Nullable String reason) {
        if (reason != null) {
            current().ifPresent(intent -> transaction.putResource(KEY, intent.because(reason)));
        }
    }
}
