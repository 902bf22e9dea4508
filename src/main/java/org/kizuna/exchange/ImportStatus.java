package org.kizuna.exchange;

/** How far an import has come: uploaded and checked, entered or thrown away, and taken back once it was entered. */
public enum ImportStatus {
    PREVIEW,
    ENTERED,
    DISCARDED,
    TAKEN_BACK
}
