package org.kizuna.event.web;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.Attendance;
import org.kizuna.event.EventData;

/** A figure of attendance. */
public class FigureRow implements Serializable {

    private @Nullable Integer figure;
    private Attendance.@Nullable Quality quality = Attendance.Quality.EXACT;
    private Attendance.@Nullable Kind kind = Attendance.Kind.UNIQUE;
    private @Nullable String source;
    private @Nullable LocalDate asOf;

    static FigureRow of(EventData.Figure data) {
        FigureRow row = new FigureRow();
        row.figure = data.figure();
        row.quality = data.quality();
        row.kind = data.kind();
        row.source = data.source();
        row.asOf = data.asOf();
        return row;
    }

    EventData.Figure data() {
        return new EventData.Figure(figure, quality, kind, source, asOf);
    }

    public @Nullable Integer getFigure() {
        return figure;
    }

    public void setFigure(@Nullable Integer value) {
        figure = value;
    }

    public Attendance.@Nullable Quality getQuality() {
        return quality;
    }

    public void setQuality(Attendance.@Nullable Quality value) {
        quality = value;
    }

    public Attendance.@Nullable Kind getKind() {
        return kind;
    }

    public void setKind(Attendance.@Nullable Kind value) {
        kind = value;
    }

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String value) {
        source = value;
    }

    public @Nullable LocalDate getAsOf() {
        return asOf;
    }

    public void setAsOf(@Nullable LocalDate value) {
        asOf = value;
    }
}
