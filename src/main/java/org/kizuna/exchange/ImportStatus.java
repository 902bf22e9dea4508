package org.kizuna.exchange;

/** How far an import has come: uploaded and checked, entered, or thrown away. */
public enum ImportStatus {
    PREVIEW,
    ENTERED,
    DISCARDED
}
