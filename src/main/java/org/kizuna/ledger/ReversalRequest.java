package org.kizuna.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.JournaledRecord;
import org.kizuna.shared.VersionedEntity;

/**
 * Somebody asks to take back an entry that two stand for, or all that an import entered; until others confirm it what was
 * entered counts.
 */
@Entity
public class ReversalRequest extends VersionedEntity implements JournaledRecord {

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable LedgerEntry entry;

    /** The import all of which is to be taken back. */
    private @Nullable String batch;

    /** The role that confirms it, where it is of an import: one for its receipts, another for its refunds. */
    private @Nullable String answerer;

    /** The day the reversal counts on; each of an import's on the day of its entry. */
    private @Nullable LocalDate countsOn;

    private String reason;
    private String askedBy;
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private ReversalAnswer answer = ReversalAnswer.OPEN;

    private @Nullable String answeredBy;
    private @Nullable Instant answeredAt;

    @SuppressWarnings("NullAway.Init")
    protected ReversalRequest() {}

    ReversalRequest(LedgerEntry entry, LocalDate countsOn, String reason, String askedBy, Instant askedAt) {
        this.entry = entry;
        this.countsOn = countsOn;
        this.reason = reason;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    ReversalRequest(String batch, String answerer, String reason, String askedBy, Instant askedAt) {
        this.batch = batch;
        this.answerer = answerer;
        this.reason = reason;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    /**
     * Another says that it is so.
     *
     * @throws ReversalConfirmedByItsAsker when it is the same
     */
    void confirm(String by, Instant now) {
        if (askedBy.equals(by)) {
            throw new ReversalConfirmedByItsAsker();
        }
        answered(ReversalAnswer.CONFIRMED, by, now);
    }

    /** Another says that it is not so, or whoever asked thinks better of it. */
    void decline(String by, Instant now) {
        answered(ReversalAnswer.DECLINED, by, now);
    }

    private void answered(ReversalAnswer as, String by, Instant now) {
        if (answer != ReversalAnswer.OPEN) {
            throw new ReversalNotAsked();
        }
        answer = as;
        answeredBy = by;
        answeredAt = now;
    }

    @Override
    public String label() {
        return String.valueOf(entry == null ? batch : entry.label());
    }

    public @Nullable LedgerEntry entry() {
        return entry;
    }

    @Nullable
    String answerer() {
        return answerer;
    }

    public @Nullable LocalDate countsOn() {
        return countsOn;
    }

    public String reason() {
        return reason;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public ReversalAnswer answer() {
        return answer;
    }

    public @Nullable String answeredBy() {
        return answeredBy;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }
}
