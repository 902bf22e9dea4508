package org.kizuna.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.kizuna.samples.Some;
import org.kizuna.shared.InvalidInput;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;

@ArquillianTest
class AccountRegisterContainerIT {

    private static final String FIRST = "four herons on a gravel bank";
    private static final String PASSWORD = "correct horse battery";
    private static final String ADDRESS = "/api/v1/partners?limit=1";

    @Inject
    private AccountRegister accounts;

    @Inject
    private AccountQueries queries;

    @Inject
    private SignIn signIn;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private Sessions sessions;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Test
    void whoHasAnAccountSignsInWithItsPasswordAlone() throws Exception {
        String name = open(Roles.OFFICER, Roles.MANAGER);
        SignedIn account = signIn.withPassword(name, PASSWORD).orElseThrow();
        assertThat(account.username()).isEqualTo(name);
        assertThat(account.roles()).containsExactlyInAnyOrder(Roles.OFFICER, Roles.MANAGER);
        assertThat(signIn.withPassword(name.toUpperCase(Locale.ROOT), PASSWORD))
                .map(SignedIn::username)
                .contains(name);
        assertThat(signIn.withPassword(name, PASSWORD + " ")).isEmpty();
        assertThat(signIn.withPassword(name, "")).isEmpty();
        assertThat(signIn.withPassword(name + "x", PASSWORD)).isEmpty();
        assertThat(signIn.withPassword("' or 1=1 --", PASSWORD)).isEmpty();
        assertThat(signIn.withPassword("%", PASSWORD)).isEmpty();
        assertThat(new Journal(dataSource)
                        .rows(
                                "SELECT action, actor FROM journal_change_set WHERE detail LIKE ? ORDER BY id",
                                "%" + name + "\"}"))
                .contains(List.of("SignIn.succeeded", name), List.of("SignIn.failed", "anonymous"));
    }

    @Test
    void refusesWhatNoAccountCanBe() throws Exception {
        String taken = open(Roles.MANAGER);
        assertThatThrownBy(() -> open(data(taken, Set.of(Roles.MANAGER), true), PASSWORD))
                .isInstanceOf(UsernameTaken.class);
        assertThatThrownBy(() -> open(data(taken.toUpperCase(Locale.ROOT), Set.of(Roles.MANAGER), true), PASSWORD))
                .isInstanceOf(UsernameTaken.class);
        assertRefused(data("", Set.of(Roles.MANAGER), true), PASSWORD, "username");
        assertRefused(data("has blank", Set.of(Roles.MANAGER), true), PASSWORD, "username");
        assertRefused(data("a:b", Set.of(Roles.MANAGER), true), PASSWORD, "username");
        assertRefused(data(name(), Set.of(), true), PASSWORD, "roles");
        assertRefused(data(name(), Set.of("ROOT"), true), PASSWORD, "roles");
        assertRefused(data(name(), Set.of(Roles.AUDITOR, Roles.OFFICER), true), PASSWORD, "roles");
        assertRefused(data(name(), Set.of(Roles.AUDITOR, Roles.ADMINISTRATOR), true), PASSWORD, "roles");
        assertRefused(data(name(), Set.of(Roles.OFFICER, Roles.APPROVER), true), PASSWORD, "roles");
        assertRefused(data(name(), Set.of(Roles.MANAGER), true), "eleven char", "password");
        assertRefused(data(name(), Set.of(Roles.MANAGER), true), "passwordpassword", "password");
        assertRefused(data(name(), Set.of(Roles.MANAGER), true), "kizunakizuna", "password");
        assertRefused(data(name(), Set.of(Roles.MANAGER), true), "a plum tree ".repeat(11), "password");
        for (String name : List.of("System", "anonymous", "ѕуѕtem", "оfficer", "system\u3000")) {
            assertRefused(data(name, Set.of(Roles.MANAGER), true), PASSWORD, "username");
        }
        assertThatThrownBy(() -> open(data(taken + "\u200b", Set.of(Roles.MANAGER), true), PASSWORD))
                .isInstanceOf(UsernameTaken.class);
        assertRefused(
                new AccountData(name(), " ", "no mail", Set.of(Roles.MANAGER), true), PASSWORD, "displayName", "email");
    }

