package org.kizuna.notification;

/** What became of a mail. */
public enum MailState {
    WAITING,
    SENT,
    /** Nothing was left to be told when it was its turn. */
    NEEDLESS,
    GIVEN_UP
}
