package org.kizuna.event;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A figure that somebody gives for how many took part. Sources disagree, and each is kept as it stands. */
@Embeddable
public class Attendance implements Serializable {

    /** What was counted. */
    public enum Kind {
        /** At the fullest moment. */
        PEAK,
        /** Each person once. */
        UNIQUE,
        /** Each person once for each session. */
        CUMULATIVE
    }

    /** How the source puts the figure. */
    public enum Quality {
        EXACT,
        ABOUT,
        OVER
    }

    private int figure;

    @Enumerated(EnumType.STRING)
    private Quality quality;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String source;
    private @Nullable LocalDate asOf;

    @SuppressWarnings("NullAway.Init")
    protected Attendance() {}

    Attendance(int figure, Quality quality, Kind kind, String source, @Nullable LocalDate asOf) {
        this.figure = figure;
        this.quality = quality;
        this.kind = kind;
        this.source = source;
        this.asOf = asOf;
    }

    public int figure() {
        return figure;
    }

    public Quality quality() {
        return quality;
    }

    public Kind kind() {
        return kind;
    }

    public String source() {
        return source;
    }

    public @Nullable LocalDate asOf() {
        return asOf;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attendance that
                && figure == that.figure
                && quality == that.quality
                && kind == that.kind
                && source.equals(that.source)
                && Objects.equals(asOf, that.asOf);
    }

    @Override
    public int hashCode() {
        return Objects.hash(figure, kind, source);
    }
}
