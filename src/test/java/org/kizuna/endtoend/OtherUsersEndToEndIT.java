package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One machine, one build, and people who start it each for themselves. None of them is root. */
@Tag("long")
class OtherUsersEndToEndIT {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private final List<Person> people = new ArrayList<>();

    /** A user of this machine, with a home of their own. */
    private record Person(String name, Path home, UserPrincipal principal) {

        Path data() {
            return home.resolve("data");
        }

        Launched begin() throws IOException {
            return Launched.begin(
                    List.of("setpriv", "--reuid=" + name, "--regid=" + name, "--clear-groups"),
                    Launched.freePort(),
                    data(),
                    Map.of("HOME", home.toString(), "USER", name, "LOGNAME", name),
                    "--empty");
        }
    }

    @BeforeEach
    void welcome() throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "Only root can make two users to try it with: run these tests as root");
        for (String name : List.of("kizunatest1", "kizunatest2")) {
            run(List.of("useradd", "--no-create-home", "--user-group", name));
            Path home = Files.createTempDirectory(name);
            UserPrincipal principal =
                    home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
            Files.setOwner(home, principal);
            people.add(new Person(name, home, principal));
        }
    }

    @AfterEach
    void farewell() throws Exception {
        for (Person person : people) {
            Samples.delete(person.home());
            run(List.of("userdel", person.name()));
        }
    }

    @Test
    void startsForOneAfterTheOtherAndForBothAtOnceAndLeavesNothingOutsideOfTheirFolders() throws Exception {
        for (Person person : people) {
            try (Launched alone = person.begin()) {
                assertStarted(alone, person);
            }
        }
        try (Launched one = people.get(0).begin();
                Launched other = people.get(1).begin()) {
            assertThat(one.becomesReady()).as(one.output()).isTrue();
            assertThat(other.becomesReady()).as(other.output()).isTrue();
            assertThat(other.processes()).hasSizeGreaterThanOrEqualTo(3);
        }
        for (Person person : people) {
            assertThat(leftBy(person)).containsExactly(person.home());
        }
    }

    private static void assertStarted(Launched launched, Person person) throws IOException, InterruptedException {
        assertThat(launched.becomesReady()).as(launched.output()).isTrue();
        assertThat(person.data().resolve("database/mariadb.sock")).exists();
        assertThat(permissions(person.data())).isEqualTo("rwx------");
        try (Stream<Path> files = Files.walk(person.data())) {
            assertThat(files.filter(file -> file.toString().endsWith(".log")))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(log -> assertThat(permissions(log)).isEqualTo("rw-------"));
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> leftBy(Person person) throws IOException {
        List<Path> left = new ArrayList<>();
        try (var files = Files.newDirectoryStream(TEMPORARY)) {
            for (Path file : files) {
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(person.principal())) {
                    left.add(file);
                }
            }
        }
        return left;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
