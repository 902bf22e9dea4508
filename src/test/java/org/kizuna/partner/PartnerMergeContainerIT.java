package org.kizuna.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kizuna.contribution.ContributionQueries;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.history.CooperationScope;
import org.kizuna.history.HistoryQueries;
import org.kizuna.history.JournalEntry;
import org.kizuna.lifecycle.StepData;
import org.kizuna.samples.Some;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Refusals;

/** Two partners that are one: nothing moves, and every reader comes to the one that is left. */
@ArquillianTest
class PartnerMergeContainerIT {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerMergeRegister merges;

    @Inject
    private PartnerQueries queries;

    @Inject
    private PartnerCanon canon;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private ContributionQueries contributionQueries;

    @Inject
    private RecordDirectory directory;

    @Inject
    private HistoryQueries history;

    private PartnerData typed = Some.company();
    private Reference merged = new Reference("0");
    private Reference survivor = new Reference("0");

    @BeforeEach
    void twoPartners() throws Exception {
        typed = Some.company();
        merged = register(typed);
        survivor = register(Some.company());
    }

    private Reference register(PartnerData data) throws Exception {
        return As.officer(() -> partners.register(data));
    }

    @Test
    void whoeverNamesTheMergedOneNamesTheSurvivor() throws Exception {
        Reference before = As.officer(() -> contributions.open(Some.contribution(merged, null, "USD")));
        merge(merged, survivor);
        Reference after = As.officer(() -> contributions.open(Some.contribution(merged, null, "USD")));
        assertThat(donor(before)).as("nothing is re-pointed").isEqualTo(merged.value());
        assertThat(donor(after)).isEqualTo(survivor.value());
    }

    private String donor(Reference contribution) throws Exception {
        return String.valueOf(As.manager(() -> contributionQueries.find(contribution.value()))
                .orElseThrow()
                .data()
                .donor());
    }

    @Test
    void nothingIsWrittenOfTheMergedOneItself() throws Exception {
        merge(merged, survivor);
        long version = version(merged);
        assertThatThrownBy(() -> As.officer(() -> done(() -> partners.change(merged, version, typed))))
                .isInstanceOfSatisfying(PartnerIsMerged.class, refused -> assertThat(refused.arguments())
                        .contains(survivor.value()));
        assertThatThrownBy(
                        () -> As.officer(() -> done(() -> partners.retire(merged, version, StepData.because("Gone")))))
                .isInstanceOf(PartnerIsMerged.class);
        assertThatThrownBy(() -> merge(merged, register(Some.company()))).isInstanceOf(PartnerIsMerged.class);
    }

    @Test
    void anImportThatIsTakenBackDoesNotRetireTheSurvivor() throws Exception {
        merge(merged, survivor);
        As.officer(() -> done(() -> partners.retireAll(List.of(merged), "Taken back")));
        assertThat(detail(survivor).status()).isEqualTo(PartnerStatus.PROSPECT);
        assertThat(detail(merged).status()).isEqualTo(PartnerStatus.PROSPECT);
    }

    @Test
    void theSearchGivesTheSurvivor() throws Exception {
        merge(merged, survivor);
        assertThat(found(String.valueOf(typed.legalName()))).containsExactly(survivor.value());
        assertThat(found(merged.value())).startsWith(survivor.value());
        assertThat(As.manager(() -> directory.find(PartnerFeature.PARTNER, merged.value())))
                .contains(record(survivor));
        assertThat(listed(String.valueOf(typed.legalName()))).containsExactly(survivor);
        undo(merged);
        assertThat(found(String.valueOf(typed.legalName()))).containsExactly(merged.value());
        assertThat(found(merged.value())).startsWith(merged.value());
        assertThat(listed(String.valueOf(typed.legalName()))).containsExactly(merged);
    }

    private List<String> found(String words) throws Exception {
        return As.manager(() -> directory.search(words, null, 10)).stream()
                .map(SearchHit::reference)
                .toList();
    }

