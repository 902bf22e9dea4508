package org.kizuna.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.kizuna.ledger.EntryCriteria;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.ledger.EntryRow;
import org.kizuna.samples.Some;
import org.kizuna.search.KnownName;
import org.kizuna.shared.Reference;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.testing.As;

/** Rows of one file, or of two, that mean the same donor or the same figure. */
@ArquillianTest
class ImportNamesContainerIT {

    @Inject
    private ImportRegister imports;

    @Inject
    private ImportQueries queries;

    @Inject
    private EntryQueries entries;

    @Test
    void eachRowThatWasEnteredBeforeStandsForAnEntryOfItsOwn() throws Exception {
        String row = "2020," + Some.name("Donor") + ",Academic,Voluntary earmarked,";
        enter(bring(row + "100", row + "200", row + "200"));
        Preview again = preview(bring(row + "200", row + "100", row + "200"));
        assertThat(again.before()).isEqualTo(3);
        assertThat(again.errors()).isZero();
        assertThat(keys(preview(bring(row + "100", row + "100"))))
                .containsExactly("2 enteredBefore", "3 enteredOtherwise");
    }

    @Test
    void twoNamesOfAFileThatAreNearlyOneAreAskedAbout() throws Exception {
        String name = Some.name("Blue Heron");
        String other = "The " + name + ", Inc.";
        Reference batch = bring("2020," + name + ",Foundations,Other,5", "2021,\"" + other + "\",Foundations,Other,6");
        assertThat(keys(preview(batch))).containsExactly("2 willBeRegistered", "3 likelyInFile");
        Map.Entry<String, Finding> asked =
                preview(batch).likely().entrySet().iterator().next();
        assertThat(asked.getKey()).isEqualTo(other);
        assertThat(asked.getValue().arguments()).containsExactly(name, "=" + KnownName.form(name));
        answer(batch, other, "=" + KnownName.form(name));
        assertThat(preview(batch).newPartners()).isEqualTo(1);
        enter(batch);
        assertThat(entered(batch)).extracting(EntryRow::donorName).containsExactly(name, name);
    }

    @Test
    void twoNamesOfAFileThatAreSaidToBeTwoAreTwo() throws Exception {
        String name = Some.name("Blue Heron");
        Reference batch = bring("2020," + name + ",Foundations,Other,5", "2021," + name + " Ltd,Foundations,Other,6");
        answer(batch, name + " Ltd", "");
        enter(batch);
        assertThat(entered(batch)).extracting(EntryRow::donorName).containsExactlyInAnyOrder(name, name + " Ltd");
    }

    @Test
    void aCountryIsOneGovernmentByWhicheverNameAFileCallsIt() throws Exception {
        // nobody else in these tests knows the government of Tuvalu or of Cabo Verde
        Reference batch = bring(
                "2020,Cape Verde,Government,Assessed,5",
                "2021,Cabo Verde,Government,Assessed,6",
                "2020,Tuvalu,Government,Assessed,7");
        assertThat(keys(preview(batch))).containsExactly("2 willBeRegistered", "3 willBeOneWith", "4 willBeRegistered");
        assertThat(preview(batch).newPartners()).isEqualTo(2);
        enter(batch);
        assertThat(entered(batch)).extracting(EntryRow::donor).hasSize(3);
        assertThat(entered(batch).stream().map(EntryRow::donor).distinct()).hasSize(2);
        assertThat(keys(preview(bring("2019,Cabo Verde,Government,Assessed,5"))))
                .containsExactly("2 knownByAnotherName");
    }

    private void answer(Reference batch, String name, String partner) throws Exception {
        As.officer(() -> {
            imports.read(
                    batch,
                    row(batch).version(),
                    queries.reading(row(batch)).knowing(Map.of(KnownName.form(name), partner)));
            return true;
        });
    }

    private static List<String> keys(Preview preview) {
        return preview.rows().stream()
                .flatMap(row -> row.findings().stream().map(finding -> row.line() + " " + finding.key()))
                .filter(finding -> !finding.endsWith("rowRepeated"))
                .toList();
    }

    private Preview preview(Reference batch) throws Exception {
        return As.officer(() -> queries.preview(row(batch)));
    }

    private Reference bring(String... rows) throws Exception {
        return As.officer(() -> imports.bring("Test", Some.statement(rows)));
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
