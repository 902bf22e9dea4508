package org.kizuna.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.ibm.icu.util.Currency;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.contribution.ContributionData;
import org.kizuna.contribution.ContributionQueries;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.contribution.Instrument;
import org.kizuna.ledger.EntryCriteria;
import org.kizuna.ledger.EntryData;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.ledger.EntryRow;
import org.kizuna.ledger.EntryTotals;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.ledger.Measure;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.Sector;
import org.kizuna.rate.ExchangeRates;
import org.kizuna.samples.Some;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Money;
import org.kizuna.shared.Reference;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.testing.As;
import org.kizuna.testing.Insisting;
import org.kizuna.testing.Signing;

@ArquillianTest
class DashboardContainerIT {

    private static final Currency USD = Currency.getInstance("USD");

    @Inject
    private DonorFigures figures;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private AgreementQueries agreementQueries;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private ContributionQueries contributionQueries;

    @Inject
    private EntryQueries entries;

    @Inject
    private ExchangeRates rates;

    @Test
    void keepsPledgedCommittedAndReceivedApart() throws Exception {
        Reference donor = ministry();
        Reference contribution = underAgreement(donor, "USD", "1000.00");
        post(contribution, EntryKind.PLEDGE, "900.00", day(2019));
        post(contribution, EntryKind.COMMITMENT, "800.00", day(2020));
        receipt(contribution, "300.10", day(2020));
        receipt(contribution, "0.20", day(2021));
        List<YearInstrument> years = byYear(of(donor), USD);
        assertThat(years).extracting(YearInstrument::year).containsExactly(2019, 2020, 2021);
        assertThat(years).extracting(YearInstrument::instrument).containsOnly(Instrument.PROJECT_SPECIFIC);
        assertFigures(years.get(0).figures(), "900", "0", "0", 1);
        assertFigures(years.get(1).figures(), "0", "800", "300.1", 2);
        assertFigures(years.get(2).figures(), "0", "0", "0.2", 1);
        assertFigures(total(of(donor), USD), "900", "800", "300.3", 4);
    }

    @Test
    void aReversalTakesBackWhatItReversesOnItsOwnDay() throws Exception {
        Reference donor = ministry();
        Reference contribution = underAgreement(donor, "USD", "1000.00");
        Reference other = underAgreement(donor, "USD", "1000.00");
        Reference commitment = post(other, EntryKind.COMMITMENT, "500.00", day(2018));
        Reference receipt = post(contribution, EntryKind.RECEIPT, "100.00", day(2019));
        receipt(contribution, "40.00", day(2019));
        Reference pledge = post(contribution, EntryKind.PLEDGE, "60.00", day(2019));
        for (Reference mistake : List.of(commitment, receipt, pledge)) {
            LocalDate on = day(mistake.equals(commitment) ? 2020 : 2019);
            As.officer(() -> ledger.reverse(mistake, "Mistyped", on));
        }
        List<YearInstrument> years = byYear(of(donor), USD);
        assertFigures(years.get(0).figures(), "0", "500", "0", 1);
        assertFigures(years.get(1).figures(), "0", "0", "40", 5);
        assertThat(years.get(1).figures().unconfirmed()).isZero();
        assertFigures(years.get(2).figures(), "0", "-500", "0", 1);
        assertThatThrownBy(() -> As.officer(() -> ledger.reverse(receipt, "Again", null)))
                .isInstanceOf(org.kizuna.ledger.EntryReversedAlready.class);
        assertFigures(total(of(donor), USD), "0", "0", "40", 7);
    }

    @Test
    void refundsWriteOffsAndWithdrawalsLessenTheirOwnColumnOnly() throws Exception {
        Reference donor = ministry();
        Reference contribution = underAgreement(donor, "USD", "1000.00");
        post(contribution, EntryKind.PLEDGE, "700.00", day(2020));
        post(contribution, EntryKind.PLEDGE_WITHDRAWN, "50.00", day(2020));
        post(contribution, EntryKind.COMMITMENT, "600.00", day(2020));
        post(contribution, EntryKind.ADJUSTMENT, "-30.00", day(2020));
        receipt(contribution, "500.00", day(2020));
        giveUp(contribution, EntryKind.WRITE_OFF, "20.00", day(2020));
        giveUp(contribution, EntryKind.REFUND, "125.50", day(2021));
        List<YearInstrument> years = byYear(of(donor), USD);
        assertFigures(years.get(0).figures(), "650", "550", "500", 6);
        assertFigures(years.get(1).figures(), "0", "0", "-125.5", 1);
        assertFigures(total(of(donor), USD), "650", "550", "374.5", 7);
        Money received = As.manager(() -> contributionQueries.find(contribution.value()))
                .orElseThrow()
                .totals()
                .received();
        assertThat(received).isEqualTo(Money.of("374.50", "USD"));
    }

