package org.kizuna.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import org.kizuna.bench.Journal.Intention;

/** The sample accounts, and as many officers as sign in at once; each one's password is its name. */
final class Accounts {

    static final int USERS = 300;

    private static final int ITERATIONS = 2048;
    private static final int BITS = 256;
    private static final Map<String, String> SAMPLES = new TreeMap<>(Map.of(
            "officer", "OFFICER",
            "officer2", "OFFICER",
            "approver", "APPROVER",
            "treasurer", "TREASURER",
            "manager", "MANAGER",
            "auditor", "AUDITOR",
            "admin", "ADMINISTRATOR"));

    private final Rows.Table persons;
    private final Rows.Table accounts;
    private final Rows.Table roles;
    private final List<Change> changes = new ArrayList<>();
    private int id;

    private Accounts(Rows rows) {
        persons = rows.table("person", "id, found_by");
        accounts = rows.table(
                "account", "id, version, username, display_name, password_hash, active, recorded_at, person_id");
        roles = rows.table("account_role", "account_id, role");
    }

    /** The account, and the person, of that sample name. */
    static int number(String sample) {
        return 1 + List.copyOf(SAMPLES.keySet()).indexOf(sample);
    }

    static String user(int number) {
        return "user" + number;
    }

    /** All of them, and the mark that nothing else has to be loaded at the first start. */
    static void write(Rows rows, Journal journal, Moments moments) throws GeneralSecurityException {
        Accounts made = new Accounts(rows);
        for (Map.Entry<String, String> sample : SAMPLES.entrySet()) {
            made.open(sample.getKey(), sample.getValue(), moments);
        }
        for (int number = 1; number <= USERS; number++) {
            made.open(user(number), "OFFICER", moments);
        }
        made.persons.flush();
        made.accounts.flush();
        made.roles.flush();
        Rows.Table settings = rows.table("setting", "id, version, name, value");
        settings.add(1, 0, "samples", "loaded");
        settings.flush();
        made.changes.add(Change.insert(
                "Setting", 1, "samples=loaded", 0L, Map.of("name", "samples", "value", "loaded"), List.of()));
        journal.append(moments, Intention.of("admin", "ADMINISTRATOR", "AccountRegister.open"), made.changes);
    }

    private void open(String name, String role, Moments moments) throws GeneralSecurityException {
        int number = ++id;
        String hash = hash(name);
        persons.add(number, "ACCOUNT");
        accounts.add(number, 0, name, name, hash, true, LocalDateTime.ofInstant(moments.now(), ZoneOffset.UTC), number);
        roles.add(number, role);
        Map<String, @Nullable Object> fields = new TreeMap<>(Map.of(
                "active",
                true,
                "addressShared",
                false,
                "displayName",
                name,
                "passwordHash",
                fingerprint(hash),
                "recordedAt",
                moments.now().toString(),
                "roles",
                List.of(role),
                "username",
                name));
        for (String empty : List.of("email", "language", "theme", "timeZone")) {
            fields.put(empty, null);
        }
        changes.add(Change.insert("Account", number, name, 0L, fields, List.of()));
    }

    /** What the journal keeps of it. */
    private static String fingerprint(String secret) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        return "secret:" + HexFormat.of().formatHex(digest).substring(0, 12);
    }

    private static String hash(String password) throws GeneralSecurityException {
        byte[] salt = ("salt of " + password + "................................")
                .substring(0, 32)
                .getBytes(StandardCharsets.US_ASCII);
        byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BITS))
                .getEncoded();
        Base64.Encoder encoder = Base64.getEncoder();
        return "PBKDF2WithHmacSHA256:" + ITERATIONS + ":" + encoder.encodeToString(salt) + ":"
                + encoder.encodeToString(hash);
    }
}
