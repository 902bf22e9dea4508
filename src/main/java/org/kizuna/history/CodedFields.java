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
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Terms;
import org.kizuna.shared.Words;

/** Knows which fields of an entity hold a word out of a list of codes. */
@ApplicationScoped
public class CodedFields {

    /** More codes than this make a search slow and its answer useless. */
    private static final int MOST = 20;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

    @PersistenceUnit
    private EntityManagerFactory factory;

    /**
     * Names of the lists by the names of the fields; a field within another is named as {@code parties.role}.
     *
     * @param entity simple name of the entity; one that there is no longer has no fields
     */
    public Map<String, String> of(String entity) {
        Map<String, String> lists = new TreeMap<>();
        enumerations(entity).forEach((field, list) -> lists.put(field, list.getSimpleName()));
        return lists;
    }

    /**
     * The codes that a reader's word may stand for: those of which it is a part of what they are called in any language,
     * or all of it when that were too many.
     *
     * @param entity simple name of the entity, or null for all
     * @param field name of the field, or null for all
     */
    public Set<String> codes(@Nullable String entity, @Nullable String field, String word) {
        String sought = plain(word);
        Set<String> codes = codes(entity, field, name -> name.contains(sought));
        return codes.size() <= MOST ? codes : codes(entity, field, sought::equals);
    }

    private Set<String> codes(@Nullable String entity, @Nullable String field, Predicate<String> called) {
        Set<String> codes = new TreeSet<>();
        for (EntityType<?> type : factory.getMetamodel().getEntities()) {
            if (entity == null || type.getName().equals(entity)) {
                enumerations(type.getName()).forEach((name, list) -> {
                    if (field == null || name.equals(field) || name.startsWith(field + ".")) {
                        codes.addAll(called(list, called));
                    }
                });
            }
        }
        return codes;
    }

    private static List<String> called(Class<?> list, Predicate<String> called) {
        return Arrays.stream(list.getEnumConstants())
                .map(code -> ((Enum<?>) code).name())
                .filter(code -> Words.LANGUAGES.stream().anyMatch(language -> {
                    String key = list.getSimpleName() + "." + code;
                    return Words.has(language, key) && called.test(plain(Words.text(language, key)));
                }))
                .toList();
    }

    /** Codes by the name of their list, of all lists that records speak in. */
    public Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new TreeMap<>();
        for (EntityType<?> type : factory.getMetamodel().getEntities()) {
            enumerations(type.getName())
                    .values()
                    .forEach(list -> lists.put(
                            list.getSimpleName(),
                            Arrays.stream(list.getEnumConstants())
                                    .map(code -> ((Enum<?>) code).name())
                                    .toList()));
        }
        return lists;
    }

    /** Without capitals and accents. */
    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private Map<String, Class<?>> enumerations(String entity) {
        Map<String, Class<?>> lists = new TreeMap<>();
        for (EntityType<?> type : factory.getMetamodel().getEntities()) {
            if (type.getName().equals(entity)) {
                collect(type, "", lists);
            }
        }
        return lists;
    }

    private static void collect(ManagedType<?> owner, String prefix, Map<String, Class<?>> lists) {
        for (Attribute<?, ?> attribute : owner.getAttributes()) {
            String name = prefix + attribute.getName();
            Type<?> type = attribute instanceof PluralAttribute<?, ?, ?> plural
                    ? plural.getElementType()
                    : ((SingularAttribute<?, ?>) attribute).getType();
            if (type.getJavaType().isEnum()) {
                lists.put(name, type.getJavaType());
            } else if (type.getPersistenceType() == Type.PersistenceType.EMBEDDABLE) {
                boolean own = type.getJavaType().isAnnotationPresent(Terms.class);
                collect((ManagedType<?>) type, own ? prefix : name + ".", lists);
            }
        }
    }
}