    @Test
    void changingRolesIsJournaledAndHoldsFromTheNextRequestOn() throws Exception {
        String name = openFirst(Roles.OFFICER);
        SignedIn before = signIn.withPassword(name, FIRST).orElseThrow();
        change(data(name, Set.of(Roles.AUDITOR), true));
        SignedIn after = signIn.again(before).orElseThrow();
        assertThat(after.roles()).containsExactly(Roles.AUDITOR);
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(new Journal(dataSource)
                        .rows(
                                "SELECT s.actor, s.actor_role, s.action, c.before_values, c.after_values FROM journal_change c"
                                        + " JOIN journal_change_set s ON s.id = c.change_set_id WHERE c.entity = 'Account'"
                                        + " AND c.reference = ? AND c.operation = 'UPDATE'",
                                name))
                .containsExactly(List.of(
                        "admin",
                        "ADMINISTRATOR",
                        "AccountRegister.change",
                        "{\"roles\":[\"OFFICER\"]}",
                        "{\"roles\":[\"AUDITOR\"]}"));
        assertThatThrownBy(() -> As.administrator(() -> {
                    accounts.change(name, 0, data(name, Set.of(Roles.MANAGER), true));
                    return true;
                }))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void whoIsSwitchedOffIsOutByEveryDoor() throws Exception {
        String name = open(Roles.OFFICER);
        SignedIn session = signIn.withPassword(name, PASSWORD).orElseThrow();
        String token = as(name, () -> accounts.issueToken("job", tomorrow()));
        change(data(name, Set.of(Roles.OFFICER), false));
        assertThat(signIn.withPassword(name, PASSWORD)).isEmpty();
        assertThat(signIn.withToken(token)).isEmpty();
        assertThat(signIn.again(session)).isEmpty();
        assertThat(statusWithPassword(name, PASSWORD)).isEqualTo(401);
        assertThat(new Journal(dataSource)
                        .rows(
                                "SELECT before_values, after_values FROM journal_change WHERE entity = 'Account'"
                                        + " AND reference = ? AND operation = 'UPDATE'",
                                name))
                .contains(List.of("{\"active\":true}", "{\"active\":false}"));
        change(data(name, Set.of(Roles.OFFICER), true));
        assertThat(signIn.withPassword(name, PASSWORD)).isPresent();
        assertThat(signIn.withToken(token)).isPresent();
    }

    @Test
    void anAdministratorCannotLockThemselvesOut() throws Exception {
        String name = open(Roles.ADMINISTRATOR);
        for (AccountData worse :
                List.of(data(name, Set.of(Roles.ADMINISTRATOR), false), data(name, Set.of(Roles.MANAGER), true))) {
            assertThatThrownBy(() -> Caller.as(name, Set.of(Roles.ADMINISTRATOR), () -> {
                        accounts.change(name, 1, worse);
                        return true;
                    }))
                    .isInstanceOf(OwnAccountKeepsItsRights.class);
        }
        change(data(name, Set.of(Roles.MANAGER), false));
        assertThat(As.administrator(() -> queries.find(name))
                        .orElseThrow()
                        .data()
                        .active())
                .isFalse();
    }

    @Test
    void aChangedPasswordIsTheOnlyOne() throws Exception {
        String name = open(Roles.MANAGER);
        assertThat(statusWithPassword(name, PASSWORD)).isEqualTo(200);
        assertThatThrownBy(() -> as(name, () -> changeOwn("not the current one", "seven plum trees by the harbour")))
                .isInstanceOf(WrongPassword.class);
        assertThatThrownBy(() -> as(name, () -> changeOwn(PASSWORD, "too short")))
                .isInstanceOf(InvalidInput.class);
        as(name, () -> changeOwn(PASSWORD, "seven plum trees by the harbour"));
        assertThat(signIn.withPassword(name, PASSWORD)).isEmpty();
        assertThat(signIn.withPassword(name, "seven plum trees by the harbour")).isPresent();
        // what REST remembered of the old password is worth nothing
        assertThat(statusWithPassword(name, PASSWORD)).isEqualTo(401);
        assertThat(statusWithPassword(name, "seven plum trees by the harbour")).isEqualTo(200);
        As.administrator(() -> {
            accounts.setPassword(name, "a lantern over the eastern bridge");
            return true;
        });
        assertThat(signIn.withPassword(name, "seven plum trees by the harbour")).isEmpty();
        assertThat(signIn.withPassword(name, "a lantern over the eastern bridge"))
                .isPresent();
        List<List<String>> changes = new Journal(dataSource)
                .rows(
                        "SELECT s.actor, s.action, c.before_values, c.after_values FROM journal_change c JOIN"
                                + " journal_change_set s ON s.id = c.change_set_id WHERE c.entity = 'Account'"
                                + " AND c.reference = ? AND c.operation = 'UPDATE' ORDER BY s.id",
                        name);
        assertThat(changes)
                .extracting(row -> row.subList(0, 2))
                .containsExactly(
                        List.of(name, "AccountRegister.changeOwnPassword"),
                        List.of(name, "AccountRegister.changeOwnPassword"),
                        List.of("admin", "AccountRegister.setPassword"));
        assertThat(changes).allSatisfy(row -> assertThat(row.get(3))
                .contains("\"passwordHash\":\"secret:")
                .isNotEqualTo(row.get(2)));
    }

    @Test
    void aTokenSpeaksForItsAccountUntilItIsRevoked() throws Exception {
        String name = open(Roles.OFFICER);
        String token = as(name, () -> accounts.issueToken("nightly", tomorrow()));
        assertThat(signIn.withToken(token)).map(SignedIn::username).contains(name);
        assertThat(status("Bearer " + token)).isEqualTo(200);
        assertThat(status("Bearer " + token + "x")).isEqualTo(401);
        assertThat(status("Bearer ")).isEqualTo(401);
        TokenRow row = as(name, queries::ownTokens).get(0);
        assertThat(row.name()).isEqualTo("nightly");
        assertThat(row.expiresOn()).isEqualTo(tomorrow());
        assertThat(row.revokedAt()).isNull();
        // neither the database nor the journal knows it
        assertThat(new Journal(dataSource)
                        .number("SELECT COUNT(*) FROM access_token WHERE token_hash = ? OR name = ?", token, token))
                .isZero();
        List<String> journaled = new Journal(dataSource)
                .rows(
                        "SELECT s.actor, s.action, c.after_values FROM journal_change c JOIN journal_change_set s"
                                + " ON s.id = c.change_set_id WHERE c.entity = 'AccessToken' AND c.entity_id = ?",
                        row.id())
                .get(0);
        assertThat(journaled.subList(0, 2)).containsExactly(name, "AccountRegister.issueToken");
        assertThat(journaled.get(2))
                .contains("\"account\":\"" + name + "\"", "secret:")
                .doesNotContain(token);
        String other = open(Roles.MANAGER);
        assertThatThrownBy(() -> Caller.as(other, Set.of(Roles.MANAGER), () -> revoke(row.id())))
                .isInstanceOf(NoSuchRecord.class);
        assertThat(signIn.withToken(token)).isPresent();
        as(name, () -> revoke(row.id()));
        assertThat(signIn.withToken(token)).isEmpty();
        assertThat(status("Bearer " + token)).isEqualTo(401);
        assertThat(as(name, queries::ownTokens).get(0).revokedAt()).isNotNull();
        assertThat(new Journal(dataSource)
                        .number(
                                "SELECT COUNT(*) FROM journal_change WHERE entity = 'AccessToken' AND entity_id = ?"
                                        + " AND operation = 'UPDATE'",
                                row.id()))
                .isEqualTo(1);
    }

    @Test
    void anAdministratorRevokesAnybodysToken() throws Exception {
        String name = open(Roles.OFFICER);
        String token = as(name, () -> accounts.issueToken("lost", tomorrow()));
        long id = as(name, queries::ownTokens).get(0).id();
        As.administrator(() -> revoke(id));
        assertThat(signIn.withToken(token)).isEmpty();
        assertThatThrownBy(() -> As.administrator(() -> revoke(Long.MAX_VALUE))).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void aTokenExpires() throws Exception {
        String name = open(Roles.OFFICER);
        for (LocalDate never :
                List.of(today(), today().minusDays(1), today().plusYears(1).plusDays(1))) {
            assertThatThrownBy(() -> as(name, () -> accounts.issueToken("job", never)))
                    .as(never.toString())
                    .isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> as(name, () -> accounts.issueToken("", tomorrow())))
                .isInstanceOf(InvalidInput.class);
        String token = as(name, () -> accounts.issueToken("job", today().plusYears(1)));
        long id = as(name, queries::ownTokens).get(0).id();
        assertThat(signIn.withToken(token)).isPresent();
        Journal database = new Journal(dataSource);
        database.attempt("UPDATE access_token SET expires_on = '" + today() + "' WHERE id = " + id);
        assertThat(signIn.withToken(token)).isPresent();
        database.attempt("UPDATE access_token SET expires_on = '" + today().minusDays(1) + "' WHERE id = " + id);
        assertThat(signIn.withToken(token)).isEmpty();
        assertThat(status("Bearer " + token)).isEqualTo(401);
    }

    @Test
    void tenWrongPasswordsMakeANameWait() throws Exception {
        String name = open(Roles.MANAGER);
        String other = open(Roles.MANAGER);
        for (int i = 0; i < 9; i++) {
            assertThat(statusWithPassword(name, "wrong " + i)).isEqualTo(401);
        }
        assertThat(asked(name)).isEqualTo(SignInThrottle.Answer.GO);
        // one that is right starts the count anew
        assertThat(statusWithPassword(name, PASSWORD)).isEqualTo(200);
        for (int i = 0; i < 10; i++) {
            assertThat(statusWithPassword(i % 2 == 0 ? name : name.toUpperCase(Locale.ROOT), "again " + i))
                    .isEqualTo(401);
        }
        assertThat(asked(name)).isEqualTo(SignInThrottle.Answer.REFUSED);
        long failed = failures(name);
        change(data(name, Set.of(Roles.OFFICER), true));
        assertThat(statusWithPassword(name, PASSWORD)).isEqualTo(401);
        assertThat(failures(name)).isEqualTo(failed).isEqualTo(19);
        assertThat(asked(other)).isNotEqualTo(SignInThrottle.Answer.REFUSED);
        assertThat(statusWithPassword(other, PASSWORD)).isEqualTo(200);
    }

    @Test
    void aFirstPasswordOpensNothingButItsChangeOverRest() throws Exception {
        String name = openFirst(Roles.MANAGER);
        assertThat(signIn.withPassword(name, FIRST))
                .hasValueSatisfying(
                        account -> assertThat(account.passwordToChange()).isTrue());
        assertThat(statusWithPassword(name, FIRST)).isEqualTo(403);
        as(name, () -> changeOwn(FIRST, PASSWORD));
        assertThat(statusWithPassword(name, FIRST)).isEqualTo(401);
        assertThat(statusWithPassword(name, PASSWORD)).isEqualTo(200);
        assertThatThrownBy(() -> as(name, () -> changeOwn(PASSWORD, PASSWORD))).isInstanceOf(SamePassword.class);
    }

    @Test
    void aResetEndsEverythingTheAccountWasSignedInWith() throws Exception {
        String name = open(Roles.MANAGER);
        long id = As.administrator(() -> queries.find(name).orElseThrow().id());
        String token = as(name, () -> accounts.issueToken("nightly", tomorrow()));
        String session = sessions.begin(id, "192.0.2.1", "Browser");
        assertThat(statusWithPassword(name, PASSWORD)).isEqualTo(200);
        As.administrator(() -> {
            accounts.setPassword(name, "a lantern over the eastern bridge");
            return true;
        });
        assertThat(sessions.lives(session)).isFalse();
        assertThat(signIn.withToken(token)).isEmpty();
        assertThat(statusWithPassword(name, PASSWORD)).isEqualTo(401);
        assertThat(statusWithPassword(name, "a lantern over the eastern bridge"))
                .isEqualTo(403);
    }

    @Test
    void aChangedPasswordEndsTheOtherSessionsAndTheTokensThatAreTicked() throws Exception {
        String name = open(Roles.MANAGER);
        long id = As.administrator(() -> queries.find(name).orElseThrow().id());
        String ticked = as(name, () -> accounts.issueToken("ticked", tomorrow()));
        String spared = as(name, () -> accounts.issueToken("spared", tomorrow()));
        long token = as(name, queries::ownTokens).get(1).id();
        String own = sessions.begin(id, "192.0.2.1", "Mine");
        String other = sessions.begin(id, "192.0.2.2", "Another");
        assertThat(as(name, () -> queries.sessions(name, own)))
                .extracting(session -> session.browser().program(), SessionRow::current)
                .containsExactly(tuple("Another", false), tuple("Mine", true));
        as(name, () -> {
            accounts.changeOwnPassword(PASSWORD, "seven plum trees by the harbour", Set.of(token), own);
            return true;
        });
        assertThat(sessions.lives(own)).isTrue();
        assertThat(sessions.lives(other)).isFalse();
        assertThat(signIn.withToken(ticked)).isEmpty();
        assertThat(signIn.withToken(spared)).isPresent();
    }

    @Test
    void sessionsAreEndedByTheirHolderAndByAdministrators() throws Exception {
        String name = open(Roles.MANAGER);
        String stranger = open(Roles.MANAGER);
        long id = As.administrator(() -> queries.find(name).orElseThrow().id());
        String key = sessions.begin(id, "192.0.2.1", "Browser");
        SessionRow session = as(name, () -> queries.sessions(name, null)).get(0);
        assertThat(Caller.as(stranger, Set.of(Roles.MANAGER), () -> queries.sessions(name, null)))
                .isEmpty();
        assertThatThrownBy(() -> Caller.as(stranger, Set.of(Roles.MANAGER), () -> endSession(name, session.id())))
                .isInstanceOf(NoSuchRecord.class);
        assertThat(sessions.lives(key)).isTrue();
        As.administrator(() -> endSession(name, session.id()));
        assertThat(sessions.lives(key)).isFalse();
    }

    private boolean endSession(String name, long id) {
        accounts.endSession(name, id);
        return true;
    }

    @Test
    void guessesAtOnesOwnPasswordAreCountedToo() throws Exception {
        String name = openFirst(Roles.MANAGER);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> as(name, () -> changeOwn("wrong", PASSWORD)))
                    .isInstanceOf(WrongPassword.class);
        }
        assertThatThrownBy(() -> as(name, () -> changeOwn(FIRST, PASSWORD))).isInstanceOf(TooManyTries.class);
    }

