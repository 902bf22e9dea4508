package org.kizuna.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kizuna.samples.Made;

class KeptBytesTest {

    private static byte[] part(List<String> parts, int number) {
        return number < parts.size() ? Made.ascii(parts.get(number)) : new byte[0];
    }

    @Test
    void givesEveryPartAndTheDigestOfAll() throws Exception {
        for (List<String> parts : List.of(List.<String>of(), List.of("one"), List.of("one", "two", "three"))) {
            List<String> digests = new ArrayList<>();
            byte[] all = Made.ascii(String.join("", parts));
            try (InputStream in = new KeptBytes(number -> part(parts, number), digests::add)) {
                assertThat(in.readAllBytes()).isEqualTo(all);
                assertThat(in.read()).isEqualTo(-1);
            }
            assertThat(digests)
                    .containsExactly(
                            HexFormat.of().formatHex(Inspected.sha256Digest().digest(all)));
        }
    }

    @Test
    void holdsTheLastPartBackUntilTheDigestWasLookedAt() {
        for (List<String> parts : List.of(List.of("one"), List.of("one", "two", "three"))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            InputStream in = new KeptBytes(number -> part(parts, number), digest -> {
                throw new IOException("differs");
            });
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> in.transferTo(out)).hasMessage("differs");
            }
            assertThat(out.toByteArray()).isEqualTo(Made.ascii(String.join("", parts.subList(0, parts.size() - 1))));
        }
    }
}
