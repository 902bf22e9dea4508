package org.kizuna.figure;

import com.ibm.icu.util.Currency;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;

/**
 * Where figures come from: from the sums that are kept, and the entries that are not in them yet, where sums are kept
 * in the currency; else from the entries. Either gives the same figures.
 */
final class FigureSource {

    private static final String ALL = "ALL";
    private static final String SUMS = "SUM(f.pledged) AS pledged, SUM(f.committed) AS committed,"
            + " SUM(f.received) AS received, SUM(f.unconfirmed) AS unconfirmed, SUM(f.entries) AS entries, SUM(f.not_convertible) AS not_convertible";

    private final EntityManager entities;
    private final FigureCriteria criteria;
    private final Currency currency;
    private final boolean kept;

    FigureSource(EntityManager entities, FigureCriteria criteria, Currency currency) {
        this.entities = entities;
        this.criteria = criteria;
        this.currency = currency;
        this.kept = !entities.createNativeQuery(
                        "SELECT currency FROM ledger_sum_currency WHERE currency = :currency AND NOT stale")
                .setParameter("currency", currency.getCurrencyCode())
                .getResultList()
                .isEmpty();
    }

    /** Whether sums are kept in the currency. */
    boolean isKept() {
        return kept;
    }

    /** Whether which donors count depends on what they are. */
    boolean isOfSomeDonors() {
        return criteria.sector() != null || criteria.country() != null;
    }

    /** SQL: a row {@code f} for each cell, with {@code instrument}, {@code donor_id} and {@code value_year}. */
    String byYear() {
        String donors = criteria.donorId() == null && !isOfSomeDonors() ? "donor_id = 0" : donors();
        return rows(instruments(), donors, instruments(), donors(), "n.instrument");
    }

    /** The same, of some donors alone and never for all donors together; of all where none are named. */
    String byDonor(@Nullable List<Long> some) {
        String these = some == null ? donors() : named(some);
        return rows(instruments(), these, instruments(), these, "n.instrument");
    }

    /** SQL condition on the partner {@code d}: there is something to sum up of it. Sums are kept in the currency. */
    String hasFigures() {
        String years = "value_year BETWEEN " + criteria.fromYear() + " AND " + criteria.toYear();
        return "(EXISTS (SELECT 1 FROM ledger_sum s WHERE s.currency = '" + currency.getCurrencyCode()
                + "' AND s.donor_id = d.id AND s." + instruments() + " AND s." + years
                + ") OR d.id IN (SELECT e.donor_id FROM ledger_unsummed u JOIN ledger_entry e ON e.id = u.entry_id WHERE e."
                + instruments() + " AND e." + years + "))";
    }

    /** Of the entries of some days, both inclusive; never from what is kept, which is of whole years. */
    String ofDays(LocalDate from, LocalDate to) {
        return EntryValueSql.of(currency)
                .between(
                        "DATE '" + from + "' AND DATE '" + to + "'",
                        "e.value_year BETWEEN " + from.getYear() + " AND " + to.getYear() + " AND e." + instruments()
                                + " AND e." + donors());
    }

    /** The same, for all instruments together. */
    String ofDonors(@Nullable List<Long> donors) {
        String these = donors == null ? donors() : named(donors);
        return rows(together(), these, instruments(), these, "'ALL'");
    }

    private static String named(List<Long> donors) {
        return donors.stream().map(String::valueOf).collect(Collectors.joining(",", "donor_id IN (", ")"));
    }

    private String rows(String cells, String cellsOf, String instruments, String donors, String instrument) {
        String years = "value_year BETWEEN " + criteria.fromYear() + " AND " + criteria.toYear();
        String entries = "e." + instruments + " AND e." + donors + " AND e." + years;
        EntryValueSql worth = EntryValueSql.of(currency);
        if (!kept) {
            return worth.where(entries);
        }
        return worth.summed(cells + " AND " + cellsOf + " AND " + years, instrument, entries);
    }

    /** Cells to read where instruments are not told apart. */
    String together() {
        Instrument only = criteria.instrument();
        return "instrument = '" + (only == null ? ALL : only.name()) + "'";
    }

    private String instruments() {
        return EntryValueSql.ofInstruments(criteria.instrument());
    }

    private String donors() {
        Long only = criteria.donorId();
        return only == null ? "donor_id <> 0" : "donor_id = " + only;
    }

    /** Sums of the rows of one of the above, by columns of {@code f} and, where wanted, of the donor {@code d}. */
    Query sums(String by, String rows, boolean named, String condition, String rest) {
        String donor = named || isOfSomeDonors() ? " JOIN partner d ON d.id = f.donor_id" : "";
        Query query = entities.createNativeQuery("SELECT " + by + ", " + SUMS + " FROM (" + rows + ") f" + donor
                + " WHERE 1 = 1" + ofDonors() + condition + " GROUP BY " + by + rest);
        return withCountry(query);
    }

    /** SQL conditions on the donor {@code d}, each with AND before it; see {@link #withCountry}. */
    String ofDonors() {
        return (criteria.sector() == null ? "" : " AND d.sector = '" + criteria.sector() + "'")
                + (criteria.country() == null ? "" : " AND d.country = :country");
    }

    Query withCountry(Query query) {
        return criteria.country() == null
                ? query
                : query.setParameter("country", criteria.country().value());
    }
}
