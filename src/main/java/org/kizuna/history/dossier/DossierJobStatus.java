package org.kizuna.history.dossier;

/** How far a dossier is that is made in the background. */
public enum DossierJobStatus {
    WAITING,
    RUNNING,
    READY,
    FAILED,
    /** It was ready, and its file is no longer kept. */
    EXPIRED
}
