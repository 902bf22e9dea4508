package org.kizuna.event.web;

import org.kizuna.event.Attendance;
import org.kizuna.page.web.RecordForm;

/** Figures of attendance in a form. */
final class Figures {

    private Figures() {}

    /** Adds a row for an exact number of different people, as most sources give it. */
    static void add(RecordForm<?> form) {
        RecordForm<?> figure = form.add("attendance");
        figure.set("quality", Attendance.Quality.EXACT);
        figure.set("kind", Attendance.Kind.UNIQUE);
    }
}
