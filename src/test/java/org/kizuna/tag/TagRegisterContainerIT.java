package org.kizuna.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.history.CooperationScope;
import org.kizuna.history.HistoryQueries;
import org.kizuna.history.JournalEntry;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.samples.Some;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.shared.StaleVersion;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;

/** Tags of a record: kept, found, told in its history, and never of shares that sum to something else than 100. */
@ArquillianTest
class TagRegisterContainerIT {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private TagRegister register;

    @Inject
    private TagQueries queries;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private RecordDirectory directory;

    @Inject
    private HistoryQueries history;

    private String name = "";
    private RecordRef partner = new RecordRef(PartnerFeature.PARTNER, 0);

    @BeforeEach
    void aPartner() throws Exception {
        PartnerData data = Some.company();
        name = String.valueOf(data.legalName());
        Reference reference = As.officer(() -> partners.register(data));
        partner = As.officer(() -> directory.find(PartnerFeature.PARTNER, reference.value()))
                .orElseThrow();
    }

    @Test
    void keepsTheTagsInTheirOrder() throws Exception {
        change(0, item("9", "60"), item("8", "40"));
        assertThat(tags().tags()).extracting(Tag::code).containsExactly("9", "8");
        assertThat(tags().version()).isEqualTo(1);
        change(1, item("8", "100"));
        assertThat(tags().tags()).extracting(Tag::code).containsExactly("8");
        change(2);
        assertThat(tags().tags()).isEmpty();
    }

    @Test
    void nobodyButAnOfficerChoosesThem() {
        assertThatThrownBy(() -> As.approver(() -> {
                    register.change(partner, 0, new TagsData(List.of()));
                    return 0;
                }))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void aRecordThatIsNoneOrHasNoTagsIsRefused() {
        for (RecordRef none : List.of(
                new RecordRef(AgreementFeature.AGREEMENT, Long.MAX_VALUE),
                new RecordRef("Account", 1),
                new RecordRef("Nothing", 1))) {
            assertThatThrownBy(() -> As.officer(() -> {
                        register.change(none, 0, new TagsData(List.of(item("9", null))));
                        return 0;
                    }))
                    .isInstanceOf(NoSuchRecord.class);
        }
    }

    @Test
    void aSaveOverSomebodyElsesIsRefused() throws Exception {
        change(0, item("9", "100"));
        assertThatThrownBy(() -> change(0, item("8", "100"))).isInstanceOf(StaleVersion.class);
        change(1, item("9", "50"), item("8", "50"));
        assertThatThrownBy(() -> change(1, item("12", "100"))).isInstanceOf(StaleVersion.class);
        assertThat(tags().tags()).extracting(Tag::code).containsExactly("9", "8");
    }

    @Test
    void ofTwoAtOnceOneIsRefusedAndTheSharesStillSumTo100() throws Exception {
        for (int round = 0; round < 3; round++) {
            long version = tags().version();
            assertThat(atOnce(version, item("9", "100"), item("8", "100"))).hasSize(1);
            assertThat(new Journal(dataSource)
                            .rows(
                                    "SELECT SUM(t.percentage) FROM tag t JOIN record_tags r ON r.id = t.tags_id"
                                            + " WHERE r.record_kind = ? AND r.record_id = ?",
                                    partner.kind(),
                                    partner.id()))
                    .containsExactly(List.of("100.00"));
            change(tags().version(), item("12", "100"));
        }
    }

    private List<Throwable> atOnce(long version, TagsData.Chosen one, TagsData.Chosen other) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> both = Stream.of(one, other)
                    .<Callable<Integer>>map(item -> () -> change(version, item))
                    .toList();
            return two.invokeAll(both).stream()
                    .flatMap(TagRegisterContainerIT::refusal)
                    .toList();
        } finally {
            two.shutdown();
        }
    }

    private static Stream<Throwable> refusal(Future<Integer> done) {
        try {
            done.get();
            return Stream.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            return Stream.of(e.getCause());
        }
    }

    @Test
    void theRecordIsFoundByItsTagsNamesInEveryLanguageAndByItsOwnStill() throws Exception {
        change(0, item("9", null), item("13", null));
        String own = name.substring(name.indexOf(' ') + 1);
        assertThat(found(own + " industrialization")).contains(partner.id());
        assertThat(found(own + " climatiques")).contains(partner.id());
        // a change of the record leaves the words of its tags
        As.officer(() -> {
            var detail = partnerQueries.find(label()).orElseThrow();
            partners.retire(detail.reference(), detail.version(), org.kizuna.lifecycle.StepData.because("Tried"));
            return 0;
        });
        assertThat(found(own + " industrialization")).contains(partner.id());
        change(1, item("13", null));
        assertThat(found(own + " industrialization")).isEmpty();
        assertThat(found(own + " climatiques")).contains(partner.id());
    }

    @Test
    void theHistoryOfTheRecordTellsThem() throws Exception {
        change(0, item("9", "100"));
        change(1, item("8", "100"));
        List<JournalEntry> entries =
                As.manager(() -> history.ofRecord(partner, null, 50)).items();
        assertThat(entries)
                .extracting(JournalEntry::action)
                .containsExactly("TagRegister.change", "TagRegister.change", "PartnerRegister.register");
        assertThat(entries.get(0).before()).contains("\"9\"");
        assertThat(entries.get(0).after()).contains("\"8\"").contains("SDG_GOAL");
        assertThat(entries.get(0).reference()).isEqualTo(label());
        // page by page it is the same
        var first = As.manager(() -> history.ofRecord(partner, null, 1));
        var second = As.manager(() -> history.ofRecord(partner, first.next(), 1));
        var third = As.manager(() -> history.ofRecord(partner, second.next(), 1));
        assertThat(List.of(
                        first.items().get(0),
                        second.items().get(0),
                        third.items().get(0)))
                .isEqualTo(entries);
        assertThat(third.next()).isNull();
    }

    @Test
    void theyLeaveWithTheCooperation() throws Exception {
        change(0, item("9", null));
        try (var connection = dataSource.getConnection()) {
            assertThat(new CooperationScope(connection, Long.MAX_VALUE).around(partner))
                    .anyMatch(record -> record.kind().equals(TagFeature.TAGS));
        }
    }

    private String label() throws Exception {
        return As.officer(() -> queries.label(partner)).orElseThrow();
    }

    private List<Long> found(String words) throws Exception {
        return As.manager(() -> directory.search(words, PartnerFeature.PARTNER, 10)).stream()
                .map(SearchHit::id)
                .toList();
    }

    private TagsDetail tags() throws Exception {
        return As.manager(() -> queries.of(partner));
    }

    private static TagsData.Chosen item(String goal, @Nullable String share) {
        return new TagsData.Chosen(TagVocabulary.SDG_GOAL, goal, share == null ? null : new BigDecimal(share));
    }

    private int change(long version, TagsData.Chosen... items) throws Exception {
        return As.officer(() -> {
            register.change(partner, version, new TagsData(Stream.of(items).toList()));
            return items.length;
        });
    }
}
