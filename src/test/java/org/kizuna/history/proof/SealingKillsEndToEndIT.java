package org.kizuna.history.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kizuna.history.ChangeSet;
import org.kizuna.history.JournalReader;
import org.kizuna.launch.MigratedDatabase;

/** Servers that seal the same journal are killed wherever it hurts, two alive at a time, and nothing of it is lost. */
@Tag("long")
class SealingKillsEndToEndIT {

    /** Before the seal's transaction and inside it. */
    private static final List<String> BETWEEN_COMMIT_AND_SEAL = List.of("committed", "sealing");

    private static final List<String> AFTERWARDS = List.of("sealed", "kept");
    private static final Pattern SAID =
            Pattern.compile("committed (\\d+)|sealing|sealed (\\d+) ([0-9a-f]{64})|kept \\d+");

    /** No more than it needs, since it starts so often. */
    private static final String CLASSES = Stream.of(
                    SealingVictim.class,
                    TreeAppender.class,
                    com.mysql.cj.jdbc.Driver.class,
                    Inject.class,
                    NullMarked.class)
            .map(type -> Path.of(URI.create(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toString()))
                    .toString())
            .collect(Collectors.joining(File.pathSeparator));

    @TempDir
    private Path folder;

    private MigratedDatabase database;

    @SuppressWarnings("NullAway.Init")
    SealingKillsEndToEndIT() {}

    @BeforeEach
    void start() throws IOException {
        System.setProperty("kizuna.seal.key", folder.resolve("seal.key").toString());
        database = new MigratedDatabase();
    }

    @AfterEach
    void stop() {
        database.close();
        System.clearProperty("kizuna.seal.key");
    }

    @Test
    void killedAHundredTimesBetweenCommitAndSealTheTreeGoesOn() throws Exception {
        Random random = new Random(20211018);
        List<Callable<List<String>>> victims = new ArrayList<>();
        IntStream.range(0, 100).forEach(i -> {
            String word = BETWEEN_COMMIT_AND_SEAL.get(i % 2);
            int times = 1 + random.nextInt(4);
            victims.add(() -> killed(i, word, times, true));
        });
        IntStream.range(100, 120).forEach(i -> {
            String word = AFTERWARDS.get(i % 2);
            int times = 1 + random.nextInt(4);
            victims.add(() -> killed(i, word, times, i % 4 < 2));
        });
        List<String> said = new ArrayList<>();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (Future<List<String>> victim : two.invokeAll(victims)) {
                said.addAll(victim.get());
            }
        } finally {
            two.shutdown();
        }
        assertEverythingIsSealedOnce(said);
    }

    /**
     * Kills a server when it says a word for the nth time.
     *
     * @param still whether it stands still at that word; otherwise it goes on, and dies wherever it is by then
     * @return all it said
     */
    private List<String> killed(int seed, String word, int times, boolean still) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "-Dkizuna.seal.key=" + System.getProperty("kizuna.seal.key"),
                "-cp",
                CLASSES,
                SealingVictim.class.getName()));
        command.addAll(database.application());
        command.addAll(List.of(Integer.toString(seed), word, Integer.toString(still ? times : 0)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said = new ArrayList<>();
        int left = times;
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                if (line.split(" ", 2)[0].equals(word) && --left == 0) {
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as("killed, " + said).isEqualTo(128 + 9);
        assertThat(said).allMatch(line -> SAID.matcher(line).matches());
        return said;
    }

    private void assertEverythingIsSealedOnce(List<String> said) throws SQLException {
        SealingKey key = Journaling.key();
        try (Connection connection = database.asApplication()) {
            connection.setAutoCommit(false);
            KeptHead.Kept kept = new KeptHead(key).read();
            Journaling journaling = new Journaling(connection, key);
            assertThat(kept).isNotNull().satisfies(last -> assertThat(journaling.continues(last))
                    .isTrue());
            journaling.seal();
            connection.commit();

            List<Long> sets = numbers(connection, "SELECT id FROM journal_change_set ORDER BY id");
            List<Long> sealed = numbers(connection, "SELECT change_set_id FROM journal_leaf ORDER BY leaf_index");
            assertThat(sealed).as("each once").doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sets);
            assertThat(numbers(connection, "SELECT leaf_index FROM journal_leaf ORDER BY leaf_index"))
                    .as("without gaps")
                    .isEqualTo(IntStream.range(0, sealed.size())
                            .mapToObj(Long::valueOf)
                            .toList());
            assertThat(sets).containsAll(committed(said));
            assertHeadsAgree(connection, key, sealed, said);
        }
    }

    /** Every head that was ever signed, and every one that a server spoke of, is one of the tree made anew. */
    private static void assertHeadsAgree(Connection connection, SealingKey key, List<Long> sealed, List<String> said)
            throws SQLException {
        List<byte[]> leaves = new ArrayList<>();
        for (long id : sealed) {
            ChangeSet set = new JournalReader(connection).sets(List.of(id)).get(0);
            leaves.add(LeafText.leafOf(set));
        }
        MerkleTree anew = MerkleTreeTest.tree(leaves);
        List<TreeHead> heads = new SealedTree(connection).heads(null, 100_000);
        assertThat(heads.get(0).size()).isEqualTo(leaves.size());
        assertThat(heads).allMatch(key::signed).allSatisfy(head -> assertThat(head.root())
                .isEqualTo(HexFormat.of().formatHex(anew.root(head.size()))));
        MerkleTree kept = new MerkleTree(new SealedTree(connection));
        for (TreeHead head : heads) {
            List<byte[]> roots = MerkleTreeTest.rootsFrom(
                    head.size(),
                    leaves.size(),
                    HexFormat.of().parseHex(head.root()),
                    kept.consistency(head.size(), leaves.size()));
            assertThat(HexFormat.of().formatHex(roots.get(0))).isEqualTo(head.root());
            assertThat(HexFormat.of().formatHex(roots.get(1)))
                    .isEqualTo(heads.get(0).root());
        }
        assertThat(heads).extracting(head -> head.size() + " " + head.root()).containsAll(spokenOf(said));
    }

    private static List<Long> committed(List<String> said) {
        return said.stream()
                .map(SAID::matcher)
                .filter(Matcher::matches)
                .filter(line -> line.group(1) != null)
                .map(line -> Long.valueOf(line.group(1)))
                .toList();
    }

    private static List<String> spokenOf(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith("sealed "))
                .map(line -> line.substring("sealed ".length()))
                .toList();
    }

    private static List<Long> numbers(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<Long> numbers = new ArrayList<>();
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
            return numbers;
        }
    }
}
