package org.kizuna.figure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.history.PastQueries;
import org.kizuna.security.Roles;
import org.kizuna.shared.Standing;

/**
 * The portfolio as it stood on a day in the world, as it was known at a moment: agreements after their own dates, money
 * after its value dates. What was recorded later is not in it, though it be about earlier days.
 */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.MANAGER})
public class PortfolioQueries {

    private static final String AGREEMENT = AgreementFeature.AGREEMENT;
    private static final int AT_ONCE = 200;

    /** SQL condition: money that nobody had confirmed by the moment, as far as anybody could know then. */
    private static final String UNCONFIRMED = "(un.entry_id IS NOT NULL OR COALESCE(kf.confirmed_at > :known, FALSE) OR"
            + " (COALESCE(kf.confirmed_at > :settled, FALSE) AND " + PositionAsOf.CONFIRMATION_JOURNALED + " = 0))";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private PastQueries past;

    @Inject
    @Any
    private Instance<Standing> standings;

    /** Pledged, committed and received, each currency by itself, in the order of the currencies' codes. */
    public List<Money> totals(AsOf asOf) {
        return new PositionAsOf(entities).totals(asOf).orElseGet(() -> ofEntries(asOf));
    }

    private List<Money> ofEntries(AsOf asOf) {
        Query query = query(
                "e.currency, " + sums() + " FROM ledger_entry e" + PositionAsOf.STATES,
                "",
                "GROUP BY e.currency ORDER BY e.currency",
                asOf);
        return rows(query).stream()
                .map(row -> new Money(null, null, (String) row[0], sum(row[1]), sum(row[2]), sum(row[3]), sum(row[4])))
                .toList();
    }

    /**
     * The same by donor and currency, in the order of the donors' references.
     *
     * @param after the row before the first one wanted, or null
     */
    public List<Money> byDonor(AsOf asOf, @Nullable Money after, int limit) {
        String condition =
                after == null ? "" : " AND (d.reference > :donor OR (d.reference = :donor AND e.currency > :currency))";
        Query query = query(
                "d.reference, d.legal_name, e.currency, " + sums()
                        + " FROM ledger_entry e JOIN partner d ON d.id = e.donor_id" + PositionAsOf.STATES,
                condition,
                "GROUP BY d.reference, d.legal_name, e.currency ORDER BY d.reference, e.currency",
                asOf);
        if (after != null) {
            query.setParameter("donor", after.donor()).setParameter("currency", after.currency());
        }
        return rows(query.setMaxResults(limit)).stream()
                .map(row -> new Money(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        sum(row[3]),
                        sum(row[4]),
                        sum(row[5]),
                        sum(row[6])))
                .toList();
    }

    private Query query(String rows, String condition, String rest, AsOf asOf) {
        return entities.createNativeQuery("SELECT " + rows + " WHERE e.value_date <= :day AND e.recorded_at <= :known"
                        + " AND (e.recorded_at <= :settled OR " + PositionAsOf.JOURNALED + " > 0)"
                        + condition + " " + rest)
                .setParameter("day", asOf.standingOn())
                .setParameter("known", PositionAsOf.column(asOf.knownAt()))
                .setParameter("settled", PositionAsOf.column(asOf.knownAt().minus(PositionAsOf.LONGEST_TRANSACTION)));
    }

    private static String sums() {
        return sum("PLEDGED", "") + ", " + sum("COMMITTED", "") + ", " + sum("RECEIVED", " AND NOT " + UNCONFIRMED)
                + ", " + sum("RECEIVED", " AND " + UNCONFIRMED);
    }

    private static String sum(String measure, String and) {
        return "SUM(CASE WHEN e.measure = '" + measure + "'" + and + " THEN e.exact_amount ELSE 0 END)";
    }

    @SuppressWarnings("unchecked")
    static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static BigDecimal sum(Object value) {
        return (BigDecimal) value;
    }

    /**
     * Agreements that there were by then, in the order in which they were recorded.
     *
     * @param after id of the agreement before the first one wanted, or 0
     */
    public List<StandingAgreement> agreements(AsOf asOf, long after, int limit) {
        Standing standing = standings.stream()
                .filter(one -> one.kind().equals(AGREEMENT))
                .findFirst()
                .orElseThrow();
        Set<String> shown = new HashSet<>(standing.fields());
        shown.addAll(List.of("reference", "title", "currency", "ceiling"));
        List<StandingAgreement> found = new ArrayList<>();
        long last = after;
        List<Long> ids = past.ids(AGREEMENT, last, Math.min(limit, AT_ONCE));
        while (!ids.isEmpty() && found.size() < limit) {
            long upTo = ids.get(ids.size() - 1);
            for (Map.Entry<Long, Map<String, String>> record :
                    past.fields(AGREEMENT, last, upTo, asOf.knownAt(), shown).entrySet()) {
                Map<String, String> fields = record.getValue();
                String status = standing.on(asOf.standingOn(), fields);
                if (status != null && found.size() < limit) {
                    found.add(row(record.getKey(), status, fields));
                }
            }
            last = upTo;
            ids = past.ids(AGREEMENT, last, AT_ONCE);
        }
        return found;
    }

    private static StandingAgreement row(long id, String status, Map<String, String> fields) {
        String ceiling = fields.get("ceiling");
        return new StandingAgreement(
                id,
                Objects.requireNonNullElse(fields.get("reference"), ""),
                Objects.requireNonNullElse(fields.get("title"), ""),
                status,
                fields.get("currency"),
                ceiling == null ? null : new BigDecimal(ceiling));
    }

    /**
     * @param donor its reference, or null for all donors
     * @param donorName or null for all donors
     * @param received what was confirmed, less what was paid back
     * @param unconfirmed what had arrived and nobody had confirmed
     */
    public record Money(
            @Nullable String donor,
            @Nullable String donorName,
            String currency,
            BigDecimal pledged,
            BigDecimal committed,
            BigDecimal received,
            BigDecimal unconfirmed) {}

    /**
     * @param title as it was known
     * @param status how it stood
     * @param ceiling in {@code currency}, as it was known
     */
    public record StandingAgreement(
            long id,
            String reference,
            String title,
            String status,
            @Nullable String currency,
            @Nullable BigDecimal ceiling) {}
}
