package org.kizuna.document;

import java.io.IOException;
import java.io.InputStream;

/** A file from outside that can be read more than once. */
public interface Content {

    /** As its sender calls it; a path in front of the name is not trusted. */
    String fileName();

    /** The same in a single line, without a path and without signs that nobody sees, as it is kept and shown. */
    default String shownName() {
        return FileName.of(fileName()).value();
    }

    InputStream open() throws IOException;
}
