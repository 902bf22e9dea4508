package org.kizuna.security;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.NamedPersons;
import org.kizuna.shared.Personal;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Secret;
import org.kizuna.shared.Stored;

/** Somebody who may sign in. Accounts are switched off, never deleted: the journal names them. */
@Entity
public class Account extends Stored {

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,59}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    @Column(updatable = false)
    private String username;

    @Personal("username")
    private String displayName;

    @Personal("username")
    private @Nullable String email;

    @Secret
    private String passwordHash;

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
        this.username = problems.required("username", data.username(), 60);
        if (!username.isEmpty() && !USERNAME.matcher(username).matches()) {
            problems.add("username", "notAUsername");
        }
        this.passwordHash = passwordHash;
        this.recordedAt = recordedAt;
        this.displayName = "";
        take(data, problems);
    }

    void change(AccountData data) {
        take(data, new Problems());
    }

    private void take(AccountData data, Problems problems) {
        displayName = problems.required("displayName", data.displayName(), 120);
        email = problems.optional("email", data.email(), 254);
        if (email != null && !EMAIL.matcher(email).matches()) {
            problems.add("email", "notAnEmail");
        }
        if (data.roles().isEmpty()) {
            problems.add("roles", "required");
        } else if (!Roles.ALL.containsAll(data.roles())) {
            problems.add("roles", "notARole");
        } else if (!Roles.areCompatible(data.roles())) {
            problems.add("roles", "rolesIncompatible");
        }
        problems.refuse();
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
        problems.refuse();
        this.language = language;
        this.timeZone = timeZone;
        this.theme = theme;
    }

    private static boolean isZone(String name) {
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    void changePassword(String hash) {
        passwordHash = hash;
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
