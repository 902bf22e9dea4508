package org.kizuna.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Hibernate;
import org.kizuna.search.FurtherWords;
import org.kizuna.shared.Ancestors;
import org.kizuna.shared.RecordParts;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;

/**
 * Which partner a merged one is now. Merging moves nothing: whatever names a merged partner goes on naming it, and whoever
 * reads resolves it here. Chains lead to their end; a loop, which only somebody who bends the table can make, leaves each
 * of its partners what it is.
 */
@ApplicationScoped
public class PartnerCanon implements FurtherWords, RecordParts {

    /**
     * SQL: a table of {@code partner_id} and {@code canon_id}, with a row for each merged partner alone, to be joined
     * outer: {@code COALESCE(canon.canon_id, x.donor_id)} is who the donor is now.
     */
    public static final String TABLE = "(WITH RECURSIVE merged (partner_id, into_id) AS ("
            + "SELECT m.id, m.merged_into FROM partner m WHERE m.merged_into IS NOT NULL"
            + " UNION SELECT w.partner_id, n.merged_into FROM merged w JOIN partner n ON n.id = w.into_id"
            + " WHERE n.merged_into IS NOT NULL)"
            + " SELECT w.partner_id, w.into_id AS canon_id FROM merged w JOIN partner s ON s.id = w.into_id"
            + " WHERE s.merged_into IS NULL)";

    @PersistenceContext
    private EntityManager entities;

    /** Itself where it was not merged. */
    public static Partner of(Partner partner) {
        return survivor(partner).orElse(partner);
    }

    /** Empty where it was not merged. */
    static Optional<Partner> survivor(Partner partner) {
        return partner.mergedInto() == null
                ? Optional.empty()
                : Ancestors.andSelf(partner, Partner::mergedInto).stream()
                        .filter(last -> last.mergedInto() == null)
                        .findFirst()
                        .map(last -> Hibernate.unproxy(last, Partner.class));
    }

    /** The ids of all partners that are this one now, its own included. */
    public Set<Long> merged(long canon) {
        Set<Long> all = new LinkedHashSet<>(Set.of(canon));
        List<?> ids = entities.createNativeQuery(
                        "SELECT c.partner_id FROM " + TABLE + " c WHERE c.canon_id = :canon ORDER BY c.partner_id")
                .setParameter("canon", canon)
                .getResultList();
        ids.forEach(id -> all.add(((Number) id).longValue()));
        return all;
    }

    @Override
    public String kind() {
        return PartnerFeature.PARTNER;
    }

    /** Both histories stay: the survivor's tells that of those merged into it. */
    @Override
    public Optional<Ids> of(RecordRef record) {
        return record.kind().equals(PartnerFeature.PARTNER)
                ? Optional.of(new Ids(
                        "SELECT m.partner_id AS id FROM " + TABLE + " m WHERE m.canon_id = ?", List.of(record.id())))
                : Optional.empty();
    }

    /** The survivor is found by all that those merged into it were found by. */
    @Override
    public Map<RecordRef, List<String>> of(Connection connection, Collection<RecordRef> records) throws SQLException {
        Map<RecordRef, List<String>> words = new HashMap<>();
        List<Long> ids = records.stream()
                .filter(record -> record.kind().equals(PartnerFeature.PARTNER))
                .map(RecordRef::id)
                .toList();
        if (ids.isEmpty()) {
            return words;
        }
        Sql.on(
                        connection,
                        "SELECT c.canon_id, p.reference, p.legal_name, p.local_name, p.acronym, n.name, i.list_code,"
                                + " i.value FROM " + TABLE + " c JOIN partner p ON p.id = c.partner_id"
                                + " LEFT JOIN partner_name n ON n.partner_id = p.id"
                                + " LEFT JOIN partner_identifier i ON i.partner_id = p.id"
                                + " WHERE c.canon_id IN (" + Sql.marks(ids.size()) + ")",
                        ids)
                .each(row -> words.computeIfAbsent(
                                new RecordRef(PartnerFeature.PARTNER, row.getLong("canon_id")),
                                survivor -> new ArrayList<>())
                        .addAll(texts(row)));
        return words;
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (String column : List.of("reference", "legal_name", "local_name", "acronym", "name")) {
            String text = row.getString(column);
            if (text != null) {
                texts.add(text);
            }
        }
        if (row.getString("value") != null) {
            texts.add(row.getString("list_code") + "-" + row.getString("value"));
        }
        return texts;
    }
}
