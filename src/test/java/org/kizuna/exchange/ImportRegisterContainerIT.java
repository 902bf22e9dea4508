package org.kizuna.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.kizuna.contribution.Instrument;
import org.kizuna.document.Content;
import org.kizuna.document.DocumentIsEmpty;
import org.kizuna.ledger.EntryCriteria;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.ledger.EntryRow;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.ledger.MorePaidBackThanReceived;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.PartnerRow;
import org.kizuna.partner.Sector;
import org.kizuna.samples.Case;
import org.kizuna.samples.Some;
import org.kizuna.search.KnownName;
import org.kizuna.shared.InvalidInput;
import org.kizuna.shared.Reference;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;

@ArquillianTest
class ImportRegisterContainerIT {

    @Inject
    private ImportRegister imports;

    @Inject
    private ImportQueries queries;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private EntryQueries entries;

    @Inject
    private LedgerRegister ledger;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Resource
    private ManagedExecutorService executor;

    @Test
    void namesEachBadRowWithWhatIsWrongWithIt() throws Exception {
        String donor = Some.name("Donor");
        Preview preview = preview(Some.statement(
                "2020," + donor + ",Private Sector,Voluntary earmarked,10.00",
                "20x1," + donor + ",Private Sector,Voluntary earmarked,10.00",
                "1965," + donor + ",Private Sector,Voluntary earmarked,10.00",
                "9999," + donor + ",Private Sector,Voluntary earmarked,10.00",
                "2021," + donor + ",Privat Sector,Voluntary earmarked,10.00",
                "2021," + donor + ",Private Sector,Voluntarily,10.00",
                "2022," + donor + ",Private Sector,Voluntary earmarked,\"1,000.00\"",
                "2023," + donor + ",Private Sector,Voluntary earmarked,1e3",
                "2024,,Private Sector,Voluntary earmarked,10.00",
                "2018," + donor + ",Private Sector,Voluntary earmarked,1234567890123456",
                "2019," + "d".repeat(251) + ",Private Sector,Voluntary earmarked,10.00",
                "2019,Ruritania,Government,Assessed,10.00",
                ",,,,"));
        assertThat(preview.problem()).isNull();
        assertThat(preview.canBeEntered()).isFalse();
        assertThat(preview.errors()).isEqualTo(10);
        assertThat(preview.rows().stream().filter(row -> !row.hasErrors()))
                .extracting(StatementRow::line)
                .containsExactly(2L, 8L);
        assertThat(preview.rows().stream().flatMap(row -> row.findings().stream()
                        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                        .map(finding -> row.line() + " " + finding.column() + " " + finding.key())))
                .containsExactly(
                        "3 calendar_year notAYear",
                        "4 calendar_year yearOutOfRange",
                        "5 calendar_year yearOutOfRange",
                        "6 category unknownCategory",
                        "7 revenue_type unknownRevenueType",
                        "9 amount_usd notANumber",
                        "10 donor required",
                        "11 amount_usd tooLarge",
                        "12 donor tooLong",
                        "13 donor countryNotRecognised");
        assertThat(preview.rows().get(1).findings())
                .filteredOn(Finding::key, "notAYear")
                .singleElement()
                .extracting(Finding::arguments)
                .isEqualTo(List.of("20x1"));
        assertThat(preview.rows().get(4).findings())
                .filteredOn(Finding::key, "unknownCategory")
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.arguments().get(1).toString()).contains("Private Sector", "No Contributor"));
    }

    @Test
    void saysWhatIsWrongWithAFileAsAWhole() throws Exception {
        assertProblem(Some.file("few.csv", Some.STATEMENT_HEADER + "2020,Few\n"), "importNotCsv", 2L);
        assertProblem(
                Some.file("many.csv", Some.STATEMENT_HEADER + "2020,Many,Other,Other,1\n2021,Many,Other,Other,1,2,3\n"),
                "importNotCsv",
                3L);
        assertProblem(
                Some.file("lines.csv", Some.STATEMENT_HEADER + "2020,\"Two\nlines\",Other,Other,1\n\n2021,Few,Other\n"),
                "importNotCsv",
                5L);
        assertProblem(
                Some.file(
                        "quote.csv",
                        Some.STATEMENT_HEADER + "2020,Ours,Other,Other,1\n2021,\"Open,Other,Other,1\n2022,x,Other"),
                "importNotCsv",
                3L);
        assertProblem(
                Some.file("header.csv", "year,donor,category,revenue_type,amount\n2020,Ours,Other,Other,1\n"),
                "importMissingColumns",
                "calendar_year, amount_usd",
                "calendar_year, donor, category, revenue_type, amount_usd");
        assertProblem(
                Some.file("only-header.csv", Some.STATEMENT_HEADER),
                "importEmpty",
                "calendar_year, donor, category, revenue_type, amount_usd");
        assertProblem(
                Some.file(
                        "latin.csv",
                        (Some.STATEMENT_HEADER + "2020,Ours,Other,Other,1\n2020,Société,Other,Other,1\n")
                                .getBytes(StandardCharsets.ISO_8859_1)),
                "importNotUtf8",
                3L);
        assertProblem(
                Some.file(
                        "japan.csv",
                        (Some.STATEMENT_HEADER + "2020,日本,Other,Other,1\n").getBytes(Charset.forName("Shift_JIS"))),
                "importNotUtf8",
                2L);
    }

    @Test
    void refusesAnEmptyFileAndAMissingSource() {
        assertThatThrownBy(() -> As.officer(() -> imports.bring("Test", Some.file("empty.csv", ""))))
                .isInstanceOf(DocumentIsEmpty.class);
        assertThatThrownBy(() -> As.officer(() -> imports.bring("  ", Some.statement("2020,x,Other,Other,1"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("source");
    }

    @Test
    void aBadFileEntersNothing() throws Exception {
        String donor = Some.name("Donor");
        List<String> rows = new ArrayList<>();
        for (int year = 1970; year < 2020; year++) {
            for (int i = 0; i < 12; i++) {
                rows.add(year + "," + donor + " " + i + ",Private Sector,Assessed,1.5");
            }
        }
        rows.add("2020," + donor + " 0,Private Sector,Assessed,much");
        Reference reference = bring(Some.statement(rows.toArray(String[]::new)));
        assertThat(row(reference).rowCount()).isEqualTo(601);
        assertThatThrownBy(() -> enter(reference))
                .isInstanceOfSatisfying(ImportHasErrors.class, refusal -> assertThat(refusal.arguments())
                        .containsExactly(1L));
        assertThat(row(reference).status()).isEqualTo(ImportStatus.PREVIEW);
        assertThat(entered(reference)).isEmpty();
        assertThat(new Journal(dataSource).number("SELECT COUNT(*) FROM partner WHERE legal_name LIKE ?", donor + "%"))
                .isZero();
    }

    @Test
    void aGoodFileIsEnteredWholeAndItsSumsStay() throws Exception {
        String donor = Some.name("Donor");
        List<String> rows = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int year = 1970; year < 2020; year++) {
            for (int i = 0; i < 12; i++) {
                BigDecimal figure = new BigDecimal(year + "." + i + "000000" + i).movePointRight(3);
                rows.add(year + "," + donor + " " + i + ",Private Sector,Assessed," + figure.toPlainString());
                sum = sum.add(figure);
            }
        }
        rows.add("2020," + donor + " 0,Private Sector,Assessed,-0.1");
        rows.add("2021," + donor + " 0,Private Sector,Assessed,0.2");
        rows.add("2022," + donor + " 0,Private Sector,Assessed,123456789012345.0123456789");
        sum = sum.add(new BigDecimal("123456789012345.1123456789"));
        BigDecimal received = sum.add(new BigDecimal("0.1"));
        Reference reference = bring(Some.statement(rows.toArray(String[]::new)));
        Preview preview = As.officer(() -> queries.preview(row(reference)));
        assertThat(preview.errors()).isZero();
        assertThat(preview.newPartners()).isEqualTo(12);
        assertThat(preview.totals().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sum);
        enter(reference);
        confirm(reference);
        assertThat(As.manager(() -> entries.totals(of(reference))).received()).isEqualByComparingTo(received);
        enterRefunds(reference);
        List<EntryRow> entered = entered(reference);
        assertThat(entered).hasSize(603);
        assertThat(entered.stream().map(EntryRow::exact).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sum);
        assertThat(entered.stream().map(EntryRow::usd).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sum);
        assertThat(As.manager(() -> entries.totals(of(reference))).received()).isEqualByComparingTo(sum);
        for (Map.Entry<Integer, BigDecimal> year : preview.totals().entrySet()) {
            assertThat(entered.stream()
                            .filter(entry -> entry.valueDate().equals(LocalDate.of(year.getKey(), 12, 31)))
                            .map(EntryRow::exact)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(year.getValue());
        }
        ImportRow batch = row(reference);
        assertThat(batch.status()).isEqualTo(ImportStatus.ENTERED);
        assertThat(batch.committedAt()).isNotNull();
        assertThat(new Journal(dataSource)
                        .number(
                                "SELECT COUNT(*) FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id"
                                        + " JOIN ledger_entry e ON e.id = c.entity_id WHERE c.entity = 'LedgerEntry'"
                                        + " AND s.action = 'ImportRegister.enter' AND e.batch = ?",
                                reference.value()))
                .isEqualTo(602);
    }

    @Test
    void theSameFileAgainIsRefused() throws Exception {
        String donor = Some.name("Donor");
        Content file = Some.statement(
                "2020," + donor + ",Academic,Assessed,5", "2020," + donor + ",Academic,Voluntary earmarked,-1");
        Reference first = bring(file);
        Reference second = bring(file);
        enter(first);
        assertThatThrownBy(() -> enter(second))
                .isInstanceOfSatisfying(NothingToEnter.class, refusal -> assertThat(refusal.arguments())
                        .containsExactly(2L));
        Preview preview = As.officer(() -> queries.preview(row(second)));
        assertThat(preview.newPartners()).isZero();
        assertThat(preview.rows())
                .flatExtracting(StatementRow::findings)
                .extracting(Finding::key)
                .contains("enteredBefore", "enteredBefore");
        assertThatThrownBy(() -> enter(first)).isInstanceOf(ImportIsClosed.class);
        assertThatThrownBy(() -> As.officer(() -> {
                    imports.enter(first, 0);
                    return true;
                }))
                .isInstanceOf(StaleVersion.class);
        assertThat(entered(first)).hasSize(1);
        assertThat(As.approver(() -> entries.statedRefunds())).containsEntry(first.value(), 1);
        assertThat(entered(second)).isEmpty();
    }

    @Test
    void whatWasTakenBackMayBeEnteredAgain() throws Exception {
        String donor = Some.name("Donor");
        Content file = Some.statement("2020," + donor + ",Academic,Assessed,5");
        Reference first = bring(file);
        enter(first);
        Reference entry = entered(first).get(0).reference();
        As.officer(() -> ledger.reverse(entry, "Another figure", null));
        Reference second = bring(file);
        enter(second);
        assertThat(entered(second))
                .singleElement()
                .extracting(EntryRow::contribution)
                .isEqualTo(entered(first).get(0).contribution());
    }

    @Test
    void twoWhoEnterTheSameFileAtOnceEnterItOnce() throws Exception {
        for (int round = 0; round < 3; round++) {
            String donor = Some.name("Donor");
            Content file = Some.statement("2020," + donor + ",Academic,Assessed,5");
            CountDownLatch ready = new CountDownLatch(2);
            List<Future<Boolean>> both = new ArrayList<>();
            for (Reference reference : List.of(bring(file), bring(file))) {
                both.add(executor.submit(() -> {
                    ready.countDown();
                    ready.await();
                    try {
                        enter(reference);
                        return true;
                    } catch (NothingToEnter e) {
                        return false;
                    }
                }));
            }
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
            assertThat(new Journal(dataSource).number("SELECT COUNT(*) FROM partner WHERE legal_name = ?", donor))
                    .isEqualTo(1);
        }
    }

    @Test
    void aNegativeFigureBecomesARefundThatAnApproverEnters() throws Exception {
        String donor = Some.name("Donor");
        Reference reference = bring(Some.statement(
                "2020," + donor + ",Foundations,Voluntary un-earmarked,-12.3450",
                "2019," + donor + ",Foundations,Voluntary un-earmarked,12.3450"));
        Preview preview = As.officer(() -> queries.preview(row(reference)));
        assertThat(preview.rows().get(0).findings())
                .extracting(Finding::severity, Finding::key)
                .containsExactly(
                        tuple(Finding.Severity.NOTE, "willBeRefund"),
                        tuple(Finding.Severity.NOTE, "willBeRounded"),
                        tuple(Finding.Severity.NOTE, "willBeRegistered"));
        enter(reference);
        assertThat(entered(reference)).extracting(EntryRow::kind).containsExactly(EntryKind.RECEIPT);
        assertThatThrownBy(() -> As.officer(() -> {
                    ledger.enterStatedRefunds(reference.value(), "as stated");
                    return true;
                }))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> enterRefunds(reference))
                .as("nothing is confirmed that could be paid back")
                .isInstanceOf(MorePaidBackThanReceived.class);
        confirm(reference);
        enterRefunds(reference);
        EntryRow entry = entered(reference).stream()
                .filter(row -> row.kind() == EntryKind.REFUND)
                .findFirst()
                .orElseThrow();
        assertThat(entry.recordedBy()).isEqualTo("approver");
        assertThat(entry.instrument()).isEqualTo(Instrument.VOLUNTARY_CORE);
        assertThat(entry.amount().plain()).isEqualTo("-12.34");
        assertThat(entry.exact()).isEqualByComparingTo("-12.345");
        assertThat(entry.usd()).isEqualByComparingTo("-12.345");
        assertThat(entry.reason()).isNotBlank();
        assertThat(entry.awaitsConfirmation()).isFalse();
    }

    @Test
    void keepsNamesAsTheyStandInTheFile() throws Exception {
        String mark = Some.name("");
        List<String> names = List.of(
                "Smith, Jones \"and\" Sons" + mark,
                "=HYPERLINK(\"http://x\")" + mark,
                "+1-800" + mark,
                "@sum(A1)" + mark,
                "-minus" + mark,
                "株式会社小松製作所" + mark,
                "Société Générale; S.A." + mark,
                "Two\nlines" + mark,
                "o'Brien\\0--" + mark);
        String[] rows = names.stream()
                .map(name -> "2020,\"" + name.replace("\"", "\"\"") + "\",Private Sector,Other,1")
                .toArray(String[]::new);
        Content file = Some.statement(rows);
        Reference reference = bring(file);
        enter(reference);
        assertThat(entered(reference))
                .extracting(EntryRow::donorName)
                .containsExactlyInAnyOrderElementsOf(names.stream()
                        .map(name -> name.replace("\n", " ").strip())
                        .toList());
        // what was registered is known by its name when the file comes again
        Preview again = preview(file);
        assertThat(again.newPartners()).isZero();
        assertThat(again.before()).isEqualTo(names.size());
    }

    @Test
    void readsWhatSpreadsheetProgramsWrite() throws Exception {
        String donor = Some.name("Spender");
        String semicolons = "\uFEFFdonor;note;amount_usd;category;revenue_type;calendar_year\r\n" + donor
                + ";\"a;b\";7.5;Private Sector;Assessed;2020\r\n\r\n";
        Preview preview = preview(Some.file("bom.csv", semicolons));
        assertThat(preview.problem()).isNull();
        assertThat(preview.canBeEntered()).isTrue();
        assertThat(preview.rows()).singleElement().satisfies(row -> {
            assertThat(row.donor()).isEqualTo(donor);
            assertThat(row.figure()).isEqualByComparingTo("7.5");
            assertThat(row.year()).isEqualTo(2020);
            assertThat(row.line()).isEqualTo(2);
        });
        Preview tabs = preview(Some.file(
                "tabs.csv", semicolons.substring(1).replace("a;b", "a").replace(';', '\t')));
        assertThat(tabs.canBeEntered()).isTrue();
        Preview wide = preview(
                Some.file("wide.csv", ("\uFEFF" + semicolons.substring(1)).getBytes(StandardCharsets.UTF_16LE)));
        assertThat(wide.canBeEntered()).isTrue();
    }

    @Test
    void refusesAHugeFieldWithoutAnOutcry() throws Exception {
        Preview preview = preview(Some.statement("2020," + "x".repeat(3_000_000) + ",Other,Other,1"));
        assertThat(preview.errors()).isEqualTo(1);
        assertThat(preview.rows().get(0).findings()).extracting(Finding::key).contains("tooLong");
        assertProblem(
                Some.statement("2020,Ours,Other,Other,1", "2020,\"" + "x".repeat(20_000_000) + "\",Other,Other,1"),
                "importNotCsv",
                3L);
    }

    @Test
    void readsANameWithSignsThatNobodySeesAsTheOneItLooksLike() throws Exception {
        enter(bring(Some.file("csv-invisible-1.csv", Case.bytes("csv-invisible-1.csv"))));
        Preview second = preview(Some.file("csv-invisible-2.csv", Case.bytes("csv-invisible-2.csv")));
        assertThat(second.rows()).hasSize(5).allSatisfy(row -> assertThat(row.partner())
                .isNotNull());
        assertThat(second.rows().stream().map(StatementRow::partner).distinct()).hasSize(1);
        assertThat(second.rows().get(0).findings()).extracting(Finding::key).containsExactly("enteredBefore");
        assertThat(second.rows().subList(1, 5)).noneMatch(StatementRow::hasErrors);
    }

    @Test
    void readsFiguresAsAFileWritesThemAndAsksAboutWhatHasTwoReadings() throws Exception {
        Preview preview = preview(Some.file("amounts.csv", Case.bytes("csv-amounts-grouped.csv")));
        assertThat(preview.rows().stream().flatMap(row -> row.findings().stream()
                        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                        .map(finding -> row.line() + " " + finding.key())))
                .containsExactly("3 figureOfAnotherStyle", "8 figureAmbiguous");
    }

    @Test
    void proposesTheGovernmentThatIsKnownUnderAnotherUsualName() throws Exception {
        Reference known = government("T\u00fcrkiye", "TR");
        Preview preview = preview(Some.file("countries.csv", Case.bytes("csv-country-names.csv")));
        assertThat(preview.rows()).noneMatch(StatementRow::hasErrors);
        StatementRow turkey = preview.rows().get(0);
        assertThat(turkey.partner()).isEqualTo(known);
        assertThat(turkey.findings())
                .extracting(Finding::key)
                .contains("knownByAnotherName")
                .doesNotContain("willBeRegistered");
        assertThat(turkey.findings()).extracting(Finding::key).doesNotContain("countryNotRecognised");
    }

    /** As the register has it, or registered. */
    private Reference government(String name, String country) throws Exception {
        PartnerRow row = As.manager(() -> partnerQueries.byName(List.of(name))).get(KnownName.form(name));
        return row != null
                ? row.reference()
                : As.officer(() -> partners.register(PartnerData.of(name, Sector.GOVERNMENT, country)));
    }

    @Test
    void whereNobodyIsNamedACollectivePartnerStands() throws Exception {
        String nobody = Some.name("No contributor");
        String several = Some.name("Other Companies");
        Reference reference = bring(Some.statement(
                "2020," + nobody + ",No Contributor,Other,3", "2020," + several + ",Private Sector,Other,4"));
        enter(reference);
        Map<String, PartnerRow> found = As.manager(() -> partnerQueries.byName(List.of(nobody, several)));
        assertThat(found.values()).extracting(PartnerRow::collective).containsExactly(true, true);
        PartnerDetail unnamed = As.manager(() -> partnerQueries.find(found.values().stream()
                        .filter(row -> row.legalName().equals(nobody))
                        .findFirst()
                        .orElseThrow()
                        .reference()
                        .value()))
                .orElseThrow();
        assertThat(unnamed.data().sector()).isNull();
        assertThat(unnamed.data().country()).isNull();
    }

    @Test
    void usesAPartnerKnownByAnotherName() throws Exception {
        String alias = Some.name("Alias");
        PartnerData data = Some.company();
        Reference known = As.officer(() -> partners.register(new PartnerData(
                null,
                data.legalName(),
                null,
                null,
                Sector.ACADEMIA,
                null,
                "JP",
                null,
                null,
                null,
                false,
                List.of(new PartnerData.Name(null, alias, null)),
                List.of(),
                List.of())));
        Reference reference = bring(Some.statement("2020," + alias + ",Private Sector,Other,4"));
        Preview preview = As.officer(() -> queries.preview(row(reference)));
        assertThat(preview.warnings()).isEqualTo(1);
        assertThat(preview.rows().get(0).partner()).isEqualTo(known);
        assertThat(preview.rows().get(0).findings()).extracting(Finding::key).containsExactly("sectorDiffers");
        enter(reference);
        assertThat(entered(reference))
                .singleElement()
                .extracting(EntryRow::donor)
                .isEqualTo(known);
    }

    @Test
    void aRowThatRepeatsAnotherIsPointedOut() throws Exception {
        String donor = Some.name("Donor");
        Reference reference = bring(Some.statement(
                "2020," + donor + ",Private Sector,Other,4",
                "2020," + donor.toUpperCase(java.util.Locale.ROOT) + ",Private Sector,Other,4",
                "2021," + donor + ",Private Sector,Other,0"));
        Preview preview = As.officer(() -> queries.preview(row(reference)));
        assertThat(preview.rows().get(1).findings()).extracting(Finding::key).contains("rowRepeated");
        assertThat(preview.rows().get(2).findings()).extracting(Finding::key).contains("figureIsZero");
        assertThat(preview.warnings()).isEqualTo(2);
        assertThat(preview.newPartners()).isEqualTo(1);
        enter(reference);
        assertThat(entered(reference)).hasSize(3);
        assertThat(entered(reference))
                .extracting(EntryRow::donor)
                .containsOnly(entered(reference).get(0).donor());
    }

    @Test
    void whatIsDiscardedIsNotEntered() throws Exception {
        Reference reference = bring(Some.statement("2020," + Some.name("Donor") + ",Private Sector,Other,4"));
        As.officer(() -> {
            imports.discard(reference, row(reference).version());
            return true;
        });
        assertThat(row(reference).status()).isEqualTo(ImportStatus.DISCARDED);
        assertThatThrownBy(() -> enter(reference)).isInstanceOf(ImportIsClosed.class);
        assertThat(entered(reference)).isEmpty();
    }

    @Test
    void receiptsAreConfirmedByAnotherThanTheOneWhoBroughtThem() throws Exception {
        String donor = Some.name("Donor");
        Reference reference = bring(Some.statement(
                "2020," + donor + ",Private Sector,Other,4", "2021," + donor + ",Private Sector,Other,-4"));
        enter(reference);
        confirm(reference);
        enterRefunds(reference);
        assertThat(entered(reference))
                .extracting(EntryRow::kind, EntryRow::confirmedBy)
                .containsExactlyInAnyOrder(tuple(EntryKind.RECEIPT, "treasurer"), tuple(EntryKind.REFUND, null));
    }

    private void confirm(Reference batch) throws Exception {
        As.treasurer(() -> {
            ledger.confirmBatch(batch.value());
            return true;
        });
    }

    private void enterRefunds(Reference batch) throws Exception {
        As.approver(() -> {
            ledger.enterStatedRefunds(batch.value(), "as the statement says");
            return true;
        });
    }

    @Test
    void onlyOfficersBringAndEnter() throws Exception {
        Content file = Some.statement("2020," + Some.name("Donor") + ",Private Sector,Other,4");
        assertThatThrownBy(() -> As.manager(() -> imports.bring("Test", file))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> As.administrator(() -> imports.bring("Test", file)))
                .isInstanceOf(EJBAccessException.class);
        Reference reference = bring(file);
        assertThatThrownBy(() -> As.treasurer(() -> {
                    imports.enter(reference, row(reference).version());
                    return true;
                }))
                .isInstanceOf(EJBAccessException.class);
    }

    private void assertProblem(Content file, String key, Object... arguments) throws Exception {
        Reference reference = bring(file);
        Preview preview = As.officer(() -> queries.preview(row(reference)));
        assertThat(preview.problem())
                .as(file.fileName())
                .isEqualTo(new Finding(Finding.Severity.ERROR, "", key, List.of(arguments)));
        assertThat(preview.canBeEntered()).isFalse();
        assertThatThrownBy(() -> enter(reference)).isInstanceOf(ImportHasErrors.class);
        assertThat(entered(reference)).isEmpty();
    }

    private Preview preview(Content file) throws Exception {
        Reference reference = bring(file);
        return As.officer(() -> queries.preview(row(reference)));
    }

    private Reference bring(Content file) throws Exception {
        return As.officer(() -> imports.bring("Test", file));
    }

    private boolean enter(Reference reference) throws Exception {
        return As.officer(() -> {
            imports.enter(reference, row(reference).version());
            return true;
        });
    }

    private ImportRow row(Reference reference) throws Exception {
        return As.officer(() -> queries.find(reference.value())).orElseThrow();
    }

    private List<EntryRow> entered(Reference reference) throws Exception {
        return As.manager(
                () -> entries.list(of(reference), PageRequest.first(1000)).items());
    }

    private static EntryCriteria of(Reference batch) {
        return new EntryCriteria(null, null, null, null, null, null, null, null, null, null, batch.value(), false);
    }
}
