package org.kizuna.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.event.EventRegister;
import org.kizuna.exchange.ImportRegister;
import org.kizuna.history.HistoryQueries;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.Operation;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.samples.Made;
import org.kizuna.samples.Some;
import org.kizuna.security.Roles;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.shared.StaleVersion;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Owner;
import org.kizuna.testing.Refusals;

@ArquillianTest
class DocumentRegisterContainerIT {

    private static final int PART = 1 << 20;
    private static final int LARGEST = 25 << 20;
    private static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n".getBytes(StandardCharsets.ISO_8859_1);
    /** A file is read for what it is, and then to be kept. */
    private static final int LAST_READING = 2;

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private PartnerRegister partners;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private EventRegister events;

    @Inject
    private ImportRegister imports;

    @Inject
    private DocumentRegister documents;

    @Inject
    private DocumentQueries queries;

    @Inject
    private HistoryQueries history;

    private RecordRef partner;

    @BeforeEach
    void recordAPartner() throws Exception {
        partner = record("Partner", As.officer(() -> partners.register(Some.company())));
    }

    @Test
    void keepsWhatIsAttached() throws Exception {
        Instant before = Instant.now();
        byte[] bytes = pdf(5_000);
        long id = As.officer(() -> documents.attach(partner, " Signed copy ", Some.file("協定 (1).pdf", bytes)));
        DocumentRow row = find(id);
        assertThat(row.id()).isEqualTo(id);
        assertThat(row.record()).isEqualTo(partner);
        assertThat(row.title()).isEqualTo("Signed copy");
        assertThat(row.fileName()).isEqualTo("協定 (1).pdf");
        assertThat(row.mediaType()).isEqualTo("application/pdf");
        assertThat(row.sizeBytes()).isEqualTo(5_000);
        assertThat(row.sha256()).isEqualTo(sha256(bytes));
        assertThat(row.withdrawn()).isFalse();
        assertThat(row.recordedBy()).isEqualTo("officer");
        assertThat(row.recordedAt()).isBetween(before.minusMillis(1), Instant.now());
        assertThat(copied(id)).isEqualTo(bytes);
    }

    @Test
    void attachesToARecordOfAnyKind() throws Exception {
        Reference donor = As.officer(() -> partners.register(Some.ministry()));
        Reference other = As.officer(() -> partners.register(Some.company()));
        Reference agreement = As.officer(() -> agreements.draft(Some.memorandum(donor, other)));
        Reference contribution = As.officer(() -> contributions.open(Some.contribution(donor, null, "USD")));
        Reference entry = As.officer(() -> ledger.post(contribution, Some.entry(EntryKind.PLEDGE, "100.00")));
        Reference event = As.officer(() -> events.plan(Some.webinar()));
        Reference series = As.officer(() -> events.openSeries(Some.series()));
        Reference batch =
                As.officer(() -> imports.bring("Test", Some.statement("2020,Donor " + donor + ",Other,Other,1")));
        Map<RecordRef, Reference> records = new LinkedHashMap<>();
        records.put(record("Partner", donor), donor);
        records.put(record("Agreement", agreement), agreement);
        records.put(record("Contribution", contribution), contribution);
        records.put(record("LedgerEntry", entry), entry);
        records.put(record("IsidEvent", event), event);
        records.put(record("EventSeries", series), series);
        records.put(record("ImportBatch", batch), batch);
        for (Map.Entry<RecordRef, Reference> each : records.entrySet()) {
            RecordRef record = each.getKey();
            long id = As.officer(() -> documents.attach(record, null, Some.file("note.txt", "About " + record)));
            assertThat(of(record)).as(record.toString()).first().isEqualTo(find(id));
            assertThat(text(id)).isEqualTo("About " + record);
            assertThat(As.manager(() -> queries.label(record)))
                    .contains(each.getValue().value());
        }
    }

