package org.kizuna.shared;

import java.io.IOException;
import java.io.OutputStream;

/** Hands out what attached files hold, to those who know a file only by its record. */
public interface KeptFiles {

    /** Name of the entity whose records have files. */
    String kind();

    /** Whether the record's file is still kept, be it withdrawn or not. */
    boolean keeps(long id);

    void copy(long id, OutputStream out) throws IOException;
}
