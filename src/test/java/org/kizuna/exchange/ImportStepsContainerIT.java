package org.kizuna.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.document.Content;
import org.kizuna.document.DocumentQueries;
import org.kizuna.document.DocumentRow;
import org.kizuna.ledger.EntryCriteria;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.ledger.EntryRow;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.ledger.MorePaidBackThanReceived;
import org.kizuna.ledger.ReversalAskedAlready;
import org.kizuna.ledger.ReversalConfirmedByItsAsker;
import org.kizuna.ledger.ReversalNotAsked;
import org.kizuna.ledger.ReversalRegister;
import org.kizuna.ledger.ReversalRow;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.PartnerRow;
import org.kizuna.partner.PartnerStatus;
import org.kizuna.partner.Sector;
import org.kizuna.samples.Case;
import org.kizuna.samples.Some;
import org.kizuna.search.KnownName;
import org.kizuna.security.Roles;
import org.kizuna.shared.AmountText;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Owner;

/** The steps between a file that somebody brings and its figures, and back. */
@ArquillianTest
class ImportStepsContainerIT {

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

    @Inject
    private ReversalRegister reversals;

    @Inject
    private DocumentQueries documents;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Test
    void aLostLetterIsNamedByRowAndColumn() throws Exception {
        Preview preview = preview(bring("csv-replacement-character.csv"));
        assertThat(preview.problem()).isNull();
        assertThat(errors(preview)).containsExactly("2 donor characterLost");
    }

    @Test
    void aFileIsAskedOnceForTheStyleOfItsFigures() throws Exception {
        Reference batch = bring("csv-amounts-grouped.csv");
        Preview preview = preview(batch);
        assertThat(preview.asksForStyle()).isTrue();
        assertThat(errors(preview))
                .containsExactlyInAnyOrder("3 amount_usd figureOfAnotherStyle", "8 amount_usd figureAmbiguous");
        Reading reading = As.officer(() -> queries.reading(row(batch)));
        read(batch, reading.styled(AmountText.Style.POINT));
        Preview answered = preview(batch);
        assertThat(answered.asksForStyle()).isFalse();
        assertThat(errors(answered)).containsExactly("3 amount_usd figureOfAnotherStyle");
        assertThat(answered.rows().get(6).figure()).isEqualByComparingTo("1230");
    }

    @Test
    void columnsAreMatchedOnceAndRememberedByTheirHeads() throws Exception {
        String file = Case.text("csv-un-system-layout.csv")
                .replace("entity", Some.name("entity").replace(' ', '_'));
        Reference first = bring(Some.file("un.csv", file));
        Preview unknown = preview(first);
        assertThat(unknown.problem()).isNotNull().extracting(Finding::key).isEqualTo("importOtherLayout");
        String entity = StatementColumn.form(unknown.heads().get(1));
        Reading matched = new Reading(
                0,
                Map.of(
                        StatementColumn.YEAR, "calendaryear",
                        StatementColumn.DONOR, "governmentdonor",
                        StatementColumn.REVENUE_TYPE, "revtype",
                        StatementColumn.AMOUNT, "amount"),
                "Government",
                entity,
                "UNIDO",
                null,
                Map.of(),
                0,
                "");
        read(first, matched);
        Preview read = preview(first);
        assertThat(read.rows()).hasSize(3);
        assertThat(errors(read)).containsExactly("4 donor characterLost");
        assertThat(row(first).rowCount()).isEqualTo(3);
        Preview second = preview(bring(Some.file(
                "un-again.csv",
                file.toUpperCase(java.util.Locale.ROOT).replace("ASSESSED CONTRIBUTIONS", "Assessed contributions"))));
        assertThat(second.problem()).isNull();
        assertThat(second.rows()).hasSize(3);
        assertThat(second.passedOver()).extracting(PassedOver::why).containsExactly(PassedOver.Why.NOT_OURS);
    }