    @Test
    void namesThatTheEyeTakesForAnothersAreNotGiven() throws Exception {
        String name = open(data("peer" + name(), Set.of(Roles.MANAGER), true), FIRST);
        String alike = name.replace("peer", "реег");
        assertThatThrownBy(() -> open(data(alike, Set.of(Roles.MANAGER), true), PASSWORD))
                .isInstanceOf(InvalidInput.class);
        assertThat(As.administrator(() -> queries.namesToChange())).doesNotContain(name);
    }

    @Test
    void everybodyPrefersForThemselves() throws Exception {
        String name = open(Roles.MANAGER);
        as(name, () -> {
            accounts.prefer("ja", "Asia/Tokyo", "dark");
            return true;
        });
        SignedIn account = signIn.withPassword(name, PASSWORD).orElseThrow();
        assertThat(account.language()).isEqualTo("ja");
        assertThat(account.timeZone()).isEqualTo("Asia/Tokyo");
        assertThat(account.theme()).isEqualTo("dark");
        assertThatThrownBy(() -> as(name, () -> {
                    accounts.prefer("ja", "Asia/Edo", null);
                    return true;
                }))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void onlyAdministratorsKeepAccounts() throws Exception {
        String name = open(Roles.MANAGER);
        for (String role : Roles.ALL) {
            if (role.equals(Roles.ADMINISTRATOR)) {
                continue;
            }
            assertForbidden(role, () -> accounts.open(data(name(), Set.of(role), true), PASSWORD));
            assertForbidden(role, () -> accounts.openSample(data(name(), Set.of(role), true), PASSWORD));
            assertForbidden(role, () -> {
                accounts.change(name, 0, data(name, Set.of(Roles.OFFICER), true));
                return true;
            });
            assertForbidden(role, () -> {
                accounts.setPassword(name, PASSWORD);
                return true;
            });
            assertForbidden(role, () -> queries.find(name));
            assertForbidden(role, () -> queries.list(null, null, false, PageRequest.first(5)));
        }
        assertThatThrownBy(() -> accounts.issueToken("x", tomorrow())).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void listsAccountsByNameAndRole() throws Exception {
        String mark = name();
        for (String role : List.of(Roles.OFFICER, Roles.TREASURER)) {
            open(new AccountData(mark + role, "Display " + mark, null, Set.of(role), true), PASSWORD);
        }
        assertThat(list(mark, null)).containsExactlyInAnyOrder(mark + "OFFICER", mark + "TREASURER");
        assertThat(list(mark, Roles.TREASURER)).containsExactly(mark + "TREASURER");
        assertThat(list(mark, Roles.AUDITOR)).isEmpty();
        assertThat(list(mark.substring(0, 3) + "%" + mark.substring(4), null)).isEmpty();
        assertThat(list(mark.substring(0, 3) + "_" + mark.substring(4), null)).isEmpty();
    }

    private List<String> list(String text, @org.jspecify.annotations.Nullable String role) throws Exception {
        return As.administrator(() -> queries.list(text, role, false, PageRequest.first(50))).items().stream()
                .map(AccountRow::username)
                .toList();
    }

    private void assertForbidden(String role, Callable<?> work) {
        assertThatThrownBy(() -> Caller.as("somebody", Set.of(role), work::call))
                .as(role)
                .isInstanceOf(EJBAccessException.class);
    }

    private void assertRefused(AccountData data, String password, String... fields) throws Exception {
        assertThatThrownBy(() -> open(data, password))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.problems())
                        .extracting(InvalidInput.Problem::field)
                        .containsExactly(fields));
        assertThat(new Journal(dataSource)
                        .number("SELECT COUNT(*) FROM account WHERE username = ?", String.valueOf(data.username())))
                .isZero();
    }

