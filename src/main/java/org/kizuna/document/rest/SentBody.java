package org.kizuna.document.rest;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.kizuna.document.Content;
import org.kizuna.shared.Problems;
import org.kizuna.shared.rest.Upload;

/** A file that came as a request's body, called as the address says. */
public final class SentBody implements Content {

    private final String fileName;
    private final Upload upload;

    /** @throws org.kizuna.shared.InvalidInput when it has no name */
    public SentBody(@Nullable String fileName, Upload upload) {
        Problems problems = new Problems();
        this.fileName = problems.required("fileName", fileName, Integer.MAX_VALUE);
        this.upload = upload;
        problems.refuse();
    }

    @Override
    public String fileName() {
        return fileName;
    }

    @Override
    public InputStream open() throws IOException {
        return upload.open();
    }
}
