package org.kizuna.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;

/** Names a record of any kind, also of a kind the one who names it knows nothing about. */
@Embeddable
public class RecordRef implements Serializable {

    @Column(name = "record_kind", nullable = false)
    private String kind;

    @Column(name = "record_id", nullable = false)
    private long id;

    @SuppressWarnings("NullAway.Init")
    protected RecordRef() {}

    /** @param kind name of the record's entity, as {@code Partner} */
    public RecordRef(String kind, long id) {
        this.kind = kind;
        this.id = id;
    }

    public String kind() {
        return kind;
    }

    public long id() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordRef that && kind.equals(that.kind) && id == that.id;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, id);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
