package org.kizuna.event;

/** How an event is tied to another record: held under it, paid by it, or leading to it. */
public enum LinkRelation {
    UNDER,
    FUNDED_BY,
    LED_TO
}
