package org.kizuna.history.proof;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * The last head this server signed, in a file beside its key. Whoever cuts the journal's end off in the database does
 * not get another one signed in its place.
 */
@ApplicationScoped
public class KeptHead {

    private final SealingKey key;

    @Inject
    KeptHead(SealingKey key) {
        this.key = key;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected KeptHead() {
        this(null);
    }

    /** None before the first. */
    @Nullable
    Kept read() {
        try {
            String[] words =
                    Files.readString(file(), StandardCharsets.US_ASCII).strip().split(" ", 2);
            return new Kept(Long.parseLong(words[0]), words[1]);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(TreeHead head) {
        try {
            // a name of its own: several servers may share the folder
            Path fresh = Files.createTempFile(file().toAbsolutePath().getParent(), "seal", ".head");
            Files.writeString(fresh, head.size() + " " + head.root() + "\n", StandardCharsets.US_ASCII);
            Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return key.file().resolveSibling(key.file().getFileName() + ".head");
    }

    /** What is kept of a head. */
    public record Kept(long size, String root) {}
}
