package org.kizuna.event;

/** What kind of meeting it is. */
public enum EventKind {
    WEBINAR,
    CONFERENCE,
    WORKSHOP,
    SIGNING_CEREMONY,
    DONOR_MEETING,
    STUDY_TOUR,
    SIDE_EVENT
}
