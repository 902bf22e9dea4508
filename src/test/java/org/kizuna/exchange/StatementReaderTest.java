package org.kizuna.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kizuna.samples.Case;
import org.kizuna.samples.Some;

class StatementReaderTest {

    private static final StatementReader.Raw JAPAN =
            new StatementReader.Raw(2, "2011", "Japan", "Government", "Assessed", "1230.99");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "csv-header-case.csv",
                "csv-empty-rows.csv",
            })
    void readsHeadsInAnyCaseAndPassesEmptyRowsOver(String name) throws Exception {
        StatementReader.Read read = read(Case.bytes(name));
        assertThat(read.problem()).isNull();
        assertThat(read.rows()).containsExactly(JAPAN);
        assertThat(read.passedOver()).isEmpty();
    }

    @Test
    void readsHeadsInAnyOrderWithBlanksAndSigns() throws Exception {
        StatementReader.Read read = read("""
                AMOUNT  USD;Donor ;calendar-year;Category;Revenue Type;other
                1230.99;Japan;2011;Government;Assessed;x
                """);
        assertThat(read.rows()).containsExactly(JAPAN);
    }

    @Test
    void readsAFileThatSaysItsSeparator() throws Exception {
        assertThat(read(Case.bytes("csv-sep-line.csv")).rows())
                .extracting(StatementReader.Raw::line, StatementReader.Raw::amount)
                .containsExactly(tuple(3L, "1230.99"));
        assertThat(read("SEP=;\r\n" + Some.STATEMENT_HEADER.replace(',', ';')
                                + "2011;Japan;Government;Assessed;1230.99")
                        .rows())
                .hasSize(1);
    }

    @Test
    void namesTitleAndTotalAsWhatTheyAre() throws Exception {
        StatementReader.Read read = read(Case.bytes("csv-title-row.csv"));
        assertThat(read.problem()).isNull();
        assertThat(read.rows()).extracting(StatementReader.Raw::donor).containsExactly("Japan");
        assertThat(read.passedOver())
                .extracting(PassedOver::line, PassedOver::why)
                .containsExactly(tuple(1L, PassedOver.Why.TITLE), tuple(5L, PassedOver.Why.TOTAL));
        assertThat(read.passedOver().get(0).text()).isEqualTo("Voluntary contributions 2011");
    }

    @Test
    void namesWhatStandsBelowATotal() throws Exception {
        StatementReader.Read read = read("Contributions\n" + Some.STATEMENT_HEADER
                + "2011,Japan,Government,Assessed,1230.99\n,合計,,,1230.99\nSource: the Secretariat,,,,\n,,,,\n");
        assertThat(read.rows()).hasSize(1);
        assertThat(read.passedOver())
                .extracting(PassedOver::why)
                .containsExactly(PassedOver.Why.TITLE, PassedOver.Why.TOTAL, PassedOver.Why.REMARK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "of which earmarked,,,,0",
                "Source,UN CEB,,,",
                "Prepared by,Finance,Jan 2012",
                "* provisional",
            })
    void passesOverWhateverIsNoFigureBelowATotal(String note) throws Exception {
        StatementReader.Read read = read(
                Some.STATEMENT_HEADER + "2011,Japan,Government,Assessed,1230.99\nTotal,,,,1230.99\n" + note + "\n");
        assertThat(read.problem()).isNull();
        assertThat(read.rows()).containsExactly(JAPAN);
        assertThat(read.passedOver())
                .extracting(PassedOver::why)
                .containsExactly(PassedOver.Why.TOTAL, PassedOver.Why.REMARK);
    }

    @Test
    void aRowBelowASubtotalIsReadAsAnyOther() throws Exception {
        assertThat(read(Some.STATEMENT_HEADER + "Sub-total,,,,5\n2011,Japan,Government,Assessed,1230.99\n")
                        .rows())
                .hasSize(1);
    }

    @Test
    void emptyCellsAtTheEndOfARowMayBeLeftOutOrBeTooMany() throws Exception {
        StatementReader.Read read = read(Some.STATEMENT_HEADER.strip()
                + ",remark,\n2011,Japan,Government,Assessed,1230.99\n" + "2011,Spain,Government,Assessed,5,,,,\n");
        assertThat(read.problem()).isNull();
        assertThat(read.rows()).hasSize(2);
        assertThat(read(Some.STATEMENT_HEADER + "2011,Japan,Government,Assessed,1230,99\n")
                        .problem())
                .isNotNull();
        assertThat(read(Some.STATEMENT_HEADER + "2011,Japan,Government,Assessed\n")
                        .problem())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"２０１１", "2011-12-31"})
    void readsAYearInAnyDigitsAndOfADay(String year) throws Exception {
        assertThat(read(Some.STATEMENT_HEADER + year + ",Japan,Government,Assessed,1230.99\n")
                        .rows())
                .containsExactly(JAPAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",Total,,,1230.99",
                "2011,Total,,,1230.99",
                "Total 2011,,,,1230.99",
                ",GRAND TOTAL (1):,,,1230.99",
                "2011,Sub-total,Government,,1230.99",
                "総計,,,,1230.99",
                "総額,,,,1230.99",
                ",Total des contributions,,,1230.99",
                "Total of all donors,,,,1230.99",
            })
    void namesSumsForWhatTheyAre(String sum) throws Exception {
        StatementReader.Read read =
                read(Some.STATEMENT_HEADER + "2011,Japan,Government,Assessed,1230.99\n" + sum + "\n");
        assertThat(read.rows()).containsExactly(JAPAN);
        assertThat(read.passedOver()).extracting(PassedOver::why).containsExactly(PassedOver.Why.TOTAL);
    }

    @Test
    void aDonorMayBeCalledTotal() throws Exception {
        assertThat(read(Some.STATEMENT_HEADER + "2011,Total,Private Sector,Other,5\n2011,Total Energy,Other,Other,5\n")
                        .rows())
                .hasSize(2);
    }

    @Test
    void saysThatNoRowIsOursAndKeepsTheHeadsToMatchThemAgain() throws Exception {
        Reading other =
                new Reading(0, Map.of(), null, StatementColumn.form("category"), "UNIDO", null, Map.of(), 0, "");
        StatementReader.Read read = StatementReader.read(
                sheets(Case.bytes("csv-header-case.csv")).get(0).rows(), other);
        assertThat(read.problem())
                .isEqualTo(new Finding(Finding.Severity.ERROR, "", "importNothingOurs", List.of("Category", "UNIDO")));
        assertThat(read.heads()).hasSize(5);
    }

    @Test
    void namesAHeadThatTwoColumnsHaveByTheirLetters() throws Exception {
        StatementReader.Read read = read("""
                calendar_year,donor,category,revenue_type,amount_usd,Amount USD
                2011,Japan,Government,Assessed,1230.99,4
                """);
        assertThat(read.rows()).isEmpty();
        assertThat(read.problem())
                .isEqualTo(new Finding(Finding.Severity.ERROR, "", "importHeadTwice", List.of("amount_usd", "E, F")));
        assertThat(read.heads()).hasSize(6);
    }

    @Test
    void namesAColumnToFilterByThatIsThereTwice() throws Exception {
        Reading filtered = new Reading(0, Map.of(), null, "agency", "UNIDO", null, Map.of(), 0, "");
        byte[] file = ("agency," + Some.STATEMENT_HEADER.strip()
                        + ",Agency\nUNIDO,2011,Japan,Government,Assessed,1230.99,WHO\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(StatementReader.read(sheets(file).get(0).rows(), filtered).problem())
                .isEqualTo(new Finding(Finding.Severity.ERROR, "", "importHeadTwice", List.of("agency", "A, G")));
    }

    @Test
    void passesOverColumnsThatNobodyReadsHoweverTheyAreCalled() throws Exception {
        assertThat(read("""
                calendar_year,donor,category,revenue_type,amount_usd,note,note,,
                2011,Japan,Government,Assessed,1230.99,a,b,,
                """).rows()).hasSize(1);
    }

    @Test
    void callsColumnsAsASpreadsheetDoes() {
        assertThat(IntStream.of(0, 25, 26, 51, 52, 701, 702).mapToObj(StatementReader::letters))
                .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
    }

    @Test
    void writesLinesAsPeopleDo() {
        assertThat(Lines.of(LongStream.of(3, 7, 8, 9, 12, 13))).isEqualTo("3, 7-9, 12-13");
        assertThat(Lines.of(LongStream.empty())).isEmpty();
    }

    @Test
    void rowsLeftOutByTheirNumberAloneAreAskedAboutAgain() {
        Reading before = Reading.of("{\"columns\":{},\"donors\":{},\"leftOut\":2,\"sheet\":0}");
        assertThat(before.leftOut()).isEqualTo(2);
        assertThat(before.leftOutLines()).isEmpty();
    }

    @Test
    void readsWhatOurOwnFilesWriteBeforeSigns() throws Exception {
        assertThat(read(Some.STATEMENT_HEADER + "2011,'@home,Foundations,Other,'-1 746\n2011,'t Hof,Other,Other,1\n")
                        .rows())
                .extracting(StatementReader.Raw::donor, StatementReader.Raw::amount)
                .containsExactly(tuple("@home", "-1 746"), tuple("'t Hof", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C\uFFFDte d'Ivoire",
                "C?te d'Ivoire",
                "C\u00C3\u00B4te d'Ivoire",
                "\u00E6\u2014\u00A5\u00E6\u0153\u00AC"
            })
    void noticesLettersThatWereLost(String name) {
        assertThat(LostLetters.in(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Côte d’Ivoire", "Who pays?", "São Tomé", "日本", "Ærø", "Türkiye", "Société Générale", "ÅÄÖ"})
    void takesNoNameForOneThatLostLetters(String name) {
        assertThat(LostLetters.in(name)).isFalse();
    }

    @Test
    void aLayoutThatIsNotOursIsNamedAndReadOnceItIsMatched() throws Exception {
        byte[] file = Case.bytes("csv-un-system-layout.csv");
        StatementReader.Read unknown = read(file);
        assertThat(unknown.problem()).isNotNull().extracting(Finding::key).isEqualTo("importOtherLayout");
        assertThat(unknown.heads())
                .containsExactly("government_donor", "entity", "rev_type", "calendar_year", "amount");
        Reading matched = new Reading(
                0,
                Map.of(
                        StatementColumn.YEAR, "calendaryear",
                        StatementColumn.DONOR, "governmentdonor",
                        StatementColumn.REVENUE_TYPE, "revtype",
                        StatementColumn.AMOUNT, "amount"),
                "Government",
                "entity",
                "unido",
                null,
                Map.of(),
                0,
                "");
        assertThat(Reading.of(matched.text())).isEqualTo(matched);
        StatementReader.Read read = StatementReader.read(sheets(file).get(0).rows(), matched);
        assertThat(read.problem()).isNull();
        assertThat(read.rows())
                .extracting(StatementReader.Raw::amount)
                .containsExactly("4 100 200.5", "12 000", "-1 746");
        assertThat(read.rows()).allMatch(row -> row.category().equals("Government"));
        assertThat(read.rows().stream().map(row -> ContributionStatement.instrument(row.revenueType())))
                .doesNotContainNull();
        assertThat(read.passedOver())
                .extracting(PassedOver::line, PassedOver::why)
                .containsExactly(tuple(3L, PassedOver.Why.NOT_OURS));
    }

    @Test
    void readsTheSheetsOfAWorkbook() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Kizuna", "1.0")) {
            Worksheet first = workbook.newWorksheet("2011");
            first.value(0, 0, "Contributions");
            String[] heads = {"Calendar year", "Donor", "Category", "Revenue type", "Amount USD"};
            for (int i = 0; i < heads.length; i++) {
                first.value(2, i, heads[i]);
            }
            first.value(3, 0, 2011);
            first.value(3, 1, "Japan");
            first.value(3, 2, "Government");
            first.value(3, 3, "Assessed");
            first.value(3, 4, new java.math.BigDecimal("1230.125"));
            workbook.newWorksheet("Notes").value(0, 0, "None");
        }
        List<Sheet> sheets = sheets(out.toByteArray());
        assertThat(sheets).extracting(Sheet::name).containsExactly("2011", "Notes");
        StatementReader.Read read = StatementReader.read(sheets.get(0).rows(), Reading.USUAL);
        assertThat(read.problem()).isNull();
        assertThat(read.rows())
                .containsExactly(new StatementReader.Raw(4, "2011", "Japan", "Government", "Assessed", "1230.1250"));
    }

    @Test
    void readsCellsOfAWorkbookAsTheyAreShown() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Kizuna", "1.0")) {
            Worksheet hidden = workbook.newWorksheet("Aside");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            hidden.value(0, 0, "nobody sees this");
            Worksheet sheet = workbook.newWorksheet("Shown");
            sheet.value(0, 0, LocalDate.of(2011, 12, 31));
            sheet.style(0, 0).format("yyyy").set();
            sheet.value(0, 1, true);
            sheet.value(0, 2, 2011);
            sheet.style(0, 2).format("#,##0.00\\ \"days\"").set();
        }
        List<Sheet> sheets = sheets(out.toByteArray());
        assertThat(sheets).extracting(Sheet::name).containsExactly("Shown");
        assertThat(sheets.get(0).rows().get(0).cells()).containsExactly("2011-12-31", "TRUE", "2011");
    }

    @Test
    void namesFilesThatAreNoTables() throws Exception {
        assertThat(problem("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo("importIsPdf");
        assertThat(problem(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}))
                .isEqualTo("importIsOldWorkbook");
        assertThat(problem(zip("word/document.xml", "<w/>"))).isEqualTo("importNoWorkbook");
        assertThat(problem(zip("xl/workbook.xml", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>")))
                .isEqualTo("importWorkbookRefused");
        assertThat(problem(zip("xl/workbook.xml", "<x>" + " ".repeat(201 << 20))))
                .isEqualTo("importWorkbookRefused");
        assertThat(problem(zip("xl/workbook.xml", "<x"))).isEqualTo("importNoWorkbook");
    }

    @Test
    void quotesNoMoreThanFitsOnALine() {
        assertThat(StatementReader.quoted("あ".repeat(81))).hasSize(80).endsWith("…");
        assertThat(StatementReader.quoted("a".repeat(80))).hasSize(80).endsWith("a");
    }

    @Test
    void readsWhatSpreadsheetsCallUnicodeText() throws Exception {
        byte[] file = (Some.STATEMENT_HEADER.replace(',', '\t') + "2011\tJapan\tGovernment\tAssessed\t1230.99\n")
                .getBytes(StandardCharsets.UTF_16);
        assertThat(read(file).rows()).containsExactly(JAPAN);
    }

    private static @Nullable String problem(byte[] file) throws IOException {
        Finding problem = BroughtFile.read(new ByteArrayInputStream(file)).problem();
        return problem == null ? null : problem.key();
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static StatementReader.Read read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static StatementReader.Read read(byte[] file) throws IOException {
        return StatementReader.read(sheets(file).get(0).rows(), Reading.USUAL);
    }

    private static List<Sheet> sheets(byte[] file) throws IOException {
        BroughtFile read = BroughtFile.read(new ByteArrayInputStream(file));
        assertThat(read.problem()).isNull();
        return read.sheets();
    }
}
