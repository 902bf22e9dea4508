package org.kizuna.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Secret;
import org.kizuna.shared.VersionedEntity;

/** Lets a program speak for an account, until it expires or is revoked. Only its hash is kept. */
@Entity
public class AccessToken extends VersionedEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", updatable = false)
    private Account account;

    @Column(updatable = false)
    private String name;

    @Secret
    @Column(updatable = false)
    private String tokenHash;

    @Column(updatable = false)
    private LocalDate expiresOn;

    private @Nullable Instant revokedAt;

    @Column(updatable = false)
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected AccessToken() {}

    /** @throws org.kizuna.shared.InvalidInput when the name is missing or the date is not in the future */
    AccessToken(Account account, @Nullable String name, String tokenHash, @Nullable LocalDate expiresOn, Instant now) {
        Problems problems = new Problems();
        this.name = problems.required("name", name, 120);
        problems.required("expiresOn", expiresOn);
        LocalDate today = LocalDate.ofInstant(now, java.time.ZoneOffset.UTC);
        if (expiresOn != null && (!expiresOn.isAfter(today) || expiresOn.isAfter(today.plusYears(1)))) {
            problems.add("expiresOn", "tokenExpiry");
        }
        problems.refuse();
        this.account = account;
        this.tokenHash = tokenHash;
        this.expiresOn = Objects.requireNonNull(expiresOn);
        this.recordedAt = now;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    @Override
    public String label() {
        return name;
    }

    public Account account() {
        return account;
    }

    public LocalDate expiresOn() {
        return expiresOn;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessToken that && tokenHash.equals(that.tokenHash);
    }

    @Override
    public int hashCode() {
        return tokenHash.hashCode();
    }
}
