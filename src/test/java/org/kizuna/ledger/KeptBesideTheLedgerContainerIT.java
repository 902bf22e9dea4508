package org.kizuna.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.contribution.Instrument;
import org.kizuna.figure.LedgerSumTimer;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.Sector;
import org.kizuna.samples.Some;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.KeptSums;
import org.kizuna.shared.Reference;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.testing.As;
import org.kizuna.testing.Insisting;
import org.kizuna.testing.Owner;

/** What is kept beside the ledger, because it is asked for more often than it changes, tells what the ledger tells. */
@ArquillianTest
class KeptBesideTheLedgerContainerIT {

    private static final LocalDate DAY = LocalDate.of(1901, 5, 5);

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private EntryQueries entries;

    @Inject
    private LedgerSumTimer summing;

    @Inject
    @Any
    private Instance<KeptSums> kept;

    @Test
    void aReceiptWaitsUntilItIsConfirmedOrTakenBack() throws Exception {
        Reference donor = ministry();
        Reference contribution = open(donor, Instrument.ASSESSED, "USD");
        int before = waitingForTreasurer();
        Reference confirmed = post(contribution, EntryKind.RECEIPT, "10", DAY);
        Reference reversed = post(contribution, EntryKind.IN_KIND, "20", DAY);
        Reference waiting = post(contribution, EntryKind.RECEIPT, "30", DAY);
        post(contribution, EntryKind.PLEDGE, "40", DAY);
        assertThat(unconfirmed(donor)).containsExactlyInAnyOrder(confirmed, reversed, waiting);
        assertThat(waitingForTreasurer()).isEqualTo(before + 3);
        As.treasurer(() -> {
            ledger.confirm(confirmed);
            return true;
        });
        As.officer(() -> ledger.reverse(reversed, "Mistyped", null));
        assertThat(unconfirmed(donor)).containsExactly(waiting);
        assertThat(waitingForTreasurer()).isEqualTo(before + 1);
        assertThat(differences()).isEmpty();
    }

    @Test
    void anImportsReceiptsWaitUntilTheImportIsConfirmed() throws Exception {
        Reference donor = ministry();
        String batch = Some.name("Batch");
        Insisting.on(() -> As.officer(() -> {
            ledger.enterStatement(List.of(stated(donor, "5"), stated(donor, "-2"), stated(donor, "7")), batch);
            return true;
        }));
        assertThat(unconfirmed(donor)).hasSize(2);
        As.treasurer(() -> {
            ledger.confirmBatch(batch);
            return true;
        });
        assertThat(unconfirmed(donor)).isEmpty();
        assertThat(differences()).isEmpty();
    }

    @Test
    void aReceiptThatSomebodyLetWaitNoLongerIsNamed() throws Exception {
        Reference contribution = open(ministry(), Instrument.ASSESSED, "USD");
        long id = entry(post(contribution, EntryKind.RECEIPT, "10", DAY));
        // in the cells already: summed while it is bent, it would stay in the wrong one
        summing.sum();
        write("DELETE FROM ledger_unconfirmed WHERE entry_id = " + id);
        assertThat(differences())
                .containsExactly("ledger_unconfirmed, entry_id " + id + ", recorded_by officer rows 1 0");
        write("DELETE FROM ledger_unsettled WHERE entry_id = " + id);
        assertThat(differences()).contains("ledger_unsettled, entry_id " + id + " rows 1 0");
        write("INSERT INTO ledger_unsettled (entry_id) VALUES (" + id + ")");
        write("INSERT INTO ledger_unconfirmed (entry_id, recorded_by) VALUES (" + id + ", 'officer')");
        assertThat(differences()).isEmpty();
    }

    @Test
    void totalsAreWhatTheEntriesComeToWhateverTheyAreAskedFor() throws Exception {
        Reference donor = ministry();
        for (Instrument instrument : List.of(Instrument.ASSESSED, Instrument.IN_KIND)) {
            for (String currency : List.of("USD", "BTN")) {
                Reference contribution = open(donor, instrument, currency);
                for (int year = 1902; year < 1905; year++) {
                    Reference receipt = post(contribution, EntryKind.RECEIPT, "10.25", LocalDate.of(year, 1, 1));
                    if (year == 1903) {
                        As.treasurer(() -> {
                            ledger.confirm(receipt);
                            return true;
                        });
                    }
                    post(contribution, EntryKind.PLEDGE, "100.50", LocalDate.of(year, 12, 31));
                }
            }
        }
        assertTotals(donor);
        summing.sum();
        assertTotals(donor);
        Reference contribution = open(donor, Instrument.OTHER, "USD");
        Reference mistake = post(contribution, EntryKind.RECEIPT, "77", LocalDate.of(1903, 6, 6));
        post(contribution, EntryKind.RECEIPT, "88", LocalDate.of(1904, 6, 6));
        As.officer(() -> ledger.reverse(mistake, "Mistyped", LocalDate.of(1903, 6, 7)));
        assertTotals(donor);
        summing.sum();
        assertTotals(donor);
    }

