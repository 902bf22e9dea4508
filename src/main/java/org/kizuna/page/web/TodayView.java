package org.kizuna.page.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.kizuna.feature.Today;
import org.kizuna.feature.TodayPart;
import org.kizuna.shared.Time;

/** What is due for whoever is reading, and what they may want to do next. */
@Named
@RequestScoped
public class TodayView {

    @Inject
    @Any
    private Instance<TodayPart> parts;

    @Inject
    private CurrentUser you;

    @Inject
    private Clock clock;

    private List<Today.Due> due = List.of();
    private List<Today.Link> next = List.of();

    @PostConstruct
    void load() {
        Today today = new Today(you.getUsername(), you.getRoles(), Time.today(clock));
        parts.stream().sorted(Comparator.comparingInt(TodayPart::place)).forEach(part -> part.tell(today));
        due = today.due();
        next = today.next();
    }

    public List<Today.Due> getDue() {
        return due;
    }

    public List<Today.Link> getNext() {
        return next;
    }
}
