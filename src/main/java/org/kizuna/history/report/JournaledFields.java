package org.kizuna.history.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which fields the journal can name, read off the mapping. */
@ApplicationScoped
public class JournaledFields {

    private static final Set<String> UNJOURNALED = Set.of("id", "version");

    @PersistenceUnit
    private EntityManagerFactory factory;

    /**
     * The fields of one kind of record, or of all, each with a kind that has it.
     *
     * @param kind name of the entity, or null for all
     */
    public Map<String, String> of(@Nullable String kind) {
        Map<String, String> kindsByField = new TreeMap<>();
        for (EntityType<?> entity : factory.getMetamodel().getEntities()) {
            boolean asked = kind == null
                    ? !entity.getJavaType().getPackageName().endsWith(".search")
                    : kind.equals(entity.getName());
            if (asked) {
                for (Attribute<?, ?> attribute : entity.getAttributes()) {
                    if (!UNJOURNALED.contains(attribute.getName())) {
                        kindsByField.putIfAbsent(attribute.getName(), entity.getName());
                    }
                }
            }
        }
        return kindsByField;
    }
}
