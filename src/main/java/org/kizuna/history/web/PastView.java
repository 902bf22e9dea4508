package org.kizuna.history.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Links;
import org.kizuna.history.FieldTexts;
import org.kizuna.history.PastQueries;
import org.kizuna.history.Replayed;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.RecordRef;
import org.omnifaces.cdi.Param;

/** A record as it was known at a moment, and beside it as it was known at another. */
@Named
@RequestScoped
public class PastView {

    @Inject
    private PastQueries past;

    @Inject
    private RecordDirectory directory;

    @Inject
    private FieldTexts texts;

    @Inject
    private RecordNames called;

    @Inject
    private CurrentUser you;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private @Nullable String kind;

    @Inject
    @Param
    private @Nullable String ref;

    @Inject
    @Param
    private @Nullable String at;

    @Inject
    @Param
    private @Nullable String with;

    private @Nullable SearchHit hit;
    private Instant moment = Instant.EPOCH;
    private @Nullable Instant other;
    private Replayed then = new Replayed();
    private @Nullable Replayed beside;
    private List<Instant> moments = List.of();

    public void load() {
        RecordRef record = directory
                .find(kind, String.valueOf(ref))
                .orElseThrow(() -> new NoSuchRecord(String.valueOf(kind), String.valueOf(ref)));
        hit = directory.named(List.of(record)).get(record);
        moment = Objects.requireNonNullElse(moment(at), clock.instant());
        other = moment(with);
        then = past.at(record, moment);
        beside = other == null ? null : past.at(record, other);
        moments = past.moments(record);
    }

    /** As the page's fields send it, in the reader's zone, or as an address has it, in UTC; null for anything else. */
    private @Nullable Instant moment(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    // a minute is meant to its end
                    : LocalDateTime.parse(text)
                            .atZone(you.getZone())
                            .toInstant()
                            .plus(1, ChronoUnit.MINUTES)
                            .minusNanos(1000);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Fields that are filled at one of the moments. */
    public List<Row> getRows() {
        TreeSet<String> names = new TreeSet<>(then.texts().keySet());
        Replayed second = beside;
        if (second != null) {
            names.addAll(second.texts().keySet());
        }
        Locale language = you.getLocale();
        List<Row> rows = new ArrayList<>();
        for (String name : names) {
            String one = then.texts().get(name);
            String two = second == null ? one : second.texts().get(name);
            if (one != null || two != null) {
                rows.add(new Row(
                        FieldTexts.label(language, kind, name),
                        texts.value(language, you.getZone(), called, kind, name, one),
                        texts.value(language, you.getZone(), called, kind, name, two),
                        !Objects.equals(one, two)));
            }
        }
        return rows;
    }

    public @Nullable SearchHit getHit() {
        return hit;
    }

    public Replayed getThen() {
        return then;
    }

    /** At the other moment; null while only one is looked at. */
    public @Nullable Replayed getBeside() {
        return beside;
    }

    public Instant getMoment() {
        return moment;
    }

    public @Nullable Instant getOther() {
        return other;
    }

    /** For the field in which the moment is typed. */
    public String getAt() {
        return typed(moment);
    }

    public String getWith() {
        return other == null ? "" : typed(other);
    }

    private String typed(Instant instant) {
        return LocalDateTime.ofInstant(instant, you.getZone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** When the record was first recorded. */
    public @Nullable Instant getFirst() {
        return moments.isEmpty() ? null : moments.get(0);
    }

    public @Nullable String getLink() {
        return hit == null ? null : Links.to(hit.kind(), hit.reference());
    }

    /** One field at both moments. */
    public record Row(
            String label, @Nullable String then, @Nullable String beside, boolean changed) {}
}
