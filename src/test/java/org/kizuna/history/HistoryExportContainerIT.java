package org.kizuna.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.document.DocumentRegister;
import org.kizuna.event.EventData;
import org.kizuna.event.EventPartnerRole;
import org.kizuna.event.EventRegister;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.Sector;
import org.kizuna.samples.Some;
import org.kizuna.security.Caller;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.shared.table.Table;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Signing;

@ArquillianTest
class HistoryExportContainerIT {

    @TempDir
    private Path folder;

    @Inject
    private HistoryExport export;

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
    private EventRegister events;

    @Inject
    private DocumentRegister documents;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Test
    void aPartnersExportHoldsItsCooperationAndNothingElse() throws Exception {
        Story story = new Story();
        Story other = new Story();
        File file = export(new HistoryScope(story.donorRecord(), null, null));
        assertThat(file.references("Partner")).containsExactly(story.donor.value());
        assertThat(file.references("Agreement")).containsExactly(story.agreement.value());
        assertThat(file.references("Contribution")).containsExactly(story.contribution.value());
        assertThat(file.references("LedgerEntry")).containsExactlyInAnyOrderElementsOf(story.entries);
        assertThat(file.references("LedgerConfirmation")).containsExactly(story.entries.get(1));
        assertThat(file.references("IsidEvent")).containsExactly(story.event.value());
        assertThat(file.kinds())
                .containsExactlyInAnyOrder(
                        "Partner",
                        "Agreement",
                        "Contribution",
                        "LedgerEntry",
                        "LedgerConfirmation",
                        "IsidEvent",
                        "Document",
                        "DocumentChunk");
        assertThat(file.text).doesNotContain(other.donor.value() + ",", other.agreement.value() + ",");
        assertThat(file.changesOf("Partner", story.donor.value()))
                .extracting(row -> row.getField("operation") + " " + row.getField("field") + " "
                        + row.getField("before") + " > " + row.getField("after"))
                .contains(
                        "UPDATE legalName " + story.firstName + " > " + story.secondName,
                        "INSERT legalName  > " + story.firstName);
        assertComplete(file);
    }

    @Test
    void anAgreementsExportHoldsItsPartiesItsMoneyAndItsOwnSteps() throws Exception {
        Story story = new Story();
        File file = export(new HistoryScope(story.agreementRecord(), null, null));
        assertThat(file.references("Agreement")).containsExactly(story.agreement.value());
        assertThat(file.references("Partner")).containsExactlyInAnyOrder(story.donor.value(), story.second.value());
        assertThat(file.references("Contribution")).containsExactly(story.contribution.value());
        assertThat(file.references("LedgerEntry")).containsExactlyInAnyOrderElementsOf(story.entries);
        assertThat(file.references("IsidEvent")).isEmpty();
        assertThat(file.changesOf("Agreement", story.agreement.value()).stream()
                        .filter(row -> row.getField("field").equals("status"))
                        .map(row -> row.getField("actor") + " " + row.getField("action") + " " + row.getField("after")))
                .containsExactly(
                        "officer AgreementRegister.draft DRAFT",
                        "officer AgreementRegister.sendForReview IN_REVIEW",
                        "approver AgreementRegister.clear CLEARED",
                        "officer AgreementRegister.sendForSignature AWAITING_SIGNATURE",
                        "officer AgreementRegister.sign SIGNED");
        assertThat(file.rows).extracting(row -> row.getField("record_kind")).doesNotContain("NOTE");
        assertComplete(file);
    }

    @Test
    void controlTotalsAreWhatTheRowsComeTo() throws Exception {
        Story story = new Story();
        File file = export(new HistoryScope(story.donorRecord(), null, null));
        assertThat(file.totals)
                .containsEntry("rows", Integer.toString(file.rows.size()))
                .containsEntry("changes", Long.toString(file.changes()))
                .containsEntry("change sets", Long.toString(file.changeSets()));
        Map<String, String> sums = new LinkedHashMap<>(file.totals);
        sums.keySet().removeAll(Set.of("rows", "changes", "change sets"));
        assertThat(sums)
                .containsOnlyKeys("amount USD COMMITTED", "amount USD PLEDGED", "amount USD RECEIVED")
                .hasEntrySatisfying("amount USD COMMITTED", sum -> assertThat(new BigDecimal(sum))
                        .isEqualByComparingTo("500.5"))
                .hasEntrySatisfying("amount USD PLEDGED", sum -> assertThat(new BigDecimal(sum))
                        .isEqualByComparingTo("0"))
                .hasEntrySatisfying("amount USD RECEIVED", sum -> assertThat(new BigDecimal(sum))
                        .isEqualByComparingTo("75.25"));
        // the same sums as in the register
        assertThat(new Journal(dataSource)
                        .rows(
                                "SELECT e.measure, SUM(e.amount) FROM ledger_entry e JOIN contribution c ON"
                                        + " c.id = e.contribution_id WHERE c.reference = ? GROUP BY e.measure ORDER BY 1",
                                story.contribution.value()))
                .containsExactly(
                        List.of("COMMITTED", "500.5000"), List.of("PLEDGED", "0.0000"), List.of("RECEIVED", "75.2500"));
    }

