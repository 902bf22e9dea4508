package org.kizuna.history;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hibernate.Hibernate;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.JournaledRecord;
import org.kizuna.shared.Personal;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Secret;
import org.kizuna.shared.Terms;

/**
 * Reads the fields of any entity off its mapping: simple values as text, references to other records as
 * {@link Mention}, embedded values as maps, collections of values as lists.
 */
final class FieldReader {

    private static final ClassValue<Map<String, Field>> DECLARED = new ClassValue<>() {
        @Override
        protected Map<String, Field> computeValue(Class<?> owner) {
            Map<String, Field> fields = new HashMap<>();
            for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    fields.putIfAbsent(field.getName(), field);
                }
            }
            return fields;
        }
    };

    private final EntityPersister persister;
    private final SharedSessionContractImplementor session;

    FieldReader(EntityPersister persister, SharedSessionContractImplementor session) {
        this.persister = persister;
        this.session = session;
    }

    Map<String, @Nullable Object> after(Object[] state) {
        return read(state, false);
    }

    /** Collections are the same objects before and after; what they held before is their snapshot. */
    Map<String, @Nullable Object> before(Object @Nullable [] oldState, Object[] state) {
        if (oldState == null) {
            throw new IllegalStateException(
                    persister.getEntityName() + " was updated without having been read: nothing is known of it before");
        }
        Object[] was = oldState.clone();
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < was.length; i++) {
            if (types[i] instanceof CollectionType) {
                was[i] = state[i];
            }
        }
        return read(was, true);
    }

    private Map<String, @Nullable Object> read(Object[] state, boolean snapshot) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        String[] names = persister.getPropertyNames();
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < names.length; i++) {
            if (i == persister.getVersionProperty()) {
                continue;
            }
            if (types[i] instanceof CollectionType collection) {
                readCollection(fields, names[i], collection, state[i], snapshot);
            } else if (types[i] instanceof ComponentType component
                    && component.getReturnedClass().isAnnotationPresent(Terms.class)) {
                fields.putAll(components(component, Objects.requireNonNull(state[i])));
            } else if (isSecret(names[i])) {
                fields.put(
                        names[i],
                        "secret:"
                                + sha256(String.valueOf(state[i]).getBytes(StandardCharsets.UTF_8))
                                        .substring(0, 12));
            } else {
                fields.put(names[i], personal(persister.getMappedClass(), names, state, i, value(types[i], state[i])));
            }
        }
        return fields;
    }

    private void readCollection(
            Map<String, @Nullable Object> fields,
            String name,
            CollectionType type,
            @Nullable Object value,
            boolean snapshot) {
        Type element = type.getElementType(session.getFactory());
        if (element instanceof EntityType || !Hibernate.isInitialized(value)) {
            // records of their own are journaled as such; what was never loaded was not changed
            return;
        }
        Object content = snapshot && value instanceof PersistentCollection<?> held ? held.getStoredSnapshot() : value;
        List<@Nullable Object> list = new ArrayList<>();
        for (Object item : items(content)) {
            list.add(value(element, item));
        }
        if (type.getReturnedClass() == java.util.Set.class) {
            list.sort(Comparator.comparing(String::valueOf));
        }
        fields.put(name, list);
    }

    private static Collection<?> items(@Nullable Object content) {
        if (content instanceof Map<?, ?> set) {
            return set.keySet();
        }
        return content instanceof Collection<?> collection ? collection : List.of();
    }

    private @Nullable Object value(Type type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof RecordRef ref) {
            return new Mention(ref.kind(), ref.kind(), ref.id(), null);
        }
        if (type instanceof EntityType entity) {
            return mention(entity, value);
        }
        return type instanceof ComponentType component ? components(component, value) : simple(value);
    }

    private Map<String, @Nullable Object> components(ComponentType type, Object value) {
        Map<String, @Nullable Object> components = new TreeMap<>();
        Object[] values = type.getPropertyValues(value, session);
        String[] names = type.getPropertyNames();
        for (int i = 0; i < values.length; i++) {
            components.put(
                    names[i],
                    personal(type.getReturnedClass(), names, values, i, value(type.getSubtypes()[i], values[i])));
        }
        return components;
    }

    private Mention mention(EntityType type, Object value) {
        String entityName = type.getAssociatedEntityName(session.getFactory());
        Object id = session.getFactory().getPersistenceUnitUtil().getIdentifier(value);
        boolean known = Hibernate.isInitialized(value) && Hibernate.unproxy(value) instanceof JournaledRecord;
        return new Mention(
                entityName.substring(entityName.lastIndexOf('.') + 1),
                entityName,
                ((Number) id).longValue(),
                known ? ((JournaledRecord) Hibernate.unproxy(value)).label() : null);
    }

    private static Object simple(Object value) {
        if (value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        }
        if (value instanceof byte[] bytes) {
            return "sha256:" + sha256(bytes);
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    private boolean isSecret(String field) {
        Field declared = declared(persister.getMappedClass(), field);
        return declared != null && declared.isAnnotationPresent(Secret.class);
    }

    /** The value, or, where it says something of somebody who is named beside it, that it does. */
    private static @Nullable Object personal(
            Class<?> owner, String[] names, @Nullable Object[] values, int i, @Nullable Object value) {
        Field field = value instanceof String ? declared(owner, names[i]) : null;
        Personal personal = field == null ? null : field.getAnnotation(Personal.class);
        Object person = personal == null ? null : values[List.of(names).indexOf(personal.value())];
        return person == null ? value : new PersonalValue(person.toString(), (String) Objects.requireNonNull(value));
    }

    private static @Nullable Field declared(Class<?> owner, String name) {
        return DECLARED.get(owner).get(name);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
