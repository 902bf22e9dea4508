package org.kizuna.history.vocabulary;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;
import org.hibernate.type.EntityType;
import org.kizuna.security.Permissions;
import org.kizuna.security.Register;
import org.kizuna.shared.Channel;
import org.kizuna.shared.JournaledRecord;
import org.kizuna.shared.MigrationStep;
import org.kizuna.shared.Personal;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Secret;
import org.kizuna.shared.Terms;

/** What the application would write into the journal, read off its mapping and its registers, without a database. */
final class JournaledModel {

    private static final List<JavaClass> KIZUNA = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.kizuna").stream()
                    .toList();

    private final Set<String> kinds = new TreeSet<>();
    private final Map<String, String> fields = new TreeMap<>();
    private final Set<String> constants = new TreeSet<>();
    private final Set<String> actions = new TreeSet<>();

    JournaledModel() {
        try (StandardServiceRegistry services = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                .applySetting("hibernate.dialect", MariaDBDialect.class.getName())
                .applySetting(
                        "hibernate.physical_naming_strategy", CamelCaseToUnderscoresNamingStrategy.class.getName())
                .build()) {
            MetadataSources sources = new MetadataSources(services);
            KIZUNA.stream()
                    .filter(type -> type.isAnnotatedWith(Entity.class))
                    .forEach(type -> sources.addAnnotatedClass(type.reflect()));
            Metadata metadata = sources.buildMetadata();
            metadata.getEntityBindings().stream()
                    .filter(entity -> JournaledRecord.class.isAssignableFrom(entity.getMappedClass()))
                    .forEach(this::read);
        }
        List.of(Channel.values()).forEach(channel -> constants.add("Channel." + channel.name()));
        KIZUNA.stream()
                .filter(type -> type.isAnnotatedWith(Register.class))
                .forEach(register -> actions.addAll(actions(register.reflect())));
        KIZUNA.stream()
                .filter(type -> type.isAssignableTo(MigrationStep.class)
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                        && !type.isInterface())
                .forEach(type ->
                        actions.add(Vocabulary.MIGRATION + step(type.reflect()).migration()));
        ResourceBundle.getBundle("messages.history").keySet().stream()
                .filter(key -> key.startsWith("action."))
                .forEach(key -> actions.add(key.substring("action.".length())));
    }

    Set<String> kinds() {
        return kinds;
    }

    /** By name, the type. */
    Map<String, String> fields() {
        return fields;
    }

    Set<String> constants() {
        return constants;
    }

    Set<String> actions() {
        return actions;
    }

    private static MigrationStep step(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (MigrationStep) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " can't say which migration it belongs to", e);
        }
    }

    private static List<String> actions(Class<?> register) {
        return Arrays.stream(register.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Permissions::action)
                .distinct()
                .toList();
    }

    private void read(PersistentClass entity) {
        String kind = entity.getMappedClass().getSimpleName();
        kinds.add(kind);
        for (Property property : entity.getPropertyClosure()) {
            if (property != entity.getVersion()) {
                read(entity.getMappedClass(), kind, property);
            }
        }
    }

    private void read(Class<?> owner, String above, Property property) {
        String name = above + "." + property.getName();
        Value value = property.getValue();
        if (value instanceof Component terms && terms.getComponentClass().isAnnotationPresent(Terms.class)) {
            terms.getProperties().forEach(inner -> read(terms.getComponentClass(), above, inner));
        } else if (value instanceof Collection collection) {
            if (!(collection.getElement().getType() instanceof EntityType)) {
                String prefix =
                        Set.class.isAssignableFrom(collection.getType().getReturnedClass()) ? "set of " : "list of ";
                fields.put(name, prefix + type(name, collection.getElement()));
            }
        } else if (is(owner, property.getName(), Secret.class)) {
            fields.put(name, "secret");
        } else {
            fields.put(name, (is(owner, property.getName(), Personal.class) ? "personal " : "") + type(name, value));
        }
    }

    private String type(String name, Value value) {
        if (value instanceof Component component) {
            if (component.getComponentClass() == RecordRef.class) {
                return "record";
            }
            component.getProperties().forEach(inner -> read(component.getComponentClass(), name, inner));
            return "object";
        }
        if (value.getType() instanceof EntityType entity) {
            String target = entity.getAssociatedEntityName();
            return "record " + target.substring(target.lastIndexOf('.') + 1);
        }
        return simple(value.getType().getReturnedClass());
    }

    private String simple(Class<?> type) {
        if (type.isEnum()) {
            // several classes have a Kind of their own
            Class<?> owner = type.getEnclosingClass();
            String name = (owner == null ? "" : owner.getSimpleName()) + type.getSimpleName();
            Arrays.stream(type.getEnumConstants())
                    .forEach(constant -> constants.add(name + "." + ((Enum<?>) constant).name()));
            return name;
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (Set.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class)
                .contains(type)) {
            return "whole number";
        }
        if (type == BigDecimal.class) {
            return "decimal";
        }
        if (type == byte[].class) {
            return "sha256";
        }
        return type == LocalDate.class ? "day" : type == Instant.class ? "moment" : "text";
    }

    private static boolean is(
            Class<?> owner, String field, Class<? extends java.lang.annotation.Annotation> annotation) {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            for (java.lang.reflect.Field declared : type.getDeclaredFields()) {
                if (declared.getName().equals(field)) {
                    return declared.isAnnotationPresent(Objects.requireNonNull(annotation));
                }
            }
        }
        return false;
    }
}