    private long failures(String name) throws Exception {
        return new Journal(dataSource)
                .number(
                        "SELECT COUNT(*) FROM journal_change_set WHERE action = 'SignIn.failed' AND channel = 'REST'"
                                + " AND LOWER(detail) = ?",
                        "{\"username\":\"" + name.toLowerCase(Locale.ROOT) + "\"}");
    }

    private static String name() {
        return Some.name("u").replace(" ", "");
    }

    private static AccountData data(String name, Set<String> roles, boolean active) {
        return new AccountData(name, "Somebody", null, roles, active);
    }

    /** With a password that its holder chose. */
    private String open(String... roles) throws Exception {
        String name = openFirst(roles);
        as(name, () -> changeOwn(FIRST, PASSWORD));
        return name;
    }

    private String openFirst(String... roles) throws Exception {
        return open(data(name(), Set.of(roles), true), FIRST);
    }

    private SignInThrottle.Answer asked(String name) throws Exception {
        long id = As.administrator(() -> queries.find(name).orElseThrow().id());
        return throttle.ask(id, "127.0.0.1", null);
    }

    private String open(AccountData data, String password) throws Exception {
        return As.administrator(() -> accounts.open(data, password));
    }

    private void change(AccountData data) throws Exception {
        String name = String.valueOf(data.username());
        As.administrator(() -> {
            accounts.change(name, queries.find(name).orElseThrow().version(), data);
            return true;
        });
    }

    private boolean changeOwn(String current, String password) {
        accounts.changeOwnPassword(current, password);
        return true;
    }

    private boolean revoke(long id) {
        accounts.revokeToken(id);
        return true;
    }

    private static <T> T as(String name, Callable<T> work) throws Exception {
        return Caller.as(name, Set.of(Roles.OFFICER), work::call);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static LocalDate tomorrow() {
        return today().plusDays(1);
    }

    private static int statusWithPassword(String name, String password) throws Exception {
        return status("Basic "
                + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    /** What REST answers to somebody who comes with this header. */
    private static int status(String authorization) throws Exception {
        URI address = URI.create("http://localhost:" + System.getProperty("jboss.http.port") + ADDRESS);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestProperty("Authorization", authorization);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
