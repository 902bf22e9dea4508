package org.kizuna.search;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A word some record is found by. Lists filter with it: {@code p.id in (select t.recordId from SearchTerm t …)}. */
@Entity
@Immutable
@IdClass(SearchTerm.Key.class)
public class SearchTerm {

    @Id
    private String term;

    @Id
    private String kind;

    @Id
    @Column(name = "record_id")
    private long recordId;

    @SuppressWarnings("NullAway.Init")
    protected SearchTerm() {}

    public String term() {
        return term;
    }

    public String kind() {
        return kind;
    }

    public long recordId() {
        return recordId;
    }

    /** All three. */
    @SuppressWarnings({"unused", "NullAway.Init"}) // read by persistence
    public static class Key implements Serializable {
        private String term;
        private String kind;
        private long recordId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && term.equals(that.term)
                    && kind.equals(that.kind)
                    && recordId == that.recordId;
        }

        @Override
        public int hashCode() {
            return java.util.Objects.hash(term, kind, recordId);
        }
    }
}
