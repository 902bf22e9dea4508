package org.kizuna.event;

/** What somebody does on the podium. */
public enum SpeakingRole {
    OPENING,
    KEYNOTE,
    SPEAKER,
    PANELLIST,
    MODERATOR,
    CLOSING
}
