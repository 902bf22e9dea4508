package org.kizuna.search;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.NamedRecord;
import org.kizuna.shared.Text;

/**
 * A name of a record, in the form in which two names are one.
 *
 * @param form see {@link #form}
 */
public record KnownName(String form, boolean acronym) {

    private static final int LONGEST = 250;
    private static final int AT_ONCE = 500;

    static Set<KnownName> of(NamedRecord.SearchText text) {
        Set<KnownName> names = new LinkedHashSet<>();
        List<@Nullable String> all = new ArrayList<>(text.names());
        all.add(text.title());
        for (String name : all) {
            add(names, name, false);
        }
        add(names, text.acronym(), true);
        return names;
    }

    private static void add(Set<KnownName> names, @Nullable String name, boolean acronym) {
        String form = form(name);
        if (!form.isEmpty()) {
            names.add(new KnownName(form, acronym));
        }
    }

    /** The form of a name: {@link Text#folded}, no longer than the table keeps it; empty without one. */
    public static String form(@Nullable String name) {
        String folded = Text.folded(name);
        return folded.length() <= LONGEST ? folded : folded.substring(0, folded.offsetByCodePoints(0, LONGEST / 2));
    }

    /**
     * Records of a kind that have one of the names, acronyms aside.
     *
     * @param kind name of the entity
     * @param forms of the names
     * @return ids, by the form of the name
     */
    public static Map<String, List<Long>> records(EntityManager entities, String kind, Collection<String> forms) {
        Map<String, List<Long>> found = new HashMap<>();
        List<String> distinct = forms.stream().distinct().toList();
        for (int from = 0; from < distinct.size(); from += AT_ONCE) {
            List<?> rows = entities.createNativeQuery("SELECT form, record_id FROM search_name WHERE form IN :forms AND"
                            + " kind = :kind AND NOT acronym ORDER BY record_id")
                    .setParameter("forms", distinct.subList(from, Math.min(distinct.size(), from + AT_ONCE)))
                    .setParameter("kind", kind)
                    .getResultList();
            for (Object row : rows) {
                Object[] columns = (Object[]) row;
                found.computeIfAbsent((String) columns[0], fresh -> new ArrayList<>())
                        .add(((Number) columns[1]).longValue());
            }
        }
        return found;
    }
}
