package org.kizuna.history.dossier;

/** How far a dossier is that is made in the background. */
public enum DossierJobStatus {
    WAITING,
    RUNNING,
    READY,
    FAILED
}