    @Test
    void aPeriodTakesInItsDaysWhole() throws Exception {
        Story story = new Story();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        RecordRef donor = story.donorRecord();
        File whole = export(new HistoryScope(donor, null, null));
        File days = export(new HistoryScope(donor, today.minusDays(1), today.plusDays(1)));
        assertThat(days.fields()).isEqualTo(whole.fields());
        assertThat(days.totals).isEqualTo(whole.totals);
        assertThat(export(new HistoryScope(donor, today.minusDays(1), LocalDate.of(9999, 12, 31))).rows)
                .as("the last year is an open end")
                .hasSameSizeAs(days.rows);
        File before = export(new HistoryScope(donor, null, today.minusDays(1)));
        assertThat(before.rows).isEmpty();
        assertThat(before.totals)
                .containsExactlyInAnyOrderEntriesOf(Map.of("rows", "0", "changes", "0", "change sets", "0"));
        File later = export(new HistoryScope(donor, today.plusDays(2), null));
        assertThat(later.rows).isEmpty();
        File everything = export(new HistoryScope(null, today.minusDays(1), today.plusDays(1)));
        assertThat(everything.fields()).containsAll(whole.fields());
        assertThat(export(new HistoryScope(null, today.plusDays(2), null)).rows).isEmpty();
    }

    @Test
    void everythingIsEveryChangeAndEveryNoteWithoutAGap() throws Exception {
        new Story();
        Journal journal = new Journal(dataSource);
        File file = export(HistoryScope.EVERYTHING);
        long upTo = file.upTo;
        assertThat(file.changeSets())
                .isEqualTo(journal.number("SELECT COUNT(*) FROM journal_change_set WHERE id <= ?", upTo));
        assertThat(file.changes())
                .isEqualTo(journal.number("SELECT COUNT(*) FROM journal_change WHERE change_set_id <= ?", upTo));
        assertThat(file.totals).containsEntry("changes", Long.toString(file.changes()));
        List<Long> order = file.rows.stream()
                .map(row -> Long.valueOf(row.getField("sequence")))
                .toList();
        assertThat(order).isSorted();
        assertThat(file.totals)
                .hasEntrySatisfying("rows", rows -> assertThat(rows).isEqualTo(Integer.toString(file.rows.size())));
    }

    @Test
    void exportingIsItselfJournaled() throws Exception {
        Story story = new Story();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        File file = export(new HistoryScope(story.donorRecord(), today, today.plusDays(1)));
        List<List<String>> notes = new Journal(dataSource)
                .rows(
                        "SELECT actor, actor_role, action, detail FROM journal_change_set WHERE id > ?"
                                + " AND action IN ('ExportRegister.begin', 'ExportRegister.end') ORDER BY id",
                        file.upTo);
        assertThat(notes)
                .extracting(row -> row.subList(0, 3))
                .containsExactly(
                        List.of("auditor", "AUDITOR", "ExportRegister.begin"),
                        List.of("auditor", "AUDITOR", "ExportRegister.end"));
        assertThat(notes.get(0).get(3))
                .isEqualTo("{\"cooperation\":\"" + story.donor + " " + story.secondName
                        + "\",\"format\":\"CSV\",\"from\":\"" + today + "\",\"to\":\"" + today.plusDays(1)
                        + "\",\"upTo\":" + file.upTo + "}");
        assertThat(notes.get(1).get(3))
                .contains(
                        "\"sha256\":\"" + file.sha256 + "\"",
                        "\"rows\":\"" + file.rows.size() + "\"",
                        "\"upTo\":" + file.upTo);
        // the next export of everything tells of this one
        File next = export(HistoryScope.EVERYTHING);
        assertThat(next.rows.stream()
                        .filter(row -> row.getField("record_kind").equals("NOTE")
                                && row.getField("field").equals("sha256"))
                        .map(row -> row.getField("after")))
                .contains(file.sha256);
    }

