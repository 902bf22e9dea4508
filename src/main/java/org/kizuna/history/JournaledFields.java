package org.kizuna.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Terms;

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
                attributes(entity)
                        .map(Attribute::getName)
                        .filter(name -> !UNJOURNALED.contains(name))
                        .forEach(name -> kindsByField.putIfAbsent(name, entity.getName()));
            }
        }
        return kindsByField;
    }

    /** The attributes that the journal names as a record's own, those of its {@link Terms} among them. */
    static Stream<Attribute<?, ?>> attributes(ManagedType<?> owner) {
        return owner.getAttributes().stream()
                .flatMap(attribute -> isTerms(attribute)
                        ? attributes((ManagedType<?>) ((SingularAttribute<?, ?>) attribute).getType())
                        : Stream.of(attribute));
    }

    private static boolean isTerms(Attribute<?, ?> attribute) {
        return attribute instanceof SingularAttribute && attribute.getJavaType().isAnnotationPresent(Terms.class);
    }
}
