package org.kizuna.event;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something published about an event, where more can be read. */
@Embeddable
public class Announcement implements Serializable {

    private String title;
    private String publisher;
    private @Nullable String link;
    private @Nullable LocalDate publishedOn;

    @SuppressWarnings("NullAway.Init")
    protected Announcement() {}

    Announcement(String title, String publisher, @Nullable String link, @Nullable LocalDate publishedOn) {
        this.title = title;
        this.publisher = publisher;
        this.link = link;
        this.publishedOn = publishedOn;
    }

    public String title() {
        return title;
    }

    public String publisher() {
        return publisher;
    }

    public @Nullable String link() {
        return link;
    }

    public @Nullable LocalDate publishedOn() {
        return publishedOn;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Announcement that
                && title.equals(that.title)
                && publisher.equals(that.publisher)
                && Objects.equals(link, that.link)
                && Objects.equals(publishedOn, that.publishedOn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, publisher);
    }
}
