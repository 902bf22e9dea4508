package org.kizuna.history.publish;

/** What became of sending a head somewhere. */
public enum Outcome {
    SENT,
    FAILED
}