    @Test
    void narrowsBySectorCountryInstrumentAndPeriod() throws Exception {
        LocalDate longAgo = LocalDate.of(1971, 5, 1);
        Reference ministry = register(PartnerData.of(Some.name("Ministry"), Sector.GOVERNMENT, "BT"));
        Reference company = register(PartnerData.of(Some.name("Company"), Sector.PRIVATE_SECTOR, "BT"));
        Reference abroad = register(PartnerData.of(Some.name("Company"), Sector.PRIVATE_SECTOR, "TV"));
        receive(ministry, Instrument.ASSESSED, "1.00", longAgo);
        receive(ministry, Instrument.POOLED_FUND, "2.00", longAgo);
        receive(company, Instrument.ASSESSED, "4.00", longAgo);
        receive(company, Instrument.ASSESSED, "8.00", longAgo.plusYears(1));
        receive(abroad, Instrument.ASSESSED, "16.00", longAgo);
        CountryCode bhutan = new CountryCode("BT");
        assertReceived(criteria(1971, 1972, null, bhutan, null), "15");
        assertReceived(criteria(1971, 1971, null, bhutan, null), "7");
        assertReceived(criteria(1972, 1972, null, bhutan, null), "8");
        assertReceived(criteria(1971, 1972, Sector.GOVERNMENT, bhutan, null), "3");
        assertReceived(criteria(1971, 1972, Sector.PRIVATE_SECTOR, bhutan, null), "12");
        assertReceived(criteria(1971, 1972, null, bhutan, Instrument.ASSESSED), "13");
        assertReceived(criteria(1971, 1972, Sector.GOVERNMENT, bhutan, Instrument.POOLED_FUND), "2");
        assertReceived(criteria(1971, 1972, Sector.ACADEMIA, bhutan, null), "0");
        assertReceived(criteria(1973, 1975, null, bhutan, null), "0");
        assertReceived(criteria(1971, 1972, null, new CountryCode("TV"), null), "16");
        assertThat(As.manager(() -> figures.largest(criteria(1971, 1972, null, bhutan, null), USD, 10)))
                .extracting(DonorTotal::donor, row -> row.figures().received().intValueExact())
                .containsExactly(tuple(company, 12), tuple(ministry, 3));
    }

