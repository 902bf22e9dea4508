package org.kizuna.event.web;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.EventData;
import org.kizuna.event.LinkRelation;
import org.kizuna.search.SearchHit;

/** A tie to another record. */
public class LinkRow implements Serializable {

    private @Nullable LinkRelation relation;
    private @Nullable SearchHit target;

    static LinkRow of(EventData.Link link, Map<String, SearchHit> targets) {
        LinkRow row = new LinkRow();
        row.relation = link.relation();
        row.target = link.target() == null ? null : targets.get(link.target());
        return row;
    }

    EventData.Link data() {
        return new EventData.Link(
                relation, target == null ? null : target.kind(), target == null ? null : target.reference());
    }

    public @Nullable LinkRelation getRelation() {
        return relation;
    }

    public void setRelation(@Nullable LinkRelation value) {
        relation = value;
    }

    public @Nullable SearchHit getTarget() {
        return target;
    }

    public void setTarget(@Nullable SearchHit value) {
        target = value;
    }
}
