package org.kizuna.figure;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.ledger.EntryCriteria;
import org.kizuna.ledger.EntryTotals;
import org.kizuna.ledger.Measure;
import org.kizuna.rate.Conversion;

/**
 * What entries come to, from the sums that are kept, where the criteria ask for whole cells of them: years, a donor,
 * some donors, an instrument, a measure.
 */
final class EntrySums {

    /** How often the entry {@code e} is among those that arrived and are not confirmed. */
    static final String UNSETTLED =
            "cast(sql('(SELECT COUNT(*) FROM ledger_unsettled us WHERE us.entry_id = ?)', e.id) as integer)";

    private static final String DOLLARS = Conversion.USD.getCurrencyCode();

    private final EntityManager entities;
    private final EntryCriteria criteria;

    EntrySums(EntityManager entities, EntryCriteria criteria) {
        this.entities = entities;
        this.criteria = criteria;
    }

    /** Nothing where only the entries can tell. */
    Optional<EntryTotals> kept() {
        return isOfWholeCells() ? read() : Optional.empty();
    }

    private boolean isOfWholeCells() {
        LocalDate from = criteria.from();
        LocalDate to = criteria.to();
        return criteria.contributionId() == null
                && criteria.agreementId() == null
                && criteria.kind() == null
                && criteria.batch() == null
                && !criteria.unconfirmed()
                && !criteria.reversalAsked()
                && (from == null || from.getDayOfYear() == 1)
                && (to == null || to.getDayOfYear() == to.lengthOfYear());
    }

    private Optional<EntryTotals> read() {
        // in the same statement whether the cells may be read, what is in them and what is not yet
        Query query = entities.createNativeQuery("SELECT (SELECT COUNT(*) FROM ledger_sum_currency WHERE currency = '"
                + DOLLARS + "' AND NOT stale), COALESCE(SUM(f.pledged), 0), COALESCE(SUM(f.committed), 0),"
                + " COALESCE(SUM(f.received), 0), COALESCE(SUM(f.unconfirmed), 0), COALESCE(SUM(f.not_convertible), 0) FROM ("
                + rows() + ") f"
                + donors());
        if (criteria.country() != null) {
            query.setParameter("country", criteria.country().value());
        }
        Object[] row = (Object[]) query.getSingleResult();
        boolean fresh = ((Number) row[0]).intValue() == 1;
        long notConvertible = ((Number) row[5]).longValue();
        // a cell does not say in which measure those count that are not convertible
        return fresh && (notConvertible == 0 || criteria.measure() == null)
                ? Optional.of(new EntryTotals(
                        of(Measure.PLEDGED, row[1]),
                        of(Measure.COMMITTED, row[2]),
                        of(Measure.RECEIVED, row[3]),
                        of(Measure.RECEIVED, row[4]),
                        notConvertible))
                : Optional.empty();
    }

    private BigDecimal of(Measure measure, Object sum) {
        return criteria.measure() == null || criteria.measure() == measure ? (BigDecimal) sum : BigDecimal.ZERO;
    }

    private String rows() {
        Long donor = criteria.donorId();
        Instrument instrument = criteria.instrument();
        boolean ofAll = donor == null && !isOfSomeDonors();
        String these = donor == null ? "donor_id <> 0" : "donor_id = " + donor;
        String cells = instrument == null && !ofAll
                ? "instrument = '" + SumCells.ALL + "'"
                : EntryValueSql.ofInstruments(instrument);
        String entries = "e." + these + (instrument == null ? "" : " AND e.instrument = '" + instrument + "'");
        return EntryValueSql.of(Conversion.USD)
                .summed(
                        cells + " AND " + (ofAll ? "donor_id = 0" : these) + years(""),
                        "n.instrument",
                        entries + years("e."));
    }

    private String years(String alias) {
        return year(alias, ">=", criteria.from()) + year(alias, "<=", criteria.to());
    }

    private static String year(String alias, String compared, @Nullable LocalDate day) {
        return day == null ? "" : " AND " + alias + "value_year " + compared + " " + day.getYear();
    }

    private boolean isOfSomeDonors() {
        return criteria.sector() != null || criteria.country() != null;
    }

    private String donors() {
        if (!isOfSomeDonors()) {
            return "";
        }
        return " JOIN partner d ON d.id = f.donor_id WHERE "
                + (criteria.sector() == null ? "1 = 1" : "d.sector = '" + criteria.sector() + "'")
                + (criteria.country() == null ? "" : " AND d.country = :country");
    }
}
