package org.kizuna.search;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a record is called and found by: kept in step with the record, in the same transaction, by {@link SearchListener}. */
@Entity
@Immutable
@IdClass(SearchEntry.Key.class)
public class SearchEntry {

    @Id
    private String kind;

    @Id
    @Column(name = "record_id")
    private long recordId;

    private String reference;
    private String title;
    private String context;
    private @Nullable Long standsFor;

    @SuppressWarnings("NullAway.Init")
    protected SearchEntry() {}

    public String kind() {
        return kind;
    }

    public long recordId() {
        return recordId;
    }

    public String reference() {
        return reference;
    }

    public String title() {
        return title;
    }

    public String context() {
        return context;
    }

    /** Id of the record of its kind that is found in its stead. */
    @Nullable
    Long standsFor() {
        return standsFor;
    }

    boolean isSame(SearchEntry other) {
        return kind.equals(other.kind) && recordId == other.recordId;
    }

    /** Kind and id. */
    @SuppressWarnings({"unused", "NullAway.Init"}) // read by persistence
    public static class Key implements Serializable {
        private String kind;
        private long recordId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && kind.equals(that.kind) && recordId == that.recordId;
        }

        @Override
        public int hashCode() {
            return java.util.Objects.hash(kind, recordId);
        }
    }
}