    @Test
    void theEntriesBehindEachFigureSumToIt() throws Exception {
        Reference donor = register(PartnerData.of(Some.name("Ministry"), Sector.GOVERNMENT, "NR"));
        Reference contribution = underAgreement(donor, "USD", "1000000.00");
        for (int year = 1980; year < 1984; year++) {
            post(contribution, EntryKind.PLEDGE, year + ".11", day(year));
            post(contribution, EntryKind.COMMITMENT, year + ".22", day(year));
            Reference mistake = post(contribution, EntryKind.RECEIPT, year + ".33", LocalDate.of(year, 1, 1));
            receipt(contribution, year + ".34", LocalDate.of(year, 12, 31));
            receive(donor, Instrument.THEMATIC_FUND, "0.01", day(year));
            if (year == 1982) {
                As.officer(() -> ledger.reverse(mistake, "Mistyped", LocalDate.of(1982, 7, 7)));
            }
        }
        long id = partnerQueryId(donor);
        List<DonorYear> rows = As.manager(() -> figures.byDonor(of(donor), USD, null, 100));
        assertThat(rows).hasSize(8);
        for (DonorYear row : rows) {
            for (Measure measure : Measure.values()) {
                EntryCriteria behind = new EntryCriteria(
                        id,
                        null,
                        null,
                        null,
                        null,
                        row.instrument(),
                        measure,
                        null,
                        LocalDate.of(row.year(), 1, 1),
                        LocalDate.of(row.year(), 12, 31),
                        null,
                        false);
                BigDecimal figure = of(row.figures(), measure);
                EntryTotals totals = As.manager(() -> entries.totals(behind));
                assertThat(totals.of(measure)).isEqualTo(Money.rounded(figure, USD));
                BigDecimal beside = measure == Measure.RECEIVED ? row.figures().unconfirmed() : BigDecimal.ZERO;
                assertThat(totals.unconfirmed()).isEqualByComparingTo(beside);
                List<EntryRow> list = As.manager(
                        () -> entries.list(behind, PageRequest.first(100)).items());
                assertThat(list.stream().map(EntryRow::exact).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .as(row.year() + " " + row.instrument() + " " + measure)
                        .isEqualByComparingTo(figure.add(beside));
            }
        }
        assertThat(rows)
                .filteredOn(row -> row.year() == 1982 && row.instrument() == Instrument.PROJECT_SPECIFIC)
                .singleElement()
                .satisfies(row -> assertFigures(row.figures(), "1982.11", "1982.22", "1982.34", 5));
        // the same sum by country and sector, in a list as in the figures
        EntryCriteria country = new EntryCriteria(
                null,
                null,
                null,
                Sector.GOVERNMENT,
                new CountryCode("NR"),
                null,
                Measure.RECEIVED,
                null,
                LocalDate.of(1980, 1, 1),
                LocalDate.of(1983, 12, 31),
                null,
                false);
        assertReceived(
                criteria(1980, 1983, Sector.GOVERNMENT, new CountryCode("NR"), null),
                As.manager(() -> entries.totals(country)).received().toPlainString());
    }

    @Test
    void convertsByTheRateOfTheDayAndKeepsIt() throws Exception {
        publish("MGA", LocalDate.of(2020, 1, 1), "4000");
        publish("MGA", LocalDate.of(2020, 7, 1), "2000");
        Reference donor = ministry();
        Reference contribution =
                As.officer(() -> contributions.open(Some.contributionBy(donor, Instrument.VOLUNTARY_CORE, "MGA")));
        receipt(contribution, "1000", LocalDate.of(2020, 6, 30));
        receipt(contribution, "1000", LocalDate.of(2020, 7, 1));
        receipt(contribution, "1000", LocalDate.of(2019, 12, 31));
        Figures dollars = total(of(donor), USD);
        assertThat(dollars.received()).isEqualByComparingTo("0.75");
        assertThat(dollars.notConvertible()).isEqualTo(1);
        assertThat(dollars.entries()).isEqualTo(3);
        // in its own currency every entry counts with its own figure
        Figures own = total(of(donor), Currency.getInstance("MGA"));
        assertThat(own.received()).isEqualByComparingTo("3000");
        assertThat(own.notConvertible()).isZero();
        // a rate learned later does not change what was posted
        publish("MGA", LocalDate.of(2020, 6, 30), "1000");
        assertThat(total(of(donor), USD).received()).isEqualByComparingTo("0.75");
    }

    @Test
    void addsCurrenciesUpInTheOneAskedFor() throws Exception {
        publish("LSL", LocalDate.of(2015, 1, 1), "10");
        publish("SZL", LocalDate.of(2015, 1, 1), "20");
        publish("SZL", LocalDate.of(2016, 1, 1), "25");
        Reference donor = ministry();
        Reference maloti = As.officer(() -> contributions.open(Some.contributionBy(donor, Instrument.ASSESSED, "LSL")));
        Reference lilangeni =
                As.officer(() -> contributions.open(Some.contributionBy(donor, Instrument.ASSESSED, "SZL")));
        Reference dollars =
                As.officer(() -> contributions.open(Some.contributionBy(donor, Instrument.ASSESSED, "USD")));
        receipt(maloti, "100.00", day(2015));
        receipt(lilangeni, "100.00", day(2015));
        receipt(dollars, "1.00", day(2015));
        receipt(dollars, "1.00", day(2016));
        assertThat(total(of(donor), USD).received()).isEqualByComparingTo("17");
        // 100 LSL are 10 USD are 200 SZL; the second dollar is worth 25
        Figures asked = total(of(donor), Currency.getInstance("SZL"));
        assertThat(asked.received()).isEqualByComparingTo("345");
        assertThat(asked.notConvertible()).isZero();
        // nobody knows a rate of the currency asked for
        Figures unknown = total(of(donor), Currency.getInstance("TOP"));
        assertThat(unknown.received()).isZero();
        assertThat(unknown.notConvertible()).isEqualTo(4);
    }

    @Test
    void takesTheWorthThatTheAnnouncementGives() throws Exception {
        Reference donor = ministry();
        Reference yen = underAgreement(donor, "JPY", "1100000000");
        Insisting.on(() -> As.officer(() -> ledger.post(
                yen,
                new EntryData(
                        EntryKind.COMMITMENT,
                        new BigDecimal("1000000000"),
                        LocalDate.of(2020, 3, 12),
                        true,
                        new BigDecimal("9600000"),
                        "Press release",
                        null))));
        assertThat(total(of(donor), USD).committed()).isEqualByComparingTo("9600000");
        assertThat(total(of(donor), USD).received()).isZero();
    }

    @Test
    void listsDonorsRowByRowWithNoneTwiceAndNoneMissing() throws Exception {
        List<Reference> donors = new ArrayList<>();
        String name = Some.name("Same name");
        for (int i = 0; i < 3; i++) {
            Reference donor = Insisting.on(() -> register(PartnerData.of(name, Sector.CIVIL_SOCIETY, "KI")));
            donors.add(donor);
            for (int year = 1990; year < 1993; year++) {
                receive(donor, Instrument.ASSESSED, "1.00", day(year));
                receive(donor, Instrument.OTHER, "2.00", day(year));
            }
        }
        FigureCriteria criteria = criteria(1990, 1992, Sector.CIVIL_SOCIETY, new CountryCode("KI"), null);
        List<DonorYear> walked = new ArrayList<>();
        DonorFigures.Place place = null;
        List<DonorYear> some;
        do {
            DonorFigures.Place from = place;
            some = As.manager(() -> figures.byDonor(criteria, USD, from, 4));
            walked.addAll(some);
            DonorYear last = walked.get(walked.size() - 1);
            place = new DonorFigures.Place(last.donorName(), last.donorId(), last.year(), last.instrument());
        } while (some.size() == 4);
        assertThat(walked).hasSize(18).doesNotHaveDuplicates();
        assertThat(walked).extracting(DonorYear::donor).allMatch(donors::contains);
        assertThat(walked)
                .isEqualTo(As.manager(() -> figures.byDonor(criteria, USD, null, 100)))
                .allSatisfy(row -> assertThat(row.figures().received())
                        .isEqualByComparingTo(row.instrument() == Instrument.OTHER ? "2" : "1"));
    }

    @Test
    void tellsTheYearsThereAreEntriesOfAndTheFiguresOfSomeDays() throws Exception {
        Reference donor = ministry();
        receive(donor, Instrument.ASSESSED, "1.00", LocalDate.of(1967, 1, 1));
        receive(donor, Instrument.OTHER, "2.00", LocalDate.of(1967, 11, 30));
        receive(donor, Instrument.ASSESSED, "4.00", LocalDate.of(1967, 12, 1));
        receive(donor, Instrument.ASSESSED, "8.00", LocalDate.of(1970, 1, 1));
        YearlyFigures yearly = As.manager(() -> figures.yearly(of(donor), USD));
        assertThat(yearly.years()).containsExactly(1967, 1970);
        LocalDate first = LocalDate.of(1967, 1, 1);
        Figures days = As.manager(() -> figures.between(of(donor), USD, first, LocalDate.of(1967, 11, 30)));
        assertThat(days.received()).isEqualByComparingTo("3");
        assertThat(days.entries()).isEqualTo(2);
        Figures unknown = As.manager(
                () -> figures.between(of(donor), Currency.getInstance("TOP"), first, LocalDate.of(1967, 12, 1)));
        assertThat(unknown.notConvertible()).isEqualTo(3);
    }

    private Reference ministry() throws Exception {
        return register(Some.ministry());
    }

    private Reference register(PartnerData data) throws Exception {
        return As.officer(() -> partners.register(data));
    }

    /** A contribution that can carry commitments. */
    private Reference underAgreement(Reference donor, String currency, String ceiling) throws Exception {
        Reference other = register(Some.company());
        Reference agreement = Signing.signed(
                agreements, agreementQueries, Some.contributionAgreement(currency, ceiling, donor, other));
        ContributionData data = Some.contribution(donor, agreement, currency);
        return As.officer(() -> contributions.open(data));
    }

    private Reference post(Reference contribution, EntryKind kind, String amount, LocalDate day) throws Exception {
        return Insisting.on(() -> As.officer(() -> ledger.post(contribution, Some.entry(kind, amount, day))));
    }

    private void giveUp(Reference contribution, EntryKind kind, String amount, LocalDate day) throws Exception {
        Insisting.on(() -> As.approver(() -> ledger.giveUp(contribution, Some.entry(kind, amount, day))));
    }

    /** Confirmed. */
    private void receipt(Reference contribution, String amount, LocalDate day) throws Exception {
        Reference entry = post(contribution, EntryKind.RECEIPT, amount, day);
        As.treasurer(() -> {
            ledger.confirm(entry);
            return true;
        });
    }

    private void receive(Reference donor, Instrument instrument, String amount, LocalDate day) throws Exception {
        Reference contribution = As.officer(() -> contributions.open(Some.contributionBy(donor, instrument, "USD")));
        receipt(contribution, amount, day);
    }

    private void publish(String currency, LocalDate day, String perUsd) throws Exception {
        As.administrator(() -> {
            rates.publish(List.of(new ExchangeRates.Published(currency, day, new BigDecimal(perUsd), "Test")));
            return true;
        });
    }

    private FigureCriteria of(Reference donor) throws Exception {
        return new FigureCriteria(1900, 9999, partnerQueryId(donor), null, null, null);
    }

    private long partnerQueryId(Reference partner) throws Exception {
        return As.manager(
                () -> partnerQueries.find(partner.value()).orElseThrow().id());
    }

    private static FigureCriteria criteria(
            int from, int to, @Nullable Sector sector, @Nullable CountryCode country, @Nullable Instrument instrument) {
        return new FigureCriteria(from, to, null, sector, country, instrument);
    }

    private List<YearInstrument> byYear(FigureCriteria criteria, Currency currency) throws Exception {
        return As.manager(() -> figures.byYear(criteria, currency));
    }

    private Figures total(FigureCriteria criteria, Currency currency) throws Exception {
        Figures byYear =
                byYear(criteria, currency).stream().map(YearInstrument::figures).reduce(Figures.NONE, Figures::plus);
        Figures byDonor = As.manager(() -> figures.byDonor(criteria, currency, null, 1000)).stream()
                .map(DonorYear::figures)
                .reduce(Figures.NONE, Figures::plus);
        assertThat(byDonor.received()).isEqualByComparingTo(byYear.received());
        assertThat(byDonor.committed()).isEqualByComparingTo(byYear.committed());
        assertThat(byDonor.pledged()).isEqualByComparingTo(byYear.pledged());
        assertThat(byDonor.entries()).isEqualTo(byYear.entries());
        return byYear;
    }

    private void assertReceived(FigureCriteria criteria, String received) throws Exception {
        assertThat(total(criteria, USD).received()).as(criteria.toString()).isEqualByComparingTo(received);
    }

    private static void assertFigures(
            Figures figures, String pledged, String committed, String received, long entries) {
        assertThat(figures.pledged()).isEqualByComparingTo(pledged);
        assertThat(figures.committed()).isEqualByComparingTo(committed);
        assertThat(figures.received()).isEqualByComparingTo(received);
        assertThat(figures.entries()).isEqualTo(entries);
        assertThat(figures.notConvertible()).isZero();
    }

    private static BigDecimal of(Figures figures, Measure measure) {
        return switch (measure) {
            case PLEDGED -> figures.pledged();
            case COMMITTED -> figures.committed();
            case RECEIVED -> figures.received();
        };
    }

    private static LocalDate day(int year) {
        return LocalDate.of(year, 6, 15);
    }
}
