package org.kizuna.bench;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.kizuna.bench.Journal.Intention;
import org.kizuna.shared.RecordRef;

/**
 * Fifteen years of a plausible organisation, the same each time it is made: records as they stand at the end, and the
 * journal of how they came to be, sealed month by month.
 */
final class Organisation {

    static final YearMonth FIRST = YearMonth.of(2011, 1);
    static final int MONTHS = 180;

    private final Size size;
    private final Rows live;
    private final Journal journal;
    private final Partners partners;
    private final Agreements agreements;
    private final Events events;
    private final Ledger ledger;
    private final List<Growing> all;
    private final int[] begun;
    private final int[] changedTo;
    private int series;

    private Organisation(Size size, Rows live, Journal journal) {
        this.size = size;
        this.live = live;
        this.journal = journal;
        partners = new Partners(size.partners());
        agreements = new Agreements(size.agreements(), size.partners());
        events = new Events(size.events(), size.partners());
        ledger = new Ledger(live, size, agreements);
        all = List.of(partners, agreements, events);
        begun = new int[all.size()];
        changedTo = new int[all.size()];
    }

    /**
     * Fills empty tables.
     *
     * @param live connection of the tables' owner for the records; it is closed
     * @param past another one for the journal
     * @param progress told how many months of {@link #MONTHS} are done
     */
    static void fill(Size size, Connection live, Connection past, Signer signer, IntConsumer progress)
            throws SQLException, GeneralSecurityException {
        leaveOutSteps(live);
        try (Rows records = new Rows(live);
                Journal journal = new Journal(new Rows(past), signer)) {
            Organisation organisation = new Organisation(size, records, journal);
            organisation.open();
            for (int month = 0; month < MONTHS; month++) {
                organisation.month(month);
                progress.accept(month + 1);
            }
            organisation.close();
        }
    }

    /** Steps are not generated, and the first start need not tell those that the journal knows. */
    private static void leaveOutSteps(Connection live) throws SQLException {
        try (Statement statement = live.createStatement()) {
            statement.executeUpdate("INSERT IGNORE INTO migration_step (name, taken_at) VALUES ('V26', NOW(6)),"
                    + " ('V27', NOW(6)), ('V28', NOW(6))");
        }
    }

    private void open() throws GeneralSecurityException {
        Moments moments = new Moments(FIRST.minusMonths(1), 1000);
        Accounts.write(live, journal, moments);
        Rates.write(live, journal, moments);
        journal.head(moments.now());
    }

    private void month(int month) {
        Moments moments = new Moments(FIRST.plusMonths(month), size.changes() / MONTHS + 1000);
        long quota = size.changes() * (month + 1) / MONTHS;
        grow(0, moments, month);
        grow(1, moments, month);
        series(moments, month);
        grow(2, moments, month);
        ledger.month(journal, moments, month);
        long changes = Math.max(0, quota - journal.written());
        change(0, moments, changes * 45 / 100);
        change(1, moments, changes * 45 / 100);
        change(2, moments, Math.max(0, quota - journal.written()));
        journal.head(moments.now());
        live.commit();
    }

    private void grow(int kind, Moments moments, int month) {
        Growing growing = all.get(kind);
        int until = Ledger.share(growing.count(), month);
        while (begun[kind] < until) {
            growing.begin(journal, moments, ++begun[kind]);
        }
    }

    /** Goes on where the last month's changes ended: the older a record, the more often it has been changed. */
    private void change(int kind, Moments moments, long changes) {
        for (long i = 0; i < changes; i++) {
            changedTo[kind] = changedTo[kind] % begun[kind] + 1;
            all.get(kind).change(journal, moments, changedTo[kind]);
        }
    }

    private void series(Moments moments, int month) {
        int until = Ledger.share(size.series(), month);
        Rows.Table table = live.table("event_series", "id, version, reference, title, recorded_by, recorded_at");
        Found found = new Found(live, "EventSeries");
        while (series < until) {
            int number = ++series;
            String title = Events.seriesTitle(number);
            String reference = Growing.reference("ES", number);
            Map<String, @Nullable Object> fields = new TreeMap<>(Map.of(
                    "attendance",
                    List.of(),
                    "partners",
                    List.of(),
                    "periods",
                    List.of(),
                    "recordedAt",
                    moments.now().toString(),
                    "recordedBy",
                    "officer",
                    "reference",
                    reference,
                    "title",
                    title));
            fields.put("summary", null);
            table.add(number, 0, reference, title, "officer", LocalDateTime.ofInstant(moments.now(), ZoneOffset.UTC));
            found.add(number, reference, title, "", List.of());
            journal.append(
                    moments,
                    Intention.of("officer", "OFFICER", "EventRegister.openSeries"),
                    List.of(Change.insert("EventSeries", number, reference, 0L, fields, List.<RecordRef>of())));
        }
        table.flush();
        found.close();
    }

    private void close() {
        all.forEach(growing -> growing.write(live));
        ledger.close();
        Rows.Table sequences = live.table("id_sequence", "name, next_val");
        Map.of(
                        "partner", size.partners(),
                        "agreement", size.agreements(),
                        "contribution", size.contributions(),
                        "ledger_entry", size.entries(),
                        "ledger_confirmation", ledger.confirmations(),
                        "isid_event", size.events(),
                        "event_series", size.series(),
                        "import_batch", MONTHS,
                        "exchange_rate", Words.CURRENCIES.size() * (MONTHS + Rates.BEFORE))
                .forEach((name, used) -> sequences.add(name, used + 1001));
        sequences.add("account", 2001);
        sequences.add("setting", 1001);
        Map.of(
                        "P", size.partners(),
                        "A", size.agreements(),
                        "C", size.contributions(),
                        "E", size.entries(),
                        "EV", size.events(),
                        "ES", size.series(),
                        "IM", MONTHS)
                .forEach((prefix, used) -> sequences.add("reference " + prefix, used + 1));
        sequences.flush();
    }

    /** Lets the server know what is in the tables by now. */
    static void analyse(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "partner",
                    "agreement",
                    "agreement_party",
                    "contribution",
                    "ledger_entry",
                    "ledger_confirmation",
                    "isid_event",
                    "event_partner",
                    "search_entry",
                    "search_term",
                    "journal_change_set",
                    "journal_change",
                    "journal_mention",
                    "journal_leaf")) {
                statement.execute("ANALYZE TABLE " + table);
            }
        }
    }
}
