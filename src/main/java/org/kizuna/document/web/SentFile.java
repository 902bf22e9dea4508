package org.kizuna.document.web;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import org.kizuna.document.Content;

/** A file that came with a form; the server keeps it on disk while the request lasts. */
public final class SentFile implements Content {

    private final Part part;

    public SentFile(Part part) {
        this.part = part;
    }

    @Override
    public String fileName() {
        return String.valueOf(part.getSubmittedFileName());
    }

    @Override
    public InputStream open() throws IOException {
        return part.getInputStream();
    }
}
