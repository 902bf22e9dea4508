package org.kizuna.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.JournaledRecord;
import org.kizuna.shared.RecordRef;

/** Reads a record's fields as the journal would keep them: records that are named stand there by their labels. */
public final class LiveFields {

    private final SessionImplementor session;

    public LiveFields(SessionImplementor session) {
        this.session = session;
    }

    /** Every field that the journal keeps, each as canonical JSON. */
    public Map<String, String> of(EntityPersister persister, Object record) {
        Object[] state = persister.getValues(record);
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i] instanceof CollectionType collection
                    && !(collection.getElementType(session.getFactory()) instanceof EntityType)) {
                Hibernate.initialize(state[i]);
            }
        }
        Map<String, String> fields = new TreeMap<>();
        new FieldReader(persister, session)
                .after(state)
                .forEach((name, value) -> fields.put(
                        name, CanonicalJson.write(resolved(value, new LinkedHashMap<>(), PersonalValue::value))));
        return fields;
    }

    /**
     * Puts the label of the record that is named in place of each mention, and collects the mentions.
     *
     * @param personal what to put in the place of what is said of a person
     */
    @Nullable
    Object resolved(
            @Nullable Object value, Map<RecordRef, Mention> mentions, Function<PersonalValue, Object> personal) {
        if (value instanceof PersonalValue said) {
            return personal.apply(said);
        }
        if (value instanceof Mention mention) {
            mentions.put(new RecordRef(mention.entity(), mention.id()), mention);
            return label(mention);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> resolved = new TreeMap<>();
            map.forEach((name, nested) -> resolved.put((String) name, resolved(nested, mentions, personal)));
            return resolved;
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> resolved = new ArrayList<>();
            list.forEach(item -> resolved.add(resolved(item, mentions, personal)));
            return resolved;
        }
        return value;
    }

    private String label(Mention mention) {
        if (mention.label() != null) {
            return mention.label();
        }
        String entityName = mention.entityName().contains(".")
                ? mention.entityName()
                : session.getFactory().getMappingMetamodel().getImportedName(mention.entityName());
        Object record = session.get(entityName, mention.id());
        return record instanceof JournaledRecord recorded ? recorded.label() : mention.entity() + " " + mention.id();
    }
}
