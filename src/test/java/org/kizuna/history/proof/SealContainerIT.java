package org.kizuna.history.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kizuna.history.ChangeSet;
import org.kizuna.history.JournalReader;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.samples.Some;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;

/** What is journaled is sealed: all of it, once, in an order without gaps, under heads that agree with each other. */
@ExtendWith(ArquillianExtension.class)
class SealContainerIT {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private SealTimer sealer;

    @Inject
    private SealTransaction round;

    @Inject
    private SealingKey key;

    @Inject
    private SealingWatch watch;

    @Inject
    private KeptHead kept;

    @Inject
    private ProofQueries proofs;

    @Inject
    private PartnerRegister partners;

    @Test
    void everyChangeSetIsALeafInAnOrderWithoutGaps() throws Exception {
        register(3);
        sealer.seal();
        Journal journal = new Journal(dataSource);
        assertThat(journal.number("SELECT COUNT(*) FROM journal_change_set s WHERE NOT EXISTS"
                        + " (SELECT 1 FROM journal_leaf l WHERE l.change_set_id = s.id)"))
                .isZero();
        assertThat(journal.rows("SELECT COUNT(*), MIN(leaf_index), MAX(leaf_index) FROM journal_leaf"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(1)).isEqualTo("0");
                    assertThat(Long.parseLong(row.get(0))).isEqualTo(Long.parseLong(row.get(2)) + 1);
                });
    }

    @Test
    void aLeafIsWhatTheJournalSays() throws Exception {
        long changeSet = register(1).get(0);
        sealer.seal();
        ProofQueries.Inclusion proof = As.auditor(() -> proofs.inclusion(changeSet));
        byte[] leaf;
        try (var connection = dataSource.getConnection()) {
            ChangeSet set =
                    new JournalReader(connection).sets(List.of(changeSet)).get(0);
            leaf = LeafText.leafOf(set);
            ChangeSet bent = new ChangeSet(set.rows(), Map.of(0, List.of("Partner 1")));
            assertThat(LeafText.leafOf(bent)).isNotEqualTo(leaf);
        }
        assertThat(proof.leafHash()).isEqualTo(HexFormat.of().formatHex(leaf));
        assertThat(proof.path()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(key.signed(proof.head())).isTrue();
        TreeHead forged = new TreeHead(
                proof.head().size() + 1,
                proof.head().root(),
                proof.head().sealedAt(),
                proof.head().keyId(),
                proof.head().signature());
        assertThat(key.signed(forged)).isFalse();
    }

    @Test
    void anyTwoHeadsAgree() throws Exception {
        for (int i = 0; i < 5; i++) {
            register(i + 1);
            sealer.seal();
        }
        List<TreeHead> heads = As.auditor(() -> proofs.heads(null, 5));
        assertThat(heads).hasSize(5).allMatch(key::signed);
        assertThat(heads).extracting(TreeHead::size).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        for (TreeHead earlier : heads) {
            ProofQueries.Consistency proof = As.auditor(
                    () -> proofs.consistency(earlier.size(), heads.get(0).size()));
            assertThat(proof.from().root()).isEqualTo(earlier.root());
            assertThat(proof.path().isEmpty())
                    .isEqualTo(earlier.size() == heads.get(0).size());
        }
    }

    @Test
    void twoThatSealAtOnceSealEverythingOnce() throws Exception {
        List<Long> written = register(20);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Callable<SealTransaction.Done>> both = List.of(() -> round.seal(0), () -> round.seal(0));
            int refused = 0;
            for (Future<SealTransaction.Done> one : two.invokeAll(both)) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(EJBException.class);
                    refused++;
                }
            }
            assertThat(refused).isLessThan(2);
        } finally {
            two.shutdown();
        }
        sealer.seal();
        Journal journal = new Journal(dataSource);
        for (long changeSet : written) {
            assertThat(journal.number("SELECT COUNT(*) FROM journal_leaf WHERE change_set_id = ?", changeSet))
                    .isEqualTo(1);
        }
        everyChangeSetIsALeafInAnOrderWithoutGaps();
    }

    @Test
    void nothingIsSealedOnceWhatWasSealedIsGone() throws Exception {
        register(1);
        sealer.seal();
        TreeHead head = round.newest().orElseThrow();
        assertThat(kept.read()).isEqualTo(new KeptHead.Kept(head.size(), head.root()));
        kept.keep(new TreeHead(head.size(), "0".repeat(64), head.sealedAt(), head.keyId(), head.signature()));
        try {
            register(1);
            assertThatThrownBy(sealer::seal).isInstanceOf(JournalWasCut.class);
            kept.keep(new TreeHead(head.size() + 1000, head.root(), head.sealedAt(), head.keyId(), head.signature()));
            assertThatThrownBy(sealer::seal).isInstanceOf(JournalWasCut.class);
            assertThat(round.newest()).contains(head);
            assertThat(watch.isCut())
                    .as("every page of auditor and administrator says so")
                    .isTrue();
            assertThat(watch.state().isGood()).as("health of sealing").isFalse();
        } finally {
            kept.keep(head);
        }
        sealer.seal();
        assertThat(round.newest().orElseThrow().size()).isGreaterThan(head.size());
        assertThat(watch.isCut()).isFalse();
    }

    @Test
    void nothingIsSealedOverTheSealOfAnotherKey() throws Exception {
        sealer.seal();
        TreeHead head = round.newest().orElseThrow();
        String file = System.getProperty("kizuna.seal.key");
        Path folder = Files.createTempDirectory("other");
        System.setProperty("kizuna.seal.key", folder.resolve("seal.key").toString());
        try {
            key.open();
            assertThat(key.id()).isNotEqualTo(head.keyId());
            assertThatThrownBy(sealer::seal)
                    .isInstanceOf(SealedWithAnotherKey.class)
                    .hasMessageContaining(head.keyId())
                    .hasMessageContaining("kizuna.seal.key.follows");
            assertThat(sealer.foreign()).contains(head);
            System.setProperty("kizuna.seal.key.follows", head.keyId());
            assertThat(sealer.foreign()).isEmpty();
        } finally {
            System.clearProperty("kizuna.seal.key.follows");
            if (file == null) {
                System.clearProperty("kizuna.seal.key");
            } else {
                System.setProperty("kizuna.seal.key", file);
            }
            key.open();
        }
        assertThat(sealer.foreign()).isEmpty();
        assertThat(key.id()).isEqualTo(head.keyId());
    }

    @Test
    void theApplicationCanNeitherAlterNorRemoveWhatIsSealed() {
        Journal journal = new Journal(dataSource);
        for (String table : List.of("journal_leaf", "journal_subtree", "journal_head")) {
            assertThatThrownBy(() -> journal.attempt("DELETE FROM " + table))
                    .as(table)
                    .hasMessageContaining("denied");
        }
        assertThatThrownBy(() -> journal.attempt("UPDATE journal_head SET tree_size = 1"))
                .hasMessageContaining("denied");
    }

    @Test
    void onlyAuditorsAskAndOnlyForWhatIsThere() throws Exception {
        assertThatThrownBy(() -> As.officer(() -> proofs.heads(null, 1))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> As.auditor(() -> proofs.inclusion(Long.MAX_VALUE)))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> As.auditor(() -> proofs.consistency(1, Long.MAX_VALUE)))
                .isInstanceOf(NoSuchRecord.class);
    }

    /** Numbers of the change sets by which some partners were registered. */
    private List<Long> register(int count) throws Exception {
        List<Long> changeSets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Reference partner = As.officer(() -> partners.register(Some.company()));
            changeSets.add(new Journal(dataSource)
                    .number("SELECT change_set_id FROM journal_change WHERE reference = ?", partner.value()));
        }
        return changeSets;
    }
}
