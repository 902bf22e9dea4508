package org.kizuna.tag.rest;

import jakarta.ws.rs.Path;
import org.kizuna.event.EventFeature;

/** {@code /events/{reference}/tags}. */
@Path("/events/{reference}/tags")
public class EventTagResource extends TagResource {

    public EventTagResource() {
        super(EventFeature.EVENT);
    }
}