    @Test
    void badRowsAreLeftOutKnowinglyAndTakenHomeWithTheirReasons() throws Exception {
        String donor = Some.name("Donor");
        Reference batch = bring(Some.statement(
                "2020," + donor + ",Private Sector,Other,5",
                "20x1," + donor + ",Private Sector,Other,6",
                "2022," + donor + ",Private Sector,Other,7"));
        assertThatThrownBy(() -> enter(batch)).isInstanceOf(ImportHasErrors.class);
        As.officer(() -> {
            imports.leaveOut(batch, row(batch).version(), "3", Locale.ENGLISH);
            return true;
        });
        Preview preview = preview(batch);
        assertThat(preview.leavesOut()).isTrue();
        assertThat(preview.entering()).isEqualTo(2);
        enter(batch);
        assertThat(entered(batch)).hasSize(2);
        DocumentRow file = As.officer(() ->
                        documents.of(new RecordRef("ImportBatch", row(batch).id())))
                .stream()
                .filter(document -> document.fileName().endsWith("-left-out.csv"))
                .findFirst()
                .orElseThrow();
        try (InputStream in = As.officer(() -> documents.open(file.id()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\r\n20x1," + donor + ",Private Sector,Other,6,3,", "calendar_year: ", "is not a year");
        }
    }

    @Test
    void leavingOutHoldsForTheRowsThatWereShownAlone() throws Exception {
        String known = Some.name("Blue Heron");
        String asked = "The " + known + " Inc.";
        String donor = Some.name("Donor");
        Reference batch = bring(Some.statement(
                "20x1," + donor + ",Private Sector,Other,5",
                "2021," + donor + ",Private Sector,Other,6",
                "2022," + asked + ",Private Sector,Other,7"));
        assertThat(preview(batch).linesWithErrors()).isEqualTo("2");
        assertThatThrownBy(() -> leaveOut(batch, "3")).isInstanceOf(LeftOutRowsChanged.class);
        leaveOut(batch, "2");
        assertThat(preview(batch).canBeEntered()).isTrue();
        // somebody registers a partner of nearly that name: now there are two rows that can't be entered
        As.officer(() -> partners.register(PartnerData.of(known, Sector.PRIVATE_SECTOR, "US")));
        assertThat(preview(batch).linesWithErrors()).isEqualTo("2, 4");
        assertThat(preview(batch).leavesOut()).isFalse();
        assertThatThrownBy(() -> enter(batch)).isInstanceOf(ImportHasErrors.class);
        assertThatThrownBy(() -> leaveOut(batch, "2")).isInstanceOf(LeftOutRowsChanged.class);
        leaveOut(batch, "2, 4");
        enter(batch);
        assertThat(entered(batch)).hasSize(1);
    }

    private void leaveOut(Reference batch, String lines) throws Exception {
        As.officer(() -> {
            imports.leaveOut(batch, row(batch).version(), lines, Locale.ENGLISH);
            return true;
        });
    }

    @Test
    void theFilesNameIsKeptAndShownWithoutAPathAndSignsThatNobodySees() throws Exception {
        Reference batch = bring(Some.file(
                "C:\\files\\a\u202Efdp\u0007\u200F.csv",
                Some.STATEMENT_HEADER + "2020," + Some.name("Donor") + ",Academic,Assessed,5\n"));
        assertThat(row(batch).fileName()).isEqualTo("afdp.csv");
        assertThat(new Journal(dataSource)
                        .rows("SELECT file_name FROM import_batch WHERE reference = ?", batch.value())
                        .get(0))
                .containsExactly("afdp.csv");
    }

    @Test
    void aFileOfBeforeRowsWereKeptThatWasAlteredIsNamedAndNotRead() throws Exception {
        Reference batch = bring(Some.statement("2020," + Some.name("Donor") + ",Academic,Assessed,5"));
        try (Connection owner = Owner.connect(dataSource);
                Statement statement = owner.createStatement()) {
            statement.executeUpdate(
                    "DELETE FROM import_row WHERE batch_id = " + row(batch).id());
            statement.executeUpdate("UPDATE document_chunk SET bytes = REVERSE(bytes) WHERE document_id = "
                    + row(batch).documentId());
        }
        Preview preview = preview(batch);
        assertThat(preview.problem()).isNotNull().extracting(Finding::key).isEqualTo("importAltered");
        assertThat(preview.canBeEntered()).isFalse();
        assertThat(As.officer(() -> queries.heads(row(batch), 0))).isEmpty();
        assertThatThrownBy(() -> enter(batch)).isInstanceOf(ImportHasErrors.class);
        As.officer(() -> {
            imports.discard(batch, row(batch).version());
            return true;
        });
        try (Connection owner = Owner.connect(dataSource);
                Statement statement = owner.createStatement()) {
            statement.executeUpdate("UPDATE document_chunk SET bytes = REVERSE(bytes) WHERE document_id = "
                    + row(batch).documentId());
        }
    }

    @Test
    void rowsEnteredBeforeAreLeftOutByThemselvesAndOtherFiguresAreNamed() throws Exception {
        String donor = Some.name("Donor");
        enter(bring(
                Some.statement("2020," + donor + ",Academic,Assessed,5", "2021," + donor + ",Academic,Assessed,6")));
        Reference second = bring(
                Some.statement("2020," + donor + ",Academic,Assessed,5.00", "2022," + donor + ",Academic,Assessed,7"));
        Preview preview = preview(second);
        assertThat(preview.before()).isEqualTo(1);
        assertThat(preview.entering()).isEqualTo(1);
        enter(second);
        assertThat(entered(second)).hasSize(1);
        assertThat(errors(preview(bring(Some.statement("2021," + donor + ",Academic,Assessed,60")))))
                .containsExactly("2 amount_usd enteredOtherwise");
    }

    @Test
    void aNameThatIsNearlyAKnownOneIsAskedAbout() throws Exception {
        String name = Some.name("Blue Heron");
        Reference known = As.officer(() -> partners.register(PartnerData.of(name, Sector.PRIVATE_SECTOR, "US")));
        String row = "2020,The " + name + " Inc.,Private Sector,Other,";
        Reference same = bring(Some.statement(row + "5"));
        assertThat(errors(preview(same))).containsExactly("2 donor likelyPartner");
        assertThatThrownBy(() -> enter(same)).isInstanceOf(ImportHasErrors.class);
        String form = KnownName.form("The " + name + " Inc.");
        read(same, Reading.USUAL.knowing(Map.of(form, known.value())));
        enter(same);
        assertThat(entered(same)).singleElement().extracting(EntryRow::donor).isEqualTo(known);
        Reference other = bring(Some.statement(row + "6"));
        read(other, Reading.USUAL.knowing(Map.of(form, "")));
        enter(other);
        assertThat(entered(other)).singleElement().extracting(EntryRow::donor).isNotEqualTo(known);
    }

    @Test
    void aWholeImportIsTakenBackAndTheRightFileGoesIn() throws Exception {
        String donor = Some.name("Donor");
        String kept = Some.name("Donor");
        Reference wrong = bring(
                Some.statement("2020," + donor + ",Academic,Assessed,5", "2020," + kept + ",Academic,Assessed,7"));
        enter(wrong);
        enter(bring(Some.statement("2021," + kept + ",Academic,Assessed,7")));
        takeBack(wrong, "The wrong column was taken");
        assertThat(row(wrong).status()).isEqualTo(ImportStatus.TAKEN_BACK);
        assertThat(partner(donor).status()).isEqualTo(PartnerStatus.INACTIVE);
        assertThat(partner(kept).status()).isEqualTo(PartnerStatus.PROSPECT);
        assertThat(new Journal(dataSource)
                        .number(
                                "SELECT COUNT(DISTINCT c.change_set_id) FROM journal_change c JOIN ledger_entry r ON"
                                        + " r.id = c.entity_id JOIN ledger_entry e ON e.id = r.reverses_id WHERE c.entity ="
                                        + " 'LedgerEntry' AND e.batch = ?",
                                wrong.value()))
                .isEqualTo(1);
        assertThatThrownBy(() -> takeBack(wrong, "Again")).isInstanceOf(ImportIsClosed.class);
        Reference right = bring(Some.statement("2020," + donor + ",Academic,Assessed,50"));
        enter(right);
        assertThat(entered(right)).hasSize(1);
        assertThat(partner(donor).status()).isEqualTo(PartnerStatus.PROSPECT);
    }

    @Test
    void whatWasConfirmedIsTakenBackByTwo() throws Exception {
        String donor = Some.name("Donor");
        Reference batch = bring(Some.statement("2020," + donor + ",Academic,Assessed,5"));
        enter(batch);
        confirmReceipts(batch);
        takeBack(batch, "The wrong year");
        assertThat(row(batch).status()).isEqualTo(ImportStatus.ENTERED);
        assertThat(asked(batch)).extracting(ReversalRow::reason).containsExactly("The wrong year");
        assertThat(entered(batch)).singleElement().satisfies(entry -> {
            assertThat(entry.reversedBy()).as("it counts until then").isNull();
            assertThat(entry.reversalAskedBy()).isEqualTo("officer");
        });
        assertThatThrownBy(() -> takeBack(batch, "Again")).isInstanceOf(ReversalAskedAlready.class);
        assertThatThrownBy(() -> As.somebody("officer", Set.of(Roles.TREASURER), () -> agreeOnReceipts(batch)))
                .isInstanceOf(ReversalConfirmedByItsAsker.class);
        assertThatThrownBy(() -> As.approver(() -> agreeOnRefunds(batch))).isInstanceOf(ReversalNotAsked.class);
        assertThatThrownBy(() -> As.approver(() -> agreeOnReceipts(batch))).isInstanceOf(EJBAccessException.class);
        int waiting = As.treasurer(() -> entries.awaitingReversal(true)).number();
        assertThat(As.treasurer(() -> agreeOnReceipts(batch))).isTrue();
        assertThat(As.treasurer(() -> entries.awaitingReversal(true)).number()).isEqualTo(waiting - 1);
        assertThat(row(batch).status()).isEqualTo(ImportStatus.TAKEN_BACK);
        assertThat(asked(batch)).isEmpty();
        assertThat(entered(batch)).singleElement().satisfies(entry -> assertThat(entry.reversedBy())
                .isNotNull());
        assertThat(reversals(batch)).isEqualTo(1);
    }

    @Test
    void refundsOfAnImportAreTakenBackWithAnApproversWordToo() throws Exception {
        String donor = Some.name("Donor");
        String other = Some.name("Donor");
        Reference batch = bring(Some.statement(
                "2020," + donor + ",Academic,Assessed,5",
                "2021," + donor + ",Academic,Assessed,-2",
                "2021," + other + ",Academic,Assessed,-3"));
        enter(batch);
        takeBackAsked(batch);
        As.approver(() -> {
            ledger.enterStatedRefunds(batch.value(), "As stated");
            return true;
        });
        assertThat(entered(batch)).hasSize(2);
        assertThat(As.treasurer(() -> agreeOnReceipts(batch)))
                .as("a refund was entered meanwhile")
                .isFalse();
        assertThat(reversals(batch)).isZero();
        assertThat(asked(batch)).extracting(ReversalRow::answerer).containsExactly(Roles.APPROVER);
        assertThat(As.manager(entries::statedRefunds)).containsEntry(batch.value(), 1);
        assertThat(As.approver(() -> agreeOnRefunds(batch))).isTrue();
        assertThat(reversals(batch)).isEqualTo(2);
        assertThat(As.manager(entries::statedRefunds)).doesNotContainKey(batch.value());
        assertThat(partner(donor).status()).isEqualTo(PartnerStatus.INACTIVE);
    }

    @Test
    void anImportStaysWhoseTakingBackIsDeclined() throws Exception {
        String donor = Some.name("Donor");
        Reference batch = bring(Some.statement("2020," + donor + ",Academic,Assessed,5"));
        enter(batch);
        takeBackAsked(batch);
        assertThatThrownBy(() -> As.approver(() -> declined(batch))).isInstanceOf(EJBAccessException.class);
        As.treasurer(() -> declined(batch));
        assertThat(asked(batch)).isEmpty();
        assertThatThrownBy(() -> As.treasurer(() -> agreeOnReceipts(batch))).isInstanceOf(ReversalNotAsked.class);
        assertThat(reversals(batch)).isZero();
        takeBack(batch, "The wrong year all the same");
        assertThat(As.treasurer(() -> agreeOnReceipts(batch))).isTrue();
    }

    @Test
    void whatHasBeenPaidBackSinceIsNotTakenBack() throws Exception {
        String donor = Some.name("Donor");
        Reference batch = bring(Some.statement("2020," + donor + ",Academic,Assessed,5"));
        enter(batch);
        confirmReceipts(batch);
        Reference contribution = entered(batch).get(0).contribution();
        As.approver(() -> ledger.giveUp(contribution, Some.entry(EntryKind.REFUND, "1", LocalDate.of(2021, 1, 1))));
        takeBack(batch, "The wrong year");
        assertThatThrownBy(() -> As.treasurer(() -> agreeOnReceipts(batch)))
                .isInstanceOf(MorePaidBackThanReceived.class);
        assertThat(row(batch).status()).isEqualTo(ImportStatus.ENTERED);
        assertThat(reversals(batch)).isZero();
    }

    private void takeBackAsked(Reference batch) throws Exception {
        confirmReceipts(batch);
        takeBack(batch, "The wrong year");
        assertThat(asked(batch)).extracting(ReversalRow::answerer).containsExactly(Roles.TREASURER);
    }

    private void confirmReceipts(Reference batch) throws Exception {
        As.treasurer(() -> {
            ledger.confirmBatch(batch.value());
            return true;
        });
    }

    private List<ReversalRow> asked(Reference batch) throws Exception {
        return As.manager(() -> entries.askedReversal(batch.value()));
    }

    private boolean declined(Reference batch) {
        reversals.declineOfBatch(batch.value(), "It was right");
        return true;
    }

    private long reversals(Reference batch) throws Exception {
        return new Journal(dataSource)
                .number(
                        "SELECT COUNT(*) FROM ledger_entry r JOIN ledger_entry e ON e.id = r.reverses_id WHERE"
                                + " e.batch = ? AND r.kind = ? AND r.value_date = e.value_date",
                        batch.value(),
                        EntryKind.REVERSAL.name());
    }

    private boolean agreeOnReceipts(Reference batch) {
        return imports.agreeOnReceipts(
                batch, queries.find(batch.value()).orElseThrow().version());
    }

    private boolean agreeOnRefunds(Reference batch) {
        return imports.agreeOnRefunds(
                batch, queries.find(batch.value()).orElseThrow().version());
    }

    private void takeBack(Reference batch, @Nullable String reason) throws Exception {
        As.officer(() -> {
            imports.takeBack(batch, row(batch).version(), reason);
            return true;
        });
    }

    private PartnerRow partner(String name) throws Exception {
        Map<String, PartnerRow> found = As.manager(() -> partnerQueries.byName(List.of(name)));
        return java.util.Objects.requireNonNull(found.get(KnownName.form(name)));
    }

    private static List<String> errors(Preview preview) {
        return preview.rows().stream()
                .flatMap(row -> row.findings().stream()
                        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                        .map(finding -> row.line() + " " + finding.column() + " " + finding.key()))
                .toList();
    }

    private void read(Reference batch, Reading reading) throws Exception {
        As.officer(() -> {
            imports.read(batch, row(batch).version(), reading);
            return true;
        });
    }

    private Preview preview(Reference batch) throws Exception {
        return As.officer(() -> queries.preview(row(batch)));
    }

    private Reference bring(String name) throws Exception {
        return bring(Some.file(name, Case.bytes(name)));
    }

    private Reference bring(Content file) throws Exception {
        return As.officer(() -> imports.bring("Test", file));
    }

    private void enter(Reference batch) throws Exception {
        As.officer(() -> {
            imports.enter(batch, row(batch).version());
            return true;
        });
    }

    private ImportRow row(Reference reference) throws Exception {
        return As.officer(() -> queries.find(reference.value())).orElseThrow();
    }

    private List<EntryRow> entered(Reference batch) throws Exception {
        EntryCriteria of =
                new EntryCriteria(null, null, null, null, null, null, null, null, null, null, batch.value(), false);
        return As.manager(() -> entries.list(of, PageRequest.first(1000)).items());
    }
}