    @Test
    void theSameQuestionTwiceGivesTheSameBytes() throws Exception {
        Story story = new Story();
        File once = export(new HistoryScope(story.donorRecord(), null, null));
        File again = export(new HistoryScope(story.donorRecord(), null, null));
        assertThat(again.sha256).isEqualTo(once.sha256);
        As.officer(() -> ledger.post(story.contribution, Some.entry(EntryKind.RECEIPT, "1.00")));
        File later = export(new HistoryScope(story.donorRecord(), null, null));
        assertThat(later.rows.size()).isGreaterThan(once.rows.size());
        // up to where it had come, it is as it was
        assertThat(write(new HistoryScope(story.donorRecord(), null, null), Table.Format.CSV, once.upTo).sha256)
                .isEqualTo(once.sha256);
    }

    @Test
    void aTextThatLooksLikeAFormulaIsDisarmed() throws Exception {
        Reference partner = As.officer(
                () -> partners.register(PartnerData.of("=1+1 " + Some.name("x"), Sector.PRIVATE_SECTOR, "JP")));
        File file = export(new HistoryScope(record(partner), null, null));
        assertThat(file.rows.stream()
                        .filter(row -> row.getField("field").equals("legalName"))
                        .map(row -> row.getField("after")))
                .singleElement()
                .satisfies(cell -> assertThat(cell).startsWith("'=1+1 "));
    }

