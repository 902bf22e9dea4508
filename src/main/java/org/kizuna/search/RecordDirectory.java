package org.kizuna.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.RecordRef;

/** Tells what any record is called, and finds records by words or by reference. */
@Stateless
@RolesAllowed("**")
public class RecordDirectory {

    @PersistenceContext
    private EntityManager entities;

    /** @param kind name of the entity, or null where any will do */
    public Optional<RecordRef> find(@Nullable String kind, String reference) {
        return entries(kind, reference).stream()
                .findFirst()
                .map(entry -> new RecordRef(entry.kind(), entry.recordId()));
    }

    private List<SearchEntry> entries(@Nullable String kind, String reference) {
        String condition = kind == null ? "" : " and e.kind = :kind";
        var query = entities.createQuery(
                        "select e from SearchEntry e where e.reference = :reference" + condition + " order by e.kind",
                        SearchEntry.class)
                .setParameter("reference", reference)
                .setMaxResults(1);
        return (kind == null ? query : query.setParameter("kind", kind)).getResultList();
    }

    /** What the records are called; those that can't be searched for are missing. */
    public Map<RecordRef, SearchHit> named(Collection<RecordRef> records) {
        Map<RecordRef, SearchHit> named = new HashMap<>();
        Map<String, List<RecordRef>> byKind =
                records.stream().distinct().collect(java.util.stream.Collectors.groupingBy(RecordRef::kind));
        byKind.forEach((kind, wanted) -> entities.createQuery(
                        "select e from SearchEntry e where e.kind = :kind and e.recordId in :ids", SearchEntry.class)
                .setParameter("kind", kind)
                .setParameter("ids", wanted.stream().map(RecordRef::id).toList())
                .getResultList()
                .forEach(entry -> named.put(new RecordRef(kind, entry.recordId()), SearchHit.of(entry))));
        return named;
    }

    /**
     * Records that have every word of the question, those whose reference it is first.
     *
     * @param kind name of the entity, or null for all
     */
    public List<SearchHit> search(@Nullable String question, @Nullable String kind, int limit) {
        List<String> words = SearchWords.asked(question);
        if (words.isEmpty() || question == null) {
            return List.of();
        }
        FrequentWord frequent = new FrequentWord(entities, words.get(0), kind);
        if (words.size() == 1 && frequent.isFrequent()) {
            return frequent.find(question.strip(), limit).stream()
                    .map(SearchHit::of)
                    .toList();
        }
        StringBuilder jpql = new StringBuilder("select e from SearchEntry e where ");
        for (int i = 0; i < words.size(); i++) {
            jpql.append(i == 0 ? "" : " and ")
                    .append("exists (select 1 from SearchTerm t where t.kind = e.kind and t.recordId = e.recordId and")
                    .append(" t.term like :word")
                    .append(i)
                    .append(" escape '!')");
        }
        if (kind != null) {
            jpql.append(" and e.kind = :kind");
        }
        jpql.append(" order by case when e.reference = :question then 0 when e.title like :start escape '!' then 1"
                + " else 2 end, e.title, e.kind, e.recordId");
        var query = entities.createQuery(jpql.toString(), SearchEntry.class);
        for (int i = 0; i < words.size(); i++) {
            query.setParameter("word" + i, SearchFilter.prefix(words.get(i)));
        }
        if (kind != null) {
            query.setParameter("kind", kind);
        }
        return query
                .setParameter("question", question.strip())
                .setParameter("start", SearchFilter.prefix(question.strip()))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(SearchHit::of)
                .toList();
    }
}
