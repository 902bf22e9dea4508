package org.kizuna.figure;

/** The cells of {@code ledger_sum}: each donor's by instrument and year, and two coarser kinds that read faster. */
enum SumCells {
    OF_DONOR_AND_INSTRUMENT("f.instrument", "f.donor_id", "f.instrument, f.donor_id, f.value_year", "<> 'ALL'", "<> 0"),
    OF_DONOR("'ALL'", "f.donor_id", "f.donor_id, f.value_year", "= 'ALL'", "<> 0"),
    OF_INSTRUMENT("f.instrument", "0", "f.instrument, f.value_year", "<> 'ALL'", "= 0");

    /** Stands in a cell for all instruments. */
    static final String ALL = "ALL";

    /** What a cell says of its entries. */
    static final String FIGURES = "pledged, committed, received, unconfirmed, entries, not_convertible";

    private final String instrument;
    private final String donor;
    private final String groups;
    private final String instruments;
    private final String donors;

    SumCells(String instrument, String donor, String groups, String instruments, String donors) {
        this.instrument = instrument;
        this.donor = donor;
        this.groups = groups;
        this.instruments = instruments;
        this.donors = donors;
    }

    /** SQL of the cells as they should be, from what {@code figures} selects by donor, instrument and year. */
    String sums(String figures) {
        return "SELECT " + instrument + " AS instrument, " + donor + " AS donor_id, f.value_year,"
                + " SUM(f.pledged) AS pledged, SUM(f.committed) AS committed, SUM(f.received) AS received,"
                + " SUM(f.unconfirmed) AS unconfirmed,"
                + " SUM(f.entries) AS entries, SUM(f.not_convertible) AS not_convertible FROM (" + figures
                + ") f GROUP BY " + groups;
    }

    /** SQL of the cells as they are kept. */
    String kept(String currency) {
        return "SELECT instrument, donor_id, value_year, " + FIGURES + " FROM ledger_sum WHERE currency = '" + currency
                + "' AND instrument " + instruments + " AND donor_id " + donors;
    }

    /** SQL that puts sums in the cells, or adds them to what is there. */
    String add(String currency, String figures) {
        return "INSERT INTO ledger_sum (currency, instrument, donor_id, value_year, " + FIGURES + ") SELECT '"
                + currency
                + "', s.instrument, s.donor_id, s.value_year, s.pledged, s.committed, s.received, s.unconfirmed, s.entries,"
                + " s.not_convertible FROM (" + sums(figures) + ") s ON DUPLICATE KEY UPDATE"
                + " pledged = ledger_sum.pledged + VALUES(pledged), committed = ledger_sum.committed + VALUES(committed),"
                + " received = ledger_sum.received + VALUES(received),"
                + " unconfirmed = ledger_sum.unconfirmed + VALUES(unconfirmed), entries = ledger_sum.entries + VALUES(entries),"
                + " not_convertible = ledger_sum.not_convertible + VALUES(not_convertible)";
    }
}
