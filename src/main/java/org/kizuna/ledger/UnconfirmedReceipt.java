package org.kizuna.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * Money that arrived and that nobody has confirmed or taken back. Follows from the ledger and so is read only; {@link
 * UnconfirmedReceipts} keeps it.
 */
@Entity
@Immutable
@Table(name = "ledger_unconfirmed")
public class UnconfirmedReceipt {

    /** Of the entry. */
    @Id
    @Column(name = "entry_id")
    private long id;

    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected UnconfirmedReceipt() {}

    public long id() {
        return id;
    }

    public String recordedBy() {
        return recordedBy;
    }
}
