package org.kizuna.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Action;
import org.kizuna.shared.ActionContext;

/** What is kept of a transaction where no server keeps it: one transaction after the other. */
final class OwnIntents extends ActionContext {

    private final Map<Class<?>, Object> attached = new HashMap<>();
    private @Nullable Action intent;

    /** Forgets the last transaction. */
    void next(Action of) {
        attached.clear();
        intent = of;
    }

    @Override
    public Optional<Action> current() {
        return Optional.ofNullable(intent);
    }

    @Override
    public <T> @Nullable T attached(Class<T> type) {
        return type.cast(attached.get(type));
    }

    @Override
    public void attach(Object resource) {
        attached.put(resource.getClass(), resource);
    }
}
