package org.kizuna.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Currency;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.contribution.Instrument;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.ledger.StatedEntry;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.rate.ExchangeRates;
import org.kizuna.samples.Some;
import org.kizuna.shared.KeptSums;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;
import org.kizuna.testing.Insisting;
import org.kizuna.testing.Owner;

/** The sums that are kept are what the entries come to, whatever happened to the entries and to the rates. */
@ArquillianTest
class LedgerSumsContainerIT {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final int FIRST_YEAR = 1930;
    private static final int LAST_YEAR = 1933;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private PartnerRegister partners;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister register;

    @Inject
    private ExchangeRates rates;

    @Inject
    private LedgerSumTimer summing;

    @Inject
    private DonorFigures figures;

    @Inject
    private EntryQueries ledger;

    @Inject
    @Any
    private Instance<KeptSums> sums;

    @Test
    void theyAgreeWithTheEntriesAfterWhateverIsEnteredReversedImportedAndPublished() throws Exception {
        Random random = new Random(4);
        publish(LocalDate.of(FIRST_YEAR, 3, 1), "100.5");
        List<Reference> open = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Reference donor = As.officer(() -> partners.register(Some.ministry()));
            for (String currency : List.of("USD", "JPY")) {
                open.add(As.officer(
                        () -> contributions.open(Some.contributionBy(donor, Instrument.ASSESSED, currency))));
            }
            statement(donor, random);
        }
        List<Reference> entries = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int step = random.nextInt(10);
            if (step == 0) {
                summing.sum();
            } else if (step == 1 && !entries.isEmpty()) {
                Reference mistake = entries.remove(random.nextInt(entries.size()));
                As.officer(() -> register.reverse(mistake, "Mistyped", null));
            } else if (step >= 8 && !entries.isEmpty()) {
                Reference entry = entries.get(random.nextInt(entries.size()));
                if (As.manager(() -> ledger.find(entry.value())).orElseThrow().awaitsConfirmation()) {
                    // who confirmed it may not be asked to take it back alone
                    entries.remove(entry);
                    confirm(entry);
                }
            } else if (step == 2 && i % 10 == 0) {
                publish(day(random), String.valueOf(50 + random.nextInt(100)));
            } else {
                Reference contribution = open.get(random.nextInt(open.size()));
                EntryKind kind = random.nextBoolean() ? EntryKind.RECEIPT : EntryKind.PLEDGE;
                String amount = String.valueOf(1 + random.nextInt(100_000));
                LocalDate on = day(random);
                entries.add(Insisting.on(
                        () -> As.officer(() -> register.post(contribution, Some.entry(kind, amount, on)))));
            }
            assertThat(differences()).as("after step %s", i).isEmpty();
            if (i % 6 == 0) {
                assertAsTheEntriesSay();
            }
        }
        summing.sum();
        assertThat(differences()).isEmpty();
        assertAsTheEntriesSay();
    }

    @Test
    void aSumThatSomebodyAlteredIsNamed() throws Exception {
        Reference donor = As.officer(() -> partners.register(Some.ministry()));
        Reference contribution =
                As.officer(() -> contributions.open(Some.contributionBy(donor, Instrument.IN_KIND, "USD")));
        As.officer(() -> register.post(contribution, Some.entry(EntryKind.RECEIPT, "12.50", LocalDate.of(1946, 5, 5))));
        summing.sum();
        String ofYear = "ledger_sum SET unconfirmed = unconfirmed %s 1"
                + " WHERE currency = 'USD' AND instrument = 'IN_KIND' AND donor_id <> 0 AND value_year = 1946";
        bend(ofYear, "+");
        assertThat(differences())
                .singleElement()
                .asString()
                .contains("currency USD, instrument IN_KIND, donor_id ")
                .endsWith("value_year 1946 unconfirmed 12.5 13.5");
        bend(ofYear, "-");
        String ofMonth =
                "ledger_known_sum SET unconfirmed = unconfirmed %s 1 WHERE currency = 'USD' AND value_month = 194605";
        bend(ofMonth, "+");
        assertThat(differences())
                .singleElement()
                .asString()
                .startsWith("ledger_known_sum, recorded_month ")
                .endsWith("value_month 194605, currency USD unconfirmed 12.5 13.5");
        bend(ofMonth, "-");
        assertThat(differences()).isEmpty();
    }

    @Test
    void theLargestDonorsAreTheSameAsWhenAllAreSummedUp() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 70; i++) {
            Reference donor = As.officer(() -> partners.register(Some.ministry()));
            Reference contribution =
                    As.officer(() -> contributions.open(Some.contributionBy(donor, Instrument.OTHER, "USD")));
            for (int year = 1950; year < 1953; year++) {
                String amount = 1 + random.nextInt(5_000) + "." + (10 + i);
                LocalDate on = LocalDate.of(year, 2, 2);
                confirm(As.officer(() -> register.post(contribution, Some.entry(EntryKind.RECEIPT, amount, on))));
            }
            if (i == 40) {
                summing.sum();
            }
        }
        FigureCriteria criteria = FigureCriteria.years(1950, 1952);
        List<DonorTotal> all = As.manager(() -> figures.largest(criteria, USD, 1000));
        assertThat(all).hasSizeGreaterThanOrEqualTo(70);
        assertThat(As.manager(() -> figures.largest(criteria, USD, 5))).isEqualTo(all.subList(0, 5));
        summing.sum();
        assertThat(As.manager(() -> figures.largest(criteria, USD, 5))).isEqualTo(all.subList(0, 5));
        assertThat(As.manager(() -> figures.largest(criteria, USD, 60))).isEqualTo(all.subList(0, 60));
    }

    private void assertAsTheEntriesSay() throws Exception {
        FigureCriteria criteria = FigureCriteria.years(FIRST_YEAR, LAST_YEAR);
        for (Currency currency : List.of(USD, JPY)) {
            List<YearInstrument> byYear = As.manager(() -> figures.byYear(criteria, currency));
            Figures total = byYear.stream().map(YearInstrument::figures).reduce(Figures.NONE, Figures::plus);
            List<DonorYear> byDonor = As.manager(() -> figures.byDonor(criteria, currency, null, 10_000));
            assertThat(byDonor.stream()
                            .map(DonorYear::figures)
                            .reduce(Figures.NONE, Figures::plus)
                            .received())
                    .isEqualByComparingTo(total.received());
            assertThat(total.received()).isEqualByComparingTo(entryByEntry(currency, "NOT"));
            assertThat(total.unconfirmed()).isEqualByComparingTo(entryByEntry(currency, ""));
        }
    }

    private void confirm(Reference entry) throws Exception {
        As.treasurer(() -> {
            register.confirm(entry);
            return true;
        });
    }

    /** Each entry's worth, taken one by one. */
    private BigDecimal entryByEntry(Currency currency, String confirmed) throws Exception {
        BigDecimal sum = BigDecimal.ZERO;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT e.currency, e.exact_amount, e.usd_amount, (SELECT r.per_usd FROM exchange_rate r WHERE"
                                + " r.currency = ? AND r.effective_on <= COALESCE(o.value_date, e.value_date) ORDER BY"
                                + " r.effective_on DESC LIMIT 1) FROM ledger_entry e LEFT JOIN ledger_entry o ON o.id ="
                                + " e.reverses_id WHERE e.measure = 'RECEIVED' AND e.value_year BETWEEN ? AND ? AND "
                                + confirmed
                                + " (COALESCE(o.kind, e.kind) IN ('RECEIPT', 'IN_KIND') AND NOT EXISTS (SELECT"
                                + " 1 FROM ledger_confirmation k WHERE k.entry_id = COALESCE(o.id, e.id)))")) {
            query.setString(1, currency.getCurrencyCode());
            query.setInt(2, FIRST_YEAR);
            query.setInt(3, LAST_YEAR);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    BigDecimal usd = row.getBigDecimal(3);
                    BigDecimal rate = currency.equals(USD) ? BigDecimal.ONE : row.getBigDecimal(4);
                    if (row.getString(1).equals(currency.getCurrencyCode())) {
                        sum = sum.add(row.getBigDecimal(2));
                    } else if (usd != null && rate != null) {
                        sum = sum.add(usd.multiply(rate));
                    }
                }
            }
        }
        return sum;
    }

    private List<String> differences() {
        List<String> found = new ArrayList<>();
        sums.forEach(kept ->
                kept.check((place, field, expected, is) -> found.add(place + " " + field + " " + expected + " " + is)));
        return found;
    }

    private void bend(String cell, String sign) throws Exception {
        try (Connection owner = Owner.connect(dataSource);
                PreparedStatement update = owner.prepareStatement("UPDATE " + cell.formatted(sign))) {
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private void statement(Reference donor, Random random) throws Exception {
        List<StatedEntry> statement = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            statement.add(new StatedEntry(
                    donor,
                    Instrument.VOLUNTARY_CORE,
                    "Core funding",
                    "USD",
                    new BigDecimal(random.nextInt(1000) - 200),
                    day(random),
                    "Statement"));
        }
        Insisting.on(() -> As.officer(() -> {
            register.enterStatement(statement, Some.name("Batch"));
            return true;
        }));
    }

    private void publish(LocalDate day, String perUsd) throws Exception {
        As.administrator(() -> {
            rates.publish(List.of(new ExchangeRates.Published("JPY", day, new BigDecimal(perUsd), "Test")));
            return true;
        });
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(365 * 4));
    }
}
