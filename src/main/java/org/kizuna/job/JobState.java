package org.kizuna.job;

/** How far work is. */
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    FAILED
}