    @Test
    void attachesToNothingThatIsNotThere() throws Exception {
        for (RecordRef nowhere : List.of(
                new RecordRef("Partner", 0),
                new RecordRef("Agreement", partner.id()),
                new RecordRef("Nothing", partner.id()),
                new RecordRef("partner", partner.id()),
                new RecordRef("SearchEntry", partner.id()),
                new RecordRef("", partner.id()))) {
            assertThatThrownBy(
                            () -> As.officer(() -> documents.attach(nowhere, null, Some.file("note.txt", "A note."))))
                    .as(nowhere.toString())
                    .isInstanceOfSatisfying(NoSuchRecord.class, refused -> assertThat(refused.arguments())
                            .containsExactly(nowhere.kind(), Long.toString(nowhere.id())));
            assertThat(of(nowhere)).isEmpty();
            assertThat(As.manager(() -> queries.label(nowhere))).isEmpty();
        }
    }

    @Test
    void listsTheNewestFirst() throws Exception {
        long first = attach("first.txt", "One");
        long second = attach("second.txt", "Two");
        long third = attach("first.txt", "One");
        assertThat(of(partner)).containsExactly(find(third), find(second), find(first));
    }

    @Test
    void isCalledAsItsFileWhereNothingElseIsSaid() throws Exception {
        for (String blank : Arrays.asList(null, "", "  \t")) {
            long id = As.officer(() -> documents.attach(partner, blank, Some.file("letter.txt", "Dear all")));
            assertThat(find(id).title()).isEqualTo("letter.txt");
        }
    }

    @Test
    void trustsNoPathInFrontOfAName() throws Exception {
        for (String name : List.of(
                "../../etc/letter.txt",
                "C:\\Documents\\letter.txt",
                "/letter.txt",
                "..\\letter.txt",
                "a/b\\letter.txt")) {
            long id = attach(name, "Dear all");
            assertThat(find(id).fileName()).as(name).isEqualTo("letter.txt");
            assertThat(find(id).title()).as(name).isEqualTo("letter.txt");
        }
    }

    @Test
    void namesHaveTheirLengths() throws Exception {
        Content note = Some.file("note.txt", "A note.");
        assertThat(Refusals.of(() -> As.officer(() -> documents.attach(partner, "x".repeat(251), note))))
                .containsExactly("documentTitle: tooLong");
        assertThat(Refusals.of(() -> attach("x".repeat(247) + ".txt", "A note.")))
                .containsExactly("file: tooLong");
        assertThat(Refusals.of(() -> attach("folder/", "A note."))).containsExactly("file: required");
        assertThat(of(partner)).isEmpty();
        String longest = "協".repeat(250);
        long id = As.officer(() -> documents.attach(partner, longest, Some.file("x".repeat(246) + ".txt", "A note.")));
        assertThat(find(id).title()).isEqualTo(longest);
        assertThat(find(id).fileName()).hasSize(250);
    }

    @Test
    void givesBackEveryByteWhereverItsPartsMeet() throws Exception {
        for (int size : List.of(PDF.length, PART - 1, PART, PART + 1, 2 * PART, 3 * PART + 12_345)) {
            byte[] bytes = pdf(size);
            long id = As.officer(() -> documents.attach(partner, null, Some.file("scan.pdf", bytes)));
            assertThat(find(id).sizeBytes()).isEqualTo(size);
            assertThat(find(id).sha256()).as("of %d bytes", size).isEqualTo(sha256(bytes));
            assertThat(Arrays.equals(copied(id), bytes))
                    .as("copy of %d bytes", size)
                    .isTrue();
            assertThat(Arrays.equals(read(id), bytes))
                    .as("stream of %d bytes", size)
                    .isTrue();
            assertThat(new Journal(dataSource)
                            .rows(
                                    "SELECT chunk_no, LENGTH(bytes) FROM document_chunk WHERE document_id = ?"
                                            + " ORDER BY chunk_no",
                                    id))
                    .isEqualTo(partsOf(size));
        }
    }

