package org.kizuna.event;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.util.Objects;
import org.kizuna.shared.RecordRef;

/** Ties an event to a record of any kind: the agreement it stands under, the money that paid it, what it led to. */
@Embeddable
public class EventLink implements Serializable {

    @Enumerated(EnumType.STRING)
    private LinkRelation relation;

    @Embedded
    @AttributeOverride(name = "kind", column = @Column(name = "target_kind"))
    @AttributeOverride(name = "id", column = @Column(name = "target_id"))
    private RecordRef target;

    @SuppressWarnings("NullAway.Init")
    protected EventLink() {}

    EventLink(LinkRelation relation, RecordRef target) {
        this.relation = relation;
        this.target = target;
    }

    public LinkRelation relation() {
        return relation;
    }

    public RecordRef target() {
        return target;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventLink that && relation == that.relation && target.equals(that.target);
    }

    @Override
    public int hashCode() {
        return Objects.hash(relation, target);
    }
}
