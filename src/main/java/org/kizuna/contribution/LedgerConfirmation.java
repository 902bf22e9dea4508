package org.kizuna.contribution;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.kizuna.shared.Recorded;
import org.kizuna.shared.SequenceId;

/** Somebody else than the one who entered it has seen the money arrive. */
@Entity
@Immutable
public class LedgerConfirmation implements Recorded {

    @Id
    @SequenceId
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private LedgerEntry entry;

    private String confirmedBy;
    private Instant confirmedAt;

    @SuppressWarnings("NullAway.Init")
    protected LedgerConfirmation() {}

    LedgerConfirmation(LedgerEntry entry, String confirmedBy, Instant confirmedAt) {
        if (!entry.kind().needsConfirmation()) {
            throw new EntryNeedsNoConfirmation(entry.reference());
        }
        if (entry.recordedBy().equals(confirmedBy)) {
            throw new ConfirmedByItsAuthor();
        }
        this.entry = entry;
        this.confirmedBy = confirmedBy;
        this.confirmedAt = confirmedAt;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String label() {
        return entry.label();
    }

    public String confirmedBy() {
        return confirmedBy;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }
}
