package org.kizuna.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Small inputs that were once answered wrongly, as files under {@code cases/}. */
public final class Case {

    private Case() {}

    public static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Case.class.getResourceAsStream("/cases/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
