package org.kizuna.event;

/** What a partner does for an event. */
public enum EventPartnerRole {
    ORGANISER,
    CO_ORGANISER,
    SPONSOR,
    HOST,
    SPEAKER_ORG,
    PARTICIPANT
}