    private void assertTotals(Reference donor) throws Exception {
        Long id = As.manager(
                () -> partnerQueries.find(donor.value()).orElseThrow().id());
        LocalDate[] days = {null, LocalDate.of(1902, 1, 1), LocalDate.of(1903, 1, 1), LocalDate.of(1903, 12, 31)};
        for (Measure measure : new @Nullable Measure[] {null, Measure.PLEDGED, Measure.RECEIVED}) {
            for (Instrument instrument : new @Nullable Instrument[] {null, Instrument.ASSESSED, Instrument.OTHER}) {
                for (LocalDate from : days) {
                    for (LocalDate to : days) {
                        assertTotals(criteria(id, null, instrument, measure, from, to));
                    }
                }
                LocalDate last = LocalDate.of(1904, 12, 31);
                assertTotals(criteria(null, null, instrument, measure, days[1], last));
                assertTotals(criteria(null, Sector.GOVERNMENT, instrument, measure, days[1], last));
                assertTotals(criteria(null, Sector.ACADEMIA, instrument, measure, days[1], last));
                assertTotals(criteria(id, Sector.GOVERNMENT, instrument, measure, days[1].plusDays(1), last));
                assertTotals(ofCountry(instrument, measure, days[1], last));
                assertTotals(ofCountry(instrument, measure, days[1].plusDays(1), last));
            }
        }
    }

    private void assertTotals(EntryCriteria criteria) throws Exception {
        List<EntryRow> rows = As.manager(() -> entries.list(criteria, PageRequest.first(1000)))
                .items();
        EntryTotals totals = As.manager(() -> entries.totals(criteria));
        for (Measure measure : Measure.values()) {
            BigDecimal sum = rows.stream()
                    .filter(row -> row.measure() == measure && row.usd() != null)
                    .map(EntryRow::usd)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal told =
                    switch (measure) {
                        case PLEDGED -> totals.pledged();
                        case COMMITTED -> totals.committed();
                        case RECEIVED -> totals.received().add(totals.unconfirmed());
                    };
            assertThat(told).as("%s of %s", measure, criteria).isEqualByComparingTo(sum);
        }
        assertThat(totals.notConvertible())
                .as("%s", criteria)
                .isEqualTo(rows.stream().filter(row -> row.usd() == null).count());
    }

    private static EntryCriteria criteria(
            @Nullable Long donor,
            @Nullable Sector sector,
            @Nullable Instrument instrument,
            @Nullable Measure measure,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return new EntryCriteria(donor, null, null, sector, null, instrument, measure, null, from, to, null, false);
    }

    private static EntryCriteria ofCountry(
            @Nullable Instrument instrument, @Nullable Measure measure, LocalDate from, LocalDate to) {
        CountryCode japan = new CountryCode("JP");
        return new EntryCriteria(null, null, null, null, japan, instrument, measure, null, from, to, null, false);
    }

    private Reference ministry() throws Exception {
        return As.officer(() -> partners.register(Some.ministry()));
    }

    private Reference open(Reference donor, Instrument instrument, String currency) throws Exception {
        return As.officer(() -> contributions.open(Some.contributionBy(donor, instrument, currency)));
    }

    private Reference post(Reference contribution, EntryKind kind, String amount, LocalDate day) throws Exception {
        return Insisting.on(() -> As.officer(() -> ledger.post(contribution, Some.entry(kind, amount, day))));
    }

    private static StatedEntry stated(Reference donor, String figure) {
        return new StatedEntry(
                donor, Instrument.VOLUNTARY_CORE, "Core funding", "USD", new BigDecimal(figure), DAY, "Statement");
    }

    private long entry(Reference reference) throws Exception {
        return As.manager(() -> entries.find(reference.value()).orElseThrow().id());
    }

    private List<Reference> unconfirmed(Reference donor) throws Exception {
        return As.treasurer(() -> {
            Long id = partnerQueries.find(donor.value()).orElseThrow().id();
            EntryCriteria criteria =
                    new EntryCriteria(id, null, null, null, null, null, null, null, null, null, null, true);
            List<Reference> found = entries.list(criteria, PageRequest.first(100)).items().stream()
                    .map(EntryRow::reference)
                    .toList();
            assertThat(entries.count(criteria).number()).isEqualTo(found.size());
            return found;
        });
    }

    private int waitingForTreasurer() throws Exception {
        return As.treasurer(() -> entries.awaitingConfirmation().number());
    }

    private List<String> differences() {
        List<String> found = new ArrayList<>();
        kept.forEach(one ->
                one.check((place, field, expected, is) -> found.add(place + " " + field + " " + expected + " " + is)));
        return found;
    }

    private void write(String sql) throws Exception {
        try (Connection owner = Owner.connect(dataSource);
                PreparedStatement statement = owner.prepareStatement(sql)) {
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
