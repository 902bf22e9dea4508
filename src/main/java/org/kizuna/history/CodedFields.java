package org.kizuna.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.Type;
import java.util.Map;
import java.util.TreeMap;

/** Knows which fields of an entity hold a word out of a list of codes. */
@ApplicationScoped
public class CodedFields {

    @PersistenceUnit
    private EntityManagerFactory factory;

    /**
     * Names of the lists by the names of the fields; a field within another is named as {@code parties.role}.
     *
     * @param entity simple name of the entity; one that there is no longer has no fields
     */
    public Map<String, String> of(String entity) {
        Map<String, String> lists = new TreeMap<>();
        for (EntityType<?> type : factory.getMetamodel().getEntities()) {
            if (type.getName().equals(entity)) {
                collect(type, "", lists);
            }
        }
        return lists;
    }

    private static void collect(ManagedType<?> owner, String prefix, Map<String, String> lists) {
        for (Attribute<?, ?> attribute : owner.getAttributes()) {
            String name = prefix + attribute.getName();
            Type<?> type = attribute instanceof PluralAttribute<?, ?, ?> plural
                    ? plural.getElementType()
                    : ((SingularAttribute<?, ?>) attribute).getType();
            if (type.getJavaType().isEnum()) {
                lists.put(name, type.getJavaType().getSimpleName());
            } else if (type.getPersistenceType() == Type.PersistenceType.EMBEDDABLE) {
                collect((ManagedType<?>) type, name + ".", lists);
            }
        }
    }
}
