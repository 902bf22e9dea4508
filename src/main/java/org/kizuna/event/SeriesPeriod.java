package org.kizuna.event;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/** From when to when a series ran, as a source says. */
@Embeddable
public class SeriesPeriod implements Serializable {

    private LocalDate startsOn;
    private LocalDate endsOn;
    private String source;

    @SuppressWarnings("NullAway.Init")
    protected SeriesPeriod() {}

    SeriesPeriod(LocalDate startsOn, LocalDate endsOn, String source) {
        this.startsOn = startsOn;
        this.endsOn = endsOn;
        this.source = source;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public String source() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeriesPeriod that
                && startsOn.equals(that.startsOn)
                && endsOn.equals(that.endsOn)
                && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return Objects.hash(startsOn, endsOn, source);
    }
}