    private static List<List<String>> partsOf(int size) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < size; from += PART) {
            parts.add(List.of(Integer.toString(from / PART), Integer.toString(Math.min(PART, size - from))));
        }
        return parts;
    }

    @Test
    void isReadByteByByteToo() throws Exception {
        byte[] bytes = pdf(PART + 3);
        long id = As.officer(() -> documents.attach(partner, null, Some.file("scan.pdf", bytes)));
        List<Integer> last = As.manager(() -> {
            List<Integer> read = new ArrayList<>();
            try (InputStream in = queries.open(id)) {
                in.skipNBytes(PART - 2);
                for (int i = 0; i < 7; i++) {
                    read.add(in.read());
                }
            }
            return read;
        });
        List<Integer> expected = new ArrayList<>();
        for (int i = PART - 2; i < bytes.length; i++) {
            expected.add(Byte.toUnsignedInt(bytes[i]));
        }
        expected.addAll(List.of(-1, -1));
        assertThat(last).isEqualTo(expected);
    }

    @Test
    void keepsAFileThatComesInSmallPieces() throws Exception {
        byte[] bytes = pdf(PART + 1_000);
        Content slow = content("slow.pdf", () -> new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 777));
            }
        });
        long id = As.officer(() -> documents.attach(partner, null, slow));
        assertThat(find(id).sha256()).isEqualTo(sha256(bytes));
        assertThat(Arrays.equals(copied(id), bytes)).isTrue();
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        for (String name : List.of("empty.pdf", "empty.txt", "empty", "empty.exe")) {
            assertThatThrownBy(() -> attach(name, "")).as(name).isInstanceOf(DocumentIsEmpty.class);
        }
        assertThat(of(partner)).isEmpty();
    }

    @Test
    void takesNoMoreThanTheLargest() throws Exception {
        byte[] largest = pdf(LARGEST);
        long id = As.officer(() -> documents.attach(partner, null, Some.file("scan.pdf", largest)));
        assertThat(find(id).sizeBytes()).isEqualTo(LARGEST);
        assertThat(find(id).sha256()).isEqualTo(sha256(largest));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        As.manager(() -> {
            queries.copy(id, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return true;
        });
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(sha256(largest));
        Content larger = Some.file("scan.pdf", Arrays.copyOf(largest, LARGEST + 1));
        assertThatThrownBy(() -> As.officer(() -> documents.attach(partner, null, larger)))
                .isInstanceOfSatisfying(DocumentTooLarge.class, refused -> {
                    assertThat(refused.field()).isEqualTo("file");
                    assertThat(refused.arguments()).containsExactly(25L);
                });
        assertThat(of(partner)).extracting(DocumentRow::id).containsExactly(id);
    }

    @Test
    void readsTheTypeOffTheContent() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("application/pdf", pdf(100));
        files.put("image/png", hex("89504E470D0A1A0A0000000D49484452"));
        files.put("image/jpeg", hex("FFD8FFE000104A46494600010100"));
        files.put("image/gif", ascii("GIF89a.........."));
        files.put("image/tiff", hex("49492A0008000000"));
        files.put("image/webp", ascii("RIFF....WEBPVP8 "));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(typeOf("as it is", file.getValue())).isEqualTo(file.getKey());
            for (String name : List.of("letter.txt", "table.csv", "report.docx", "run.exe", "page.html")) {
                assertThatThrownBy(() -> typeOf(name, file.getValue()))
                        .as(file.getKey() + " called " + name)
                        .isInstanceOfSatisfying(DocumentNameMisleads.class, refused -> assertThat(refused.field())
                                .isEqualTo("file"));
            }
        }
    }

    @Test
    void tellsTextsApartByTheirNames() throws Exception {
        byte[] text = "year,donor\n2020,日本\n".getBytes(StandardCharsets.UTF_8);
        assertThat(typeOf("table.csv", text)).isEqualTo("text/csv");
        assertThat(typeOf("TABLE.CSV", text)).isEqualTo("text/csv");
        assertThat(typeOf("table.txt", text)).isEqualTo("text/plain");
        assertThat(typeOf("table", text)).isEqualTo("text/plain");
        assertThatThrownBy(() -> typeOf("table.pdf", text))
                .as("a text is no PDF")
                .isInstanceOf(DocumentNameMisleads.class);
        assertThat(typeOf("mail.eml", ascii("From: a@example.org\nTo: b@example.org\nSubject: Hello\n\nHello\n")))
                .isEqualTo("message/rfc822");
    }

    @Test
    void knowsOfficeFilesByWhatIsPackedInThem() throws Exception {
        assertThat(typeOf("report.docx", zip("[Content_Types].xml", "_rels/.rels", "word/document.xml")))
                .isEqualTo(OFFICE + "wordprocessingml.document");
        assertThat(typeOf("figures.xlsx", zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")))
                .isEqualTo(OFFICE + "spreadsheetml.sheet");
        assertThat(typeOf("talk.pptx", zip("[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml")))
                .isEqualTo(OFFICE + "presentationml.presentation");
        assertThat(typeOf("report.docx", zip("word/document.xml", "_rels/.rels", "[Content_Types].xml")))
                .as("packed in another order")
                .isEqualTo(OFFICE + "wordprocessingml.document");
        assertThatThrownBy(() -> typeOf("report.docx", zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")))
                .as("called something else")
                .isInstanceOf(DocumentNameMisleads.class);
        Map<String, String> kinds = Map.of("odt", "text", "ods", "spreadsheet", "odp", "presentation");
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            String type = "application/vnd.oasis.opendocument." + kind.getValue();
            assertThat(typeOf("report." + kind.getKey(), openDocument(type))).isEqualTo(type);
        }
    }

    @Test
    void anArchiveIsNoOfficeFileByItsName() throws Exception {
        byte[] archive = zip("setup.exe", "readme.txt");
        byte[] torn = Arrays.copyOf(archive, archive.length - 30);
        for (String name : List.of("report.docx", "figures.xlsx", "talk.pptx", "report.odt", "report.pdf", "report")) {
            for (byte[] bytes : List.of(archive, torn)) {
                assertThatThrownBy(() -> As.officer(() -> documents.attach(partner, null, Some.file(name, bytes))))
                        .as(name)
                        .isInstanceOfSatisfying(DocumentTypeRefused.class, refused -> assertThat(refused.arguments())
                                .containsExactly("application/zip"));
            }
        }
        assertThat(of(partner)).isEmpty();
    }

    @Test
    void knowsOldOfficeFilesByTheirNames() throws Exception {
        byte[] compound = Arrays.copyOf(hex("D0CF11E0A1B11AE1"), 1_024);
        assertThat(typeOf("letter.doc", compound)).isEqualTo("application/msword");
        assertThat(typeOf("figures.xls", compound)).isEqualTo("application/vnd.ms-excel");
        assertThat(typeOf("talk.ppt", compound)).isEqualTo("application/vnd.ms-powerpoint");
        assertThat(typeOf("mail.msg", compound)).isEqualTo("application/vnd.ms-outlook");
        assertThatThrownBy(() -> typeOf("setup.msi", compound)).isInstanceOf(DocumentTypeRefused.class);
        assertThatThrownBy(() -> typeOf("unnamed", compound)).isInstanceOf(DocumentTypeRefused.class);
    }

    @Test
    void refusesWhatABrowserOrADesktopWouldRunWhateverItIsCalled() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("program for Windows", Arrays.copyOf(ascii("MZ"), 512));
        files.put("program for Linux", Arrays.copyOf(hex("7F454C4602010100"), 512));
        files.put("class file", hex("CAFEBABE0000003D00120000"));
        files.put("page", ascii("<!DOCTYPE html><html><script>alert(1)</script></html>"));
        files.put("drawing", ascii("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"));
        files.put("script", ascii("#!/bin/sh\nrm -rf /\n"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            for (String name : List.of("report.pdf", "note.txt", "report.docx", "picture.png", "letter.doc", "file")) {
                assertThatThrownBy(() -> typeOf(name, file.getValue()))
                        .as(file.getKey() + " called " + name)
                        .isInstanceOfSatisfying(DocumentTypeRefused.class, refused -> assertThat(refused.field())
                                .isEqualTo("file"));
            }
        }
        assertThat(of(partner)).isEmpty();
    }

    @Test
    void refusesATextThatItsNameWouldRun() throws Exception {
        for (String name : List.of("page.html", "run.js", "run.sh", "run.bat", "picture.svg", "Main.java")) {
            assertThatThrownBy(() -> attach(name, "harmless to look at\n"))
                    .as(name)
                    .isInstanceOf(DocumentTypeRefused.class);
        }
        assertThat(of(partner)).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNotKept() throws Exception {
        Content broken = content("broken.pdf", () -> {
            throw new IOException("The line was cut");
        });
        assertThatThrownBy(() -> As.officer(() -> documents.attach(partner, null, broken)))
                .isInstanceOfSatisfying(DocumentUnreadable.class, refused -> assertThat(refused.field())
                        .isEqualTo("file"));
        assertThat(of(partner)).isEmpty();
    }

    @Test
    void aFileThatBreaksOffWhileItIsKeptLeavesNothing() throws Exception {
        byte[] bytes = pdf(2 * PART);
        long partsBefore = number("SELECT COUNT(*) FROM document_chunk");
        AtomicInteger opened = new AtomicInteger();
        Content broken = content("broken.pdf", () -> {
            InputStream whole = new ByteArrayInputStream(bytes);
            return opened.incrementAndGet() < LAST_READING ? whole : cutOff(bytes, PART);
        });
        assertThatThrownBy(() -> As.officer(() -> documents.attach(partner, null, broken)))
                .isInstanceOf(DocumentUnreadable.class);
        assertThat(of(partner)).isEmpty();
        assertThat(opened).hasValue(LAST_READING);
        assertThat(number("SELECT COUNT(*) FROM document_chunk")).isEqualTo(partsBefore);
    }

    private static InputStream cutOff(byte[] bytes, int length) throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        return new SequenceInputStream(new ByteArrayInputStream(bytes, 0, length), closed);
    }

    @Test
    void macrosScriptsAndLocksAreRefusedHereToo() throws Exception {
        assertThatThrownBy(() -> typeOf("a.docx", zip("[Content_Types].xml", "word/vbaProject.bin")))
                .isInstanceOf(DocumentHasMacros.class);
        assertThatThrownBy(() -> typeOf("a.doc", Made.compound(PDF, "WordDocument", "Macros/VBA/dir")))
                .isInstanceOf(DocumentHasMacros.class);
        assertThatThrownBy(() -> typeOf("a.pdf", Made.encrypted("secret", false)))
                .isInstanceOf(DocumentLocked.class);
        assertThatThrownBy(() -> typeOf("a.pdf", Made.encrypted("", true))).isInstanceOf(DocumentRunsSomething.class);
        assertThat(typeOf("a.pdf", Made.encrypted("", false))).isEqualTo("application/pdf");
        assertThatThrownBy(() -> typeOf("a.pdf", Made.joined(PDF, Made.ascii("%%EOF"), zip("run.exe"))))
                .isInstanceOf(DocumentHoldsMore.class);
    }

    @Test
    void breaksOffWhereItIsNotWhatWasAttached() throws Exception {
        byte[] bytes = pdf(2 * PART + 5);
        long id = As.officer(() -> documents.attach(partner, null, Some.file("scan.pdf", bytes)));
        for (int number = 0; number < 3; number++) {
            bend(id, number, "REVERSE(bytes)");
            try {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                assertThatThrownBy(() -> As.manager(() -> {
                            queries.copy(id, out);
                            return true;
                        }))
                        .as("part " + number)
                        .isInstanceOf(DocumentDiffers.class);
                assertThat(out.size()).isLessThan(bytes.length);
                assertThatThrownBy(() -> read(id)).isInstanceOf(DocumentDiffers.class);
            } finally {
                bend(id, number, "REVERSE(bytes)");
            }
        }
        assertThat(copied(id)).isEqualTo(bytes);
    }

    private void bend(long id, int number, String bytes) throws Exception {
        try (Connection owner = Owner.connect(dataSource);
                Statement statement = owner.createStatement()) {
            statement.executeUpdate("UPDATE document_chunk SET bytes = " + bytes + " WHERE document_id = " + id
                    + " AND chunk_no = " + number);
        }
    }

    @Test
    void showsNoSignsThatNobodySees() throws Exception {
        long id = As.officer(
                () -> documents.attach(partner, "Annex\u202E \u200Fone", Some.file("a\u202Efdp\u200F.txt", "A note.")));
        assertThat(find(id).title()).isEqualTo("Annex one");
        assertThat(find(id).fileName()).isEqualTo("afdp.txt");
        rename(id, "annex\u202Efdp.exe\u0007.txt", "annex\u202Efdp.exe\u0007.txt");
        assertThat(find(id).title()).isEqualTo("annexfdp.exe.txt");
        assertThat(find(id).fileName()).isEqualTo("annexfdp.exe.txt");
        rename(id, "Annex one", "afdp.txt");
    }

    private void rename(long id, String title, String fileName) throws Exception {
        try (Connection owner = Owner.connect(dataSource);
                PreparedStatement statement =
                        owner.prepareStatement("UPDATE document SET title = ?, file_name = ? WHERE id = ?")) {
            statement.setString(1, title);
            statement.setString(2, fileName);
            statement.setLong(3, id);
            statement.executeUpdate();
        }
    }

    @Test
    void whoTookItAwayIsJournaled() throws Exception {
        long id = attach("note.txt", "A note.");
        String taken = "SELECT COUNT(*) FROM journal_change_set WHERE action = 'DocumentRegister.take'";
        long before = number(taken);
        As.manager(() -> take(id));
        assertThat(number(taken)).isEqualTo(before + 1);
        As.officer(() -> withdraw(id, "why"));
        assertThatThrownBy(() -> As.manager(() -> take(id))).isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> As.manager(() -> take(0))).isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> take(id)).isInstanceOf(EJBAccessException.class);
        assertThat(number(taken)).isEqualTo(before + 1);
    }

    private boolean take(long id) {
        documents.take(id);
        return true;
    }

    @Test
    void whatIsWithdrawnIsKeptAndGivenToNobody() throws Exception {
        byte[] bytes = pdf(PART + 1);
        long id = As.officer(() -> documents.attach(partner, null, Some.file("scan.pdf", bytes)));
        DocumentRow before = find(id);
        As.officer2(() -> withdraw(id, "shows a home address"));
        DocumentRow after = find(id);
        assertThat(after.withdrawn()).isTrue();
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("withdrawn", "version")
                .isEqualTo(before);
        assertThat(of(partner)).containsExactly(after);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> As.officer(() -> {
                    queries.copy(id, out);
                    return true;
                }))
                .isInstanceOfSatisfying(NoSuchRecord.class, refused -> assertThat(refused.arguments())
                        .containsExactly("Document", Long.toString(id)));
        assertThat(out.size()).isZero();
        assertThat(number("SELECT SUM(LENGTH(bytes)) FROM document_chunk WHERE document_id = ?", id))
                .isEqualTo(PART + 1);
    }

    @Test
    void aWithdrawalIsExplained() throws Exception {
        long id = attach("note.txt", "A note.");
        for (String blank : Arrays.asList(null, "", " \n ")) {
            assertThat(Refusals.of(() -> As.officer(() -> withdraw(id, blank)))).containsExactly("reason: required");
        }
        assertThat(Refusals.of(() -> As.officer(() -> withdraw(id, "x".repeat(2_001)))))
                .containsExactly("reason: tooLong");
        assertThat(find(id).withdrawn()).isFalse();
        assertThat(text(id)).isEqualTo("A note.");
        String longest = "理".repeat(2_000);
        As.officer(() -> withdraw(id, longest));
        assertThat(journal(id)).first().extracting(JournalEntry::reason).isEqualTo(longest);
    }

    @Test
    void aSecondWithdrawalIsRefusedAndChangesNothing() throws Exception {
        long id = attach("note.txt", "A note.");
        As.officer(() -> withdraw(id, "first"));
        assertThatThrownBy(() -> As.officer2(() -> withdraw(id, "second")))
                .isInstanceOf(DocumentWithdrawnAlready.class);
        assertThat(journal(id)).extracting(JournalEntry::reason).containsExactly("first", null);
    }

    @Test
    void whatSomebodyElseWithdrewMeanwhileIsNotWithdrawnUnseen() throws Exception {
        long id = attach("note.txt", "A note.");
        long seen = find(id).version();
        As.officer2(() -> withdraw(id, "first"));
        assertThatThrownBy(() -> As.officer(() -> {
                    documents.withdraw(id, seen, "second");
                    return true;
                }))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void onlyWhatIsThereIsWithdrawnOrRead() throws Exception {
        assertThatThrownBy(() -> As.officer(() -> withdraw(0, "why"))).isInstanceOf(NoSuchRecord.class);
        assertThat(As.manager(() -> queries.find(0))).isEmpty();
        assertThatThrownBy(() -> copied(0)).isInstanceOf(NoSuchRecord.class);
        assertThat(read(0)).isEmpty();
    }

    @Test
    void theJournalSaysWhoAttachedAndWithdrewWhat() throws Exception {
        byte[] bytes = pdf(PART + 5);
        long id = As.officer(() -> documents.attach(partner, "Signed copy", Some.file("scan.pdf", bytes)));
        As.officer2(() -> withdraw(id, "wrong partner"));
        List<JournalEntry> entries = journal(id);
        assertThat(entries).hasSize(2);
        JournalEntry withdrawn = entries.get(0);
        assertThat(withdrawn.actor()).isEqualTo("officer2");
        assertThat(withdrawn.action()).isEqualTo("DocumentRegister.withdraw");
        assertThat(withdrawn.operation()).isEqualTo(Operation.UPDATE);
        assertThat(withdrawn.version()).isEqualTo(1);
        assertThat(withdrawn.reason()).isEqualTo("wrong partner");
        assertThat(withdrawn.before()).isEqualTo("{\"withdrawn\":false}");
        assertThat(withdrawn.after()).isEqualTo("{\"withdrawn\":true}");
        JournalEntry attached = entries.get(1);
        assertThat(attached.actor()).isEqualTo("officer");
        assertThat(attached.role()).isEqualTo(Roles.OFFICER);
        assertThat(attached.action()).isEqualTo("DocumentRegister.attach");
        assertThat(attached.operation()).isEqualTo(Operation.INSERT);
        assertThat(attached.reference()).isEqualTo("Signed copy");
        assertThat(attached.after())
                .contains("\"sha256\":\"" + sha256(bytes) + "\"")
                .contains("\"sizeBytes\":" + bytes.length)
                .contains("\"fileName\":\"scan.pdf\"")
                .contains("\"mediaType\":\"application/pdf\"");
        List<List<String>> parts = new Journal(dataSource)
                .rows(
                        "SELECT operation, after_values FROM journal_change WHERE entity = 'DocumentChunk'"
                                + " AND change_set_id = ? ORDER BY position",
                        attached.changeSet());
        assertThat(parts).extracting(row -> row.get(0)).containsExactly("INSERT", "INSERT");
        assertThat(parts.get(0).get(1)).contains("sha256:" + sha256(Arrays.copyOf(bytes, PART)));
        assertThat(parts.get(1).get(1)).contains("sha256:" + sha256(Arrays.copyOfRange(bytes, PART, PART + 5)));
    }

    @Test
    void onlyOfficersAttachAndWithdraw() throws Exception {
        long id = attach("note.txt", "A note.");
        Content another = Some.file("note.txt", "Another");
        for (String role : Roles.ALL) {
            if (!role.equals(Roles.OFFICER)) {
                Set<String> roles = Set.of(role);
                assertThatThrownBy(() -> As.somebody("somebody", roles, () -> documents.attach(partner, null, another)))
                        .as(role)
                        .isInstanceOf(EJBAccessException.class);
                assertThatThrownBy(() -> As.somebody("somebody", roles, () -> withdraw(id, "why")))
                        .as(role)
                        .isInstanceOf(EJBAccessException.class);
            }
        }
        assertThatThrownBy(() -> documents.attach(partner, null, another)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> withdraw(id, "why")).isInstanceOf(EJBAccessException.class);
        assertThat(of(partner)).extracting(DocumentRow::id).containsExactly(id);
        assertThat(find(id).withdrawn()).isFalse();
    }

    @Test
    void whoeverHasSignedInReads() throws Exception {
        long id = attach("note.txt", "A note.");
        for (String role : Roles.ALL) {
            assertThat(As.somebody("somebody", Set.of(role), () -> queries.of(partner)))
                    .as(role)
                    .extracting(DocumentRow::id)
                    .containsExactly(id);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            As.somebody("somebody", Set.of(role), () -> {
                queries.copy(id, out);
                return true;
            });
            assertThat(out.toString(StandardCharsets.UTF_8)).as(role).isEqualTo("A note.");
        }
        assertThatThrownBy(() -> queries.of(partner)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> queries.find(id)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> queries.open(id)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> queries.copy(id, OutputStream.nullOutputStream()))
                .isInstanceOf(EJBAccessException.class);
    }

    private long attach(String name, String text) throws Exception {
        return As.officer(() -> documents.attach(partner, null, Some.file(name, text)));
    }

    private boolean withdraw(long id, @Nullable String reason) {
        documents.withdraw(id, queries.find(id).map(DocumentRow::version).orElse(0L), reason);
        return true;
    }

    private String typeOf(String name, byte[] bytes) throws Exception {
        return find(As.officer(() -> documents.attach(partner, null, Some.file(name, bytes))))
                .mediaType();
    }

    private DocumentRow find(long id) throws Exception {
        return As.manager(() -> queries.find(id)).orElseThrow();
    }

    private List<DocumentRow> of(RecordRef record) throws Exception {
        return As.manager(() -> queries.of(record));
    }

    private List<JournalEntry> journal(long id) throws Exception {
        return As.auditor(() -> history.ofRecord(new RecordRef("Document", id), null, 10))
                .items();
    }

    private String text(long id) throws Exception {
        return new String(copied(id), StandardCharsets.UTF_8);
    }

    private byte[] copied(long id) throws Exception {
        return As.manager(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            queries.copy(id, out);
            return out.toByteArray();
        });
    }

    private byte[] read(long id) throws Exception {
        return As.manager(() -> {
            try (InputStream in = queries.open(id)) {
                return in.readAllBytes();
            }
        });
    }

    private RecordRef record(String kind, Reference reference) throws Exception {
        String table = kind.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return new RecordRef(kind, number("SELECT id FROM " + table + " WHERE reference = ?", reference.value()));
    }

    private long number(String sql, Object... parameters) throws SQLException {
        return new Journal(dataSource).number(sql, parameters);
    }

    private static Content content(String name, Opening opening) {
        return new Content() {
            @Override
            public String fileName() {
                return name;
            }

            @Override
            public InputStream open() throws IOException {
                return opening.open();
            }
        };
    }

    /** Begins as a PDF does; the rest is anything, and the same each time. */
    private static byte[] pdf(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        System.arraycopy(PDF, 0, bytes, 0, PDF.length);
        return bytes;
    }

    private static byte[] zip(String... names) {
        return Made.zip(names);
    }

    private static byte[] openDocument(String type) {
        return Made.openDocument(type.replaceFirst(".*\\.", ""));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** How a file is opened. */
    private interface Opening {
        InputStream open() throws IOException;
    }
}
