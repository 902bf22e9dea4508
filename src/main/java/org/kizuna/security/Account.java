package org.kizuna.security;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.NamedPersons;
import org.kizuna.shared.Personal;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Secret;
import org.kizuna.shared.VersionedEntity;
import org.kizuna.shared.Words;

/** Somebody who may sign in. Accounts are switched off, never deleted: the journal names them. */
@Entity
public class Account extends VersionedEntity {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private static final List<String> LANGUAGES =
            Words.LANGUAGES.stream().map(Locale::getLanguage).toList();

    private static final List<String> THEMES = List.of("light", "dark");

    @Column(updatable = false)
    private String username;

    @Personal("username")
    private String displayName;

    @Personal("username")
    private @Nullable String email;

    /** Several persons read what comes to that address. */
    private boolean addressShared;

    @Secret
    private String passwordHash;

    /** First and set by an administrator: whoever signs in with it changes it before anything else. */
    private boolean passwordToChange;

    private boolean active = true;
    private @Nullable String language;
    private @Nullable String timeZone;
    private @Nullable String theme;

    @Column(updatable = false)
    private Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    private Set<String> roles = new TreeSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /** @throws org.kizuna.shared.InvalidInput when a field is missing or malformed */
    public Account(AccountData data, String passwordHash, Instant recordedAt) {
        Problems problems = new Problems();
        this.username = Normalizer.normalize(problems.required("username", data.username(), 60), Normalizer.Form.NFKC);
        if (!username.isEmpty()) {
            checkUsername(problems);
        }
        this.passwordHash = passwordHash;
        this.recordedAt = recordedAt;
        this.displayName = "";
        take(data, problems);
    }

    private void checkUsername(Problems problems) {
        if (UserNames.compared(username).isEmpty()) {
            problems.add("username", "notAUsername");
        } else if (UserNames.mixesScripts(username)) {
            problems.add("username", "usernameMixesScripts");
        } else if (UserNames.looksReserved(username)) {
            problems.add("username", "usernameReserved");
        }
    }

    void change(AccountData data) {
        take(data, new Problems());
    }

    private void take(AccountData data, Problems problems) {
        String typedName = problems.required("displayName", data.displayName(), 120);
        String typedEmail = problems.optional("email", data.email(), 254);
        if (typedEmail != null && !EMAIL.matcher(typedEmail).matches()) {
            problems.add("email", "notAnEmail");
        }
        if (data.roles().isEmpty()) {
            problems.add("roles", "required");
        } else if (!Roles.ALL.containsAll(data.roles())) {
            problems.add("roles", "notARole");
        } else if (!roles.equals(data.roles()) && !Roles.areCompatible(data.roles()) && !SmallOffice.isSet()) {
            problems.add("roles", "rolesIncompatible");
        }
        problems.refuse();
        displayName = typedName;
        email = typedEmail;
        addressShared = data.addressShared();
        if (!roles.equals(data.roles())) {
            roles.clear();
            roles.addAll(data.roles());
        }
        active = data.active();
    }

    /**
     * The user name stays: it is who did what.
     *
     * @throws AccountIsActive when somebody may still sign in with it
     */
    void forgetHolder() {
        if (active) {
            throw new AccountIsActive(username);
        }
        displayName = NamedPersons.NOBODY;
        email = null;
    }

    void prefer(@Nullable String language, @Nullable String timeZone, @Nullable String theme) {
        Problems problems = new Problems();
        if (timeZone != null && !isZone(timeZone)) {
            problems.add("timeZone", "notAZone");
        }
        oneOf(problems, "language", language, LANGUAGES);
        oneOf(problems, "theme", theme, THEMES);
        problems.refuse();
        this.language = language;
        this.timeZone = timeZone;
        this.theme = theme;
    }

    private static void oneOf(Problems problems, String field, @Nullable String value, List<String> known) {
        if (value != null && !known.contains(value)) {
            problems.add(field, "notOneOf", value, String.join(", ", known));
        }
    }

    private static boolean isZone(String name) {
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** By its holder, who alone knows it. */
    void changePassword(String hash) {
        passwordHash = hash;
        passwordToChange = false;
    }

    /** By somebody else, for once. */
    void lendPassword(String hash) {
        passwordHash = hash;
        passwordToChange = true;
    }

    void requireOtherPassword() {
        passwordToChange = true;
    }

    /** The same password, kept as passwords are kept by now. */
    void keepPasswordAs(String hash) {
        passwordHash = hash;
    }

    boolean isPasswordToChange() {
        return passwordToChange;
    }

    @Override
    public String label() {
        return username;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public @Nullable String email() {
        return email;
    }

    public boolean addressShared() {
        return addressShared;
    }

    /** The address in the one spelling by which two are compared; null when it says nothing of whose it is. */
    @Nullable
    String addressOfOne() {
        return email == null || addressShared
                ? null
                : Normalizer.normalize(email, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    String passwordHash() {
        return passwordHash;
    }

    public boolean active() {
        return active;
    }

    public Set<String> roles() {
        return Collections.unmodifiableSet(roles);
    }

    public @Nullable String language() {
        return language;
    }

    public @Nullable String timeZone() {
        return timeZone;
    }

    public @Nullable String theme() {
        return theme;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Account that && username.equals(that.username);
    }

    @Override
    public int hashCode() {
        return Objects.hash(username);
    }
}
