package org.kizuna.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One field of a partner with what stands there and what shall: codes where the field has them, a reference for the
 * partner it belongs to, an identifier as published that shall go.
 */
@Embeddable
public class PartnerChangeItem implements Serializable {

    private String field;

    @Column(name = "value_before")
    private @Nullable String before;

    @Column(name = "value_after")
    private @Nullable String after;

    @SuppressWarnings("NullAway.Init")
    protected PartnerChangeItem() {}

    PartnerChangeItem(String field, @Nullable String before, @Nullable String after) {
        this.field = field;
        this.before = before;
        this.after = after;
    }

    public String field() {
        return field;
    }

    public @Nullable String before() {
        return before;
    }

    public @Nullable String after() {
        return after;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartnerChangeItem that
                && field.equals(that.field)
                && Objects.equals(before, that.before)
                && Objects.equals(after, that.after);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, before, after);
    }

    @Override
    public String toString() {
        return field + ": " + before + " → " + after;
    }
}
