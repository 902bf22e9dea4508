package org.kizuna.event;

/** How people take part. */
public enum EventMode {
    IN_PERSON,
    VIRTUAL,
    HYBRID
}
