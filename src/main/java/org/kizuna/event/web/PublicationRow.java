package org.kizuna.event.web;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.EventData;

/** Something published about it. */
public class PublicationRow implements Serializable {

    private @Nullable String title;
    private @Nullable String publisher;
    private @Nullable String link;
    private @Nullable LocalDate publishedOn;

    static PublicationRow of(EventData.Publication data) {
        PublicationRow row = new PublicationRow();
        row.title = data.title();
        row.publisher = data.publisher();
        row.link = data.link();
        row.publishedOn = data.publishedOn();
        return row;
    }

    EventData.Publication data() {
        return new EventData.Publication(title, publisher, link, publishedOn);
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String value) {
        title = value;
    }

    public @Nullable String getPublisher() {
        return publisher;
    }

    public void setPublisher(@Nullable String value) {
        publisher = value;
    }

    public @Nullable String getLink() {
        return link;
    }

    public void setLink(@Nullable String value) {
        link = value;
    }

    public @Nullable LocalDate getPublishedOn() {
        return publishedOn;
    }

    public void setPublishedOn(@Nullable LocalDate value) {
        publishedOn = value;
    }
}