    private List<Reference> listed(String words) throws Exception {
        PartnerCriteria called = new PartnerCriteria(words, null, null, null, null);
        return As.manager(() -> queries.list(called, PageRequest.first(10))).items().stream()
                .map(PartnerRow::reference)
                .toList();
    }

    @Test
    void chainsLeadToTheirEndInMemoryInTheDatabaseAndInTheSearch() throws Exception {
        merge(merged, survivor);
        Reference last = register(Some.company());
        merge(survivor, last);
        assertThat(detail(merged).survivor()).isEqualTo(last);
        assertThat(canon.merged(record(last).id()))
                .containsExactlyInAnyOrder(
                        record(last).id(), record(survivor).id(), record(merged).id());
        assertThat(found(merged.value())).startsWith(last.value());
        assertThat(found(String.valueOf(typed.legalName()))).containsExactly(last.value());
        assertThat(Refusals.of(() -> merge(last, merged))).containsExactly("survivor: mergedIntoItself");
    }

    @Test
    void aLoopOfABentTableStopsNobody() throws Exception {
        merge(merged, survivor);
        bend(survivor, String.valueOf(record(merged).id()));
        try {
            assertThat(detail(merged).survivor()).isNull();
            assertThat(canon.merged(record(merged).id()))
                    .containsExactly(record(merged).id());
            assertThat(found(merged.value())).isNotEmpty();
        } finally {
            bend(survivor, "NULL");
        }
    }

    private void bend(Reference partner, String into) throws Exception {
        new Journal(dataSource)
                .attempt("UPDATE partner SET merged_into = " + into + " WHERE reference = '" + partner.value() + "'");
    }

    @Test
    void bothHistoriesStandInTheSurvivorsAndItsCooperationBeginsWithBoth() throws Exception {
        Reference given = As.officer(() -> contributions.open(Some.contribution(merged, null, "USD")));
        merge(merged, survivor);
        List<JournalEntry> entries =
                As.manager(() -> history.ofRecord(record(survivor), null, 50)).items();
        assertThat(entries)
                .extracting(JournalEntry::action)
                .containsExactly("PartnerMergeRegister.merge", "PartnerRegister.register", "PartnerRegister.register");
        assertThat(entries.get(0).reason()).isEqualTo("One office, two names");
        assertThat(entries.get(0).after()).contains("mergedInto").contains(survivor.value());
        try (Connection connection = dataSource.getConnection()) {
            CooperationScope scope = new CooperationScope(connection, Long.MAX_VALUE);
            for (Set<RecordRef> all : List.of(scope.around(record(survivor)), scope.money(record(survivor)))) {
                assertThat(all).contains(record(merged), contribution(given));
            }
        }
    }

    private RecordRef contribution(Reference reference) throws Exception {
        return new RecordRef(
                "Contribution",
                new Journal(dataSource).number("SELECT id FROM contribution WHERE reference = ?", reference.value()));
    }

    @Test
    void aMergeThatRestsOnAnOldVersionIsRefused() {
        assertThatThrownBy(() -> As.approver(() -> done(() -> merges.merge(merged, 7, survivor, "Why"))))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void aMergeNeedsAReason() throws Exception {
        assertThat(Refusals.of(() -> As.approver(() -> done(() -> merges.merge(merged, 0, survivor, " ")))))
                .containsExactly("reason: required");
    }

    private int merge(Reference one, Reference into) throws Exception {
        long version = version(one);
        return As.approver(() -> done(() -> merges.merge(one, version, into, "One office, two names")));
    }

    private void undo(Reference one) throws Exception {
        long version = version(one);
        As.approver(() -> done(() -> merges.undo(one, version, "Two offices after all")));
    }

    private long version(Reference partner) throws Exception {
        return detail(partner).version();
    }

    private PartnerDetail detail(Reference partner) throws Exception {
        return As.manager(() -> queries.find(partner.value())).orElseThrow();
    }

    private RecordRef record(Reference partner) throws Exception {
        return new RecordRef(PartnerFeature.PARTNER, detail(partner).id());
    }

    private static int done(Runnable work) {
        work.run();
        return 0;
    }
}
