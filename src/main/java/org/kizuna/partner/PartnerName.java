package org.kizuna.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Problems;

/** Another name of a partner: one it also goes by, or one it had until a date. */
@Embeddable
public class PartnerName implements Serializable {

    private static final int EARLIEST = 1500;
    private static final int LATEST = 2199;

    /** What sort of other name. */
    public enum Kind {
        ALIAS,
        FORMER
    }

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;

    @Column(name = "until_on")
    private @Nullable LocalDate until;

    @SuppressWarnings("NullAway.Init")
    protected PartnerName() {}

    public PartnerName(Kind kind, String name, @Nullable LocalDate until) {
        this.kind = kind;
        this.name = name;
        this.until = until;
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /** Former names go back to 1500; what is earlier, or far ahead, is a typing error. */
    static void checkUntil(Problems problems, String field, @Nullable LocalDate until) {
        if (until != null && (until.getYear() < EARLIEST || until.getYear() > LATEST)) {
            problems.add(field, "outOfRange", Integer.toString(EARLIEST), Integer.toString(LATEST));
        }
    }

    public @Nullable LocalDate until() {
        return until;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartnerName that
                && kind == that.kind
                && name.equals(that.name)
                && Objects.equals(until, that.until);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name, until);
    }
}
