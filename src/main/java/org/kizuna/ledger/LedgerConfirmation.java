package org.kizuna.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.JournaledRecord;
import org.kizuna.shared.SequenceId;

/** Somebody else than the one who entered it has seen the money arrive. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // the persons are read by the journal and checked by the tables
public class LedgerConfirmation implements JournaledRecord {

    @Id
    @SequenceId
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private LedgerEntry entry;

    private String confirmedBy;
    private Instant confirmedAt;

    /** Rows from before persons were kept have none. */
    private @Nullable Long recorderId;

    private @Nullable Long confirmerId;

    @SuppressWarnings("NullAway.Init")
    protected LedgerConfirmation() {}

    /**
     * @param recorder the person who entered it
     * @param confirmer the person who confirms it
     */
    LedgerConfirmation(LedgerEntry entry, long recorder, String confirmedBy, long confirmer, Instant confirmedAt) {
        if (!entry.kind().needsConfirmation()) {
            throw new EntryNeedsNoConfirmation(entry.reference());
        }
        if (recorder == confirmer || entry.recordedBy().equals(confirmedBy)) {
            throw new ConfirmedByItsAuthor();
        }
        this.entry = entry;
        this.confirmedBy = confirmedBy;
        this.confirmedAt = confirmedAt;
        this.recorderId = recorder;
        this.confirmerId = confirmer;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String label() {
        return entry.label();
    }

    public LedgerEntry entry() {
        return entry;
    }

    public String confirmedBy() {
        return confirmedBy;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }
}
