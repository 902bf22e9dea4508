package org.kizuna.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Text;

/** Tells what any record is called, and finds records by words or by reference. */
@Stateless
@RolesAllowed("**")
public class RecordDirectory {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    @Any
    private Instance<KindOfReference> kinds;

    /** @param kind name of the entity, or null where any will do */
    public Optional<RecordRef> find(@Nullable String kind, String reference) {
        if (!Text.isAscii(kind)) {
            return Optional.empty();
        }
        return entries(kind, reference).stream()
                .findFirst()
                .map(this::standing)
                .map(entry -> new RecordRef(entry.kind(), entry.recordId()))
                .or(() -> others(kind, reference).stream().findFirst().map(hit -> new RecordRef(hit.kind(), hit.id())));
    }

    /** Itself, or what is found in its stead, which may be another's by now. */
    private SearchEntry standing(SearchEntry entry) {
        Set<Long> seen = new HashSet<>();
        SearchEntry last = entry;
        while (last.standsFor() != null && seen.add(last.recordId())) {
            last = entities.createQuery(
                            "select e from SearchEntry e where e.kind = :kind and e.recordId = :id", SearchEntry.class)
                    .setParameter("kind", last.kind())
                    .setParameter("id", last.standsFor())
                    .getResultStream()
                    .findFirst()
                    .orElse(entry);
        }
        return last.standsFor() == null ? last : entry;
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

    /**
     * What the records of those references are called, by reference; unknown ones are missing.
     *
     * @param kind name of the entity
     */
    public Map<String, SearchHit> called(String kind, Collection<String> references) {
        Map<String, SearchHit> called = entities.createQuery(
                        "select e from SearchEntry e where e.kind = :kind and e.reference in :references",
                        SearchEntry.class)
                .setParameter("kind", kind)
                .setParameter("references", references)
                .getResultStream()
                .map(SearchHit::of)
                .collect(Collectors.toMap(SearchHit::reference, hit -> hit));
        references.stream()
                .filter(reference -> !called.containsKey(reference))
                .flatMap(reference -> others(kind, reference).stream())
                .forEach(hit -> called.put(hit.reference(), hit));
        return called;
    }

    /** What the records are called; those that can't be searched for are missing. */
    public Map<RecordRef, SearchHit> named(Collection<RecordRef> records) {
        Map<RecordRef, SearchHit> named = new HashMap<>();
        Map<String, List<RecordRef>> byKind =
                records.stream().distinct().collect(Collectors.groupingBy(RecordRef::kind));
        byKind.forEach(
                (kind, wanted) -> hits(kind, wanted.stream().map(RecordRef::id).toList())
                        .forEach(hit -> named.put(new RecordRef(kind, hit.id()), hit)));
        return named;
    }

    private Stream<SearchHit> hits(String kind, List<Long> ids) {
        Optional<KindOfReference> other =
                kinds.stream().filter(one -> one.kind().equals(kind)).findFirst();
        return other.isPresent()
                ? other.get().named(ids).stream()
                : entities.createQuery(
                                "select e from SearchEntry e where e.kind = :kind and e.recordId in :ids",
                                SearchEntry.class)
                        .setParameter("kind", kind)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .map(SearchHit::of);
    }

    /**
     * Records that the question names: by acronym, by reference, by name, or by all of its words; where there are none,
     * those that have them but for one slip in a word.
     *
     * @param kind name of the entity, or null for all
     */
    public List<SearchHit> search(@Nullable String typed, @Nullable String kind, int limit) {
        Question question = Question.of(typed, kind);
        if (question.words().isEmpty()) {
            return List.of();
        }
        Map<RecordRef, SearchHit> found = new LinkedHashMap<>();
        List<SearchEntry> exact = question.exact(entities, limit);
        List<SearchEntry> referred = entries(kind, question.reference());
        exact.stream().limit(referred.isEmpty() ? 0 : 1).forEach(entry -> add(found, SearchHit.of(entry)));
        referred.forEach(entry -> add(found, SearchHit.of(standing(entry))));
        others(kind, question.reference()).forEach(hit -> add(found, hit));
        exact.forEach(entry -> add(found, SearchHit.of(entry)));
        Optional<ShortReference> said = ShortReference.of(question.text());
        said.filter(ShortReference::plain).ifPresent(plain -> refer(found, kind, plain));
        withWords(question, limit).forEach(entry -> add(found, SearchHit.of(entry)));
        said.ifPresent(one -> refer(found, kind, one));
        if (found.isEmpty()) {
            question.withASlip(entities, limit).forEach(entry -> add(found, SearchHit.of(entry)));
        }
        return found.values().stream().limit(limit).toList();
    }

    private void refer(Map<RecordRef, SearchHit> found, @Nullable String kind, ShortReference said) {
        entries(kind, said.full()).forEach(entry -> add(found, SearchHit.of(standing(entry))));
        others(kind, said.full()).forEach(hit -> add(found, hit));
    }

    private static void add(Map<RecordRef, SearchHit> found, SearchHit hit) {
        found.putIfAbsent(new RecordRef(hit.kind(), hit.id()), hit);
    }

    private List<SearchEntry> withWords(Question question, int limit) {
        List<String> words = question.words();
        if (words.size() == 1) {
            FrequentWord frequent = new FrequentWord(entities, words.get(0), question.kind());
            if (frequent.isFrequent()) {
                return frequent.find(question.text(), limit);
            }
        }
        return question.withAllWords(entities, limit);
    }

    /** Records of kinds that no words are kept for. */
    private List<SearchHit> others(@Nullable String kind, String reference) {
        return kinds.stream()
                .filter(other -> kind == null || other.kind().equals(kind))
                .flatMap(other -> other.find(reference).stream())
                .toList();
    }
}
