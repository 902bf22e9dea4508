package org.kizuna.shared;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The components of a record by their names, with the handles to read and to make one, looked up once. */
public final class RecordType<R extends Record> {

    private static final ClassValue<RecordType<?>> KNOWN = new ClassValue<>() {
        @Override
        protected RecordType<?> computeValue(Class<?> type) {
            return new RecordType<>(type.asSubclass(Record.class));
        }
    };

    private final Map<String, RecordComponent> components = new LinkedHashMap<>();
    private final Map<String, MethodHandle> accessors = new LinkedHashMap<>();
    private final MethodHandle constructor;

    private RecordType(Class<R> type) {
        RecordComponent[] all = type.getRecordComponents();
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            for (RecordComponent component : all) {
                components.put(component.getName(), component);
                accessors.put(component.getName(), lookup.unreflect(component.getAccessor()));
            }
            Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
            constructor =
                    lookup.unreflectConstructor(type.getConstructor(types)).asSpreader(Object[].class, all.length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // kept under its own type
    public static <R extends Record> RecordType<R> of(Class<R> type) {
        return (RecordType<R>) KNOWN.get(type);
    }

    /** In the order of the record. */
    public Collection<RecordComponent> components() {
        return components.values();
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public RecordComponent component(String name) {
        RecordComponent component = components.get(name);
        if (component == null) {
            throw new IllegalArgumentException("No component " + name + " among " + components.keySet());
        }
        return component;
    }

    public @Nullable Object read(R holder, String name) {
        try {
            return Objects.requireNonNull(accessors.get(name)).invoke(holder);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param values in the order of the components */
    @SuppressWarnings("unchecked") // the constructor is the type's own
    public R make(Collection<? extends @Nullable Object> values) {
        try {
            return (R) constructor.invoke(values.toArray());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The type of the rows of a component that is a list. */
    public static Class<?> row(Type list) {
        return (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
    }
}
