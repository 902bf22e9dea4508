package org.kizuna.shared.rest;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file that a request brings as its body, kept on disk while the request lasts. */
@RequestScoped
public class Upload {

    /** Bytes; what is larger is cut off at the door, where it says how long it is. */
    private static final long LARGEST = 50L << 20;

    private @Nullable Path file;

    /** Whether the request brought one. */
    public boolean isThere() {
        return file != null;
    }

    /** As often as it is read; there is nothing in it where the request brought none. */
    public InputStream open() throws IOException {
        return file == null ? InputStream.nullInputStream() : Files.newInputStream(file);
    }

    /** @throws ClientErrorException when it is too large */
    void take(InputStream sent) throws IOException {
        Path kept = Files.createTempFile("kizuna", ".upload");
        file = kept;
        try (OutputStream out = Files.newOutputStream(kept)) {
            byte[] part = new byte[1 << 16];
            long size = 0;
            for (int read = sent.read(part); read >= 0; read = sent.read(part)) {
                size += read;
                if (size > LARGEST) {
                    throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
                }
                out.write(part, 0, read);
            }
        }
    }

    @PreDestroy
    void forget() {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