    @Test
    void writesASheetToo() throws Exception {
        Story story = new Story();
        HistoryScope scope = new HistoryScope(story.donorRecord(), null, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        As.auditor(() -> {
            export.write(scope, Table.Format.XLSX, export.begin(scope, Table.Format.XLSX), out);
            return true;
        });
        List<String> parts = new ArrayList<>();
        Path book = Files.write(folder.resolve("history.xlsx"), out.toByteArray());
        try (ZipFile zip = new ZipFile(book.toFile())) {
            zip.stream().map(ZipEntry::getName).forEach(parts::add);
        }
        assertThat(parts).contains("xl/worksheets/sheet1.xml", "xl/workbook.xml");
    }

    @Test
    void onlyAuditorsMay() throws Exception {
        long notes = new Journal(dataSource)
                .number("SELECT COUNT(*) FROM journal_change_set WHERE action LIKE 'ExportRegister.%'");
        for (String role : Roles.ALL) {
            if (role.equals(Roles.AUDITOR)) {
                continue;
            }
            assertThatThrownBy(() -> Caller.as(
                            "somebody", Set.of(role), () -> export.begin(HistoryScope.EVERYTHING, Table.Format.CSV)))
                    .as(role)
                    .isInstanceOf(EJBAccessException.class);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThatThrownBy(() -> Caller.as("somebody", Set.of(role), () -> {
                        export.write(HistoryScope.EVERYTHING, Table.Format.CSV, Long.MAX_VALUE, out);
                        return true;
                    }))
                    .as(role)
                    .isInstanceOf(EJBAccessException.class);
            assertThat(out.size()).isZero();
        }
        assertThat(new Journal(dataSource)
                        .number("SELECT COUNT(*) FROM journal_change_set WHERE action LIKE 'ExportRegister.%'"))
                .isEqualTo(notes);
    }

    /** Each change of the records in the file is in it, once. */
    private void assertComplete(File file) throws Exception {
        for (String kind : file.kinds()) {
            Set<String> places = file.rows.stream()
                    .filter(row -> row.getField("record_kind").equals(kind))
                    .map(row -> row.getField("sequence") + "." + row.getField("position"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> journaled = new TreeSet<>();
            Journal journal = new Journal(dataSource);
            for (String place : places) {
                String[] parts = place.split("\\.", 2);
                String id = journal.rows(
                                "SELECT entity_id FROM journal_change WHERE change_set_id = ? AND position = ?",
                                parts[0],
                                parts[1])
                        .get(0)
                        .get(0);
                journal.rows(
                                "SELECT change_set_id, position FROM journal_change WHERE entity = ? AND entity_id = ?",
                                kind,
                                id)
                        .forEach(row -> journaled.add(row.get(0) + "." + row.get(1)));
            }
            assertThat(places).as(kind).isEqualTo(journaled);
        }
    }

    private RecordRef record(Reference partner) throws Exception {
        return new RecordRef(
                "Partner",
                As.manager(
                        () -> partnerQueries.find(partner.value()).orElseThrow().id()));
    }

    private File export(HistoryScope scope) throws Exception {
        return write(scope, Table.Format.CSV, null);
    }

    private File write(HistoryScope scope, Table.Format format, @Nullable Long given) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long upTo = As.auditor(() -> {
            long end = given == null ? export.begin(scope, format) : given;
            export.write(scope, format, end, out);
            return end;
        });
        return new File(out.toByteArray(), upTo);
    }

    /** An export as its reader sees it. */
    private static final class File {

        private final String text;
        private final String sha256;
        private final long upTo;
        private final List<NamedCsvRecord> all = new ArrayList<>();
        private final List<NamedCsvRecord> rows = new ArrayList<>();
        private final Map<String, String> totals = new LinkedHashMap<>();

        File(byte[] bytes, long upTo) throws Exception {
            this.upTo = upTo;
            sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            text = new String(bytes, StandardCharsets.UTF_8);
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                    .detectBomHeader(true)
                    .ofNamedCsvRecord(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
                reader.forEach(all::add);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            for (NamedCsvRecord row : all) {
                if (row.getField("record_kind").equals("CONTROL")) {
                    totals.put(row.getField("field"), row.getField("after"));
                } else {
                    rows.add(row);
                }
            }
        }

        List<List<String>> fields() {
            return rows.stream().map(NamedCsvRecord::getFields).toList();
        }

        Set<String> kinds() {
            return rows.stream().map(row -> row.getField("record_kind")).collect(Collectors.toSet());
        }

        Set<String> references(String kind) {
            return rows.stream()
                    .filter(row -> row.getField("record_kind").equals(kind))
                    .map(row -> row.getField("record_reference"))
                    .collect(Collectors.toSet());
        }

        List<NamedCsvRecord> changesOf(String kind, String reference) {
            return rows.stream()
                    .filter(row -> row.getField("record_kind").equals(kind)
                            && row.getField("record_reference").equals(reference))
                    .toList();
        }

        long changes() {
            return rows.stream()
                    .filter(row -> !row.getField("record_kind").equals("NOTE"))
                    .map(row -> row.getField("sequence") + "." + row.getField("position"))
                    .distinct()
                    .count();
        }

        long changeSets() {
            return rows.stream().map(row -> row.getField("sequence")).distinct().count();
        }
    }

    /** A donor that is renamed, an agreement it signs, money it gives, an event it hosts. */
    private final class Story {

        private final String firstName = Some.name("Before");
        private final String secondName = Some.name("After");
        private final Reference donor;
        private final Reference second;
        private final Reference agreement;
        private final Reference contribution;
        private final Reference event;
        private final List<String> entries = new ArrayList<>();

        Story() throws Exception {
            donor = As.officer(() -> partners.register(PartnerData.of(firstName, Sector.GOVERNMENT, "JP")));
            second = As.officer(() -> partners.register(Some.company()));
            As.officer2(() -> {
                partners.change(donor, 0, PartnerData.of(secondName, Sector.GOVERNMENT, "JP"));
                return true;
            });
            agreement = Signing.signed(
                    agreements, agreementQueries, Some.contributionAgreement("USD", "1000.00", donor, second));
            contribution = As.officer(() -> contributions.open(Some.contribution(donor, agreement, "USD")));
            post(EntryKind.COMMITMENT, "500.50");
            post(EntryKind.RECEIPT, "75.25");
            post(EntryKind.PLEDGE, "9.00");
            entries.add(As.officer(() -> ledger.reverse(new Reference(entries.get(2)), "Mistyped", null))
                    .value());
            As.treasurer(() -> {
                ledger.confirm(new Reference(entries.get(1)));
                return true;
            });
            event = As.officer(() -> events.plan(
                    Some.webinar(List.of(new EventData.PartnerPart(donor.value(), EventPartnerRole.HOST)), List.of())));
            RecordRef attachedTo = agreementRecord();
            As.officer(() -> documents.attach(attachedTo, "Signed text", Some.file("signed.txt", "Signed.")));
        }

        private void post(EntryKind kind, String amount) throws Exception {
            entries.add(As.officer(() -> ledger.post(contribution, Some.entry(kind, amount)))
                    .value());
        }

        RecordRef donorRecord() throws Exception {
            return record(donor);
        }

        RecordRef agreementRecord() throws Exception {
            return new RecordRef("Agreement", As.manager(() -> agreementQueries
                    .find(agreement.value())
                    .orElseThrow()
                    .id()));
        }
    }
}
