package org.kizuna.shared;

/** A bundle of words under {@code messages/}, found by CDI: each feature brings its own. */
public interface WordBundle {

    /** Name of the bundle's file, without its language and ending. */
    String bundle();
}
