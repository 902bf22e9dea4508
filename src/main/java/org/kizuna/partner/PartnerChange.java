package org.kizuna.partner;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.VersionedEntity;

/** A change of an approved partner's terms that waits for an approver, or did. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by queries and the journal alone
public class PartnerChange extends VersionedEntity {

    /** Where a proposed change stands. */
    public enum State {
        OPEN,
        ACCEPTED,
        REFUSED
    }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "partner_id", updatable = false)
    private Partner partner;

    /** The partner's id while the change is open: the database lets a partner have one. */
    private @Nullable Long openOf;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    private String proposedBy;
    private Instant proposedAt;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;

    @ElementCollection
    @CollectionTable(name = "partner_change_item", joinColumns = @JoinColumn(name = "change_id"))
    @OrderColumn(name = "position")
    private List<PartnerChangeItem> items = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected PartnerChange() {}

    PartnerChange(Partner partner, List<PartnerChangeItem> items, String proposedBy, Instant proposedAt) {
        this.partner = partner;
        this.openOf = partner.id();
        this.items.addAll(items);
        this.proposedBy = proposedBy;
        this.proposedAt = proposedAt;
    }

    /** Somebody else, or the same person later, proposes more. */
    void propose(List<PartnerChangeItem> more, String by, Instant at) {
        List<PartnerChangeItem> merged = PartnerTerms.merged(items, more);
        if (!merged.equals(items)) {
            items.clear();
            items.addAll(merged);
            proposedBy = by;
            proposedAt = at;
        }
    }

    void decide(State decision, String by, Instant at) {
        state = decision;
        openOf = null;
        decidedBy = by;
        decidedAt = at;
    }

    @Override
    public String label() {
        return partner.label();
    }

    public Partner partner() {
        return partner;
    }

    public State state() {
        return state;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public List<PartnerChangeItem> items() {
        return Collections.unmodifiableList(items);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartnerChange that && id() != 0 && id() == that.id();
    }

    @Override
    public int hashCode() {
        return PartnerChange.class.hashCode();
    }
}
