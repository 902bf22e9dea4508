package org.kizuna.job;

import org.jspecify.annotations.Nullable;

/** One time that work is done: what was asked for, and where to say how far it is. */
public interface JobRun {

    /** Which one of its kind. */
    String key();

    /** What was asked, as its owner writes it down; null where it was due of itself. */
    @Nullable
    String content();

    /** Who asked; null where it was due of itself. */
    @Nullable
    String askedBy();

    /** Whether it was begun before and whoever did it died. */
    boolean again();

    /**
     * Notes how far it is, now and then.
     *
     * @throws IllegalStateException when another server does it meanwhile, since nothing was heard of this one for long
     */
    void progress(int percent);
}
