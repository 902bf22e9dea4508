package org.kizuna.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ByteRangeTest {

    @Test
    void isReadAsItIsWritten() {
        assertThat(ByteRange.of("bytes=0-4", 10)).isEqualTo(new ByteRange(0, 4));
        assertThat(ByteRange.of("bytes=5-", 10)).isEqualTo(new ByteRange(5, 9));
        assertThat(ByteRange.of("bytes=5-99", 10)).isEqualTo(new ByteRange(5, 9));
        assertThat(ByteRange.of("bytes=-3", 10)).isEqualTo(new ByteRange(7, 9));
        assertThat(ByteRange.of("bytes=-30", 10)).isEqualTo(new ByteRange(0, 9));
    }

    @Test
    void severalPartsAndNonsenseMeanTheWhole() {
        for (String asked : new String[] {"bytes=0-1,3-4", "bytes=-", "bytes=5-4", "octets=0-1", "", "bytes=a-b"}) {
            assertThat(ByteRange.of(asked, 10)).as(asked).isNull();
        }
    }

    @Test
    void behindTheEndThereIsNothing() {
        for (String asked : new String[] {"bytes=10-", "bytes=99-100", "bytes=99-98", "bytes=-0"}) {
            ByteRange range = Objects.requireNonNull(ByteRange.of(asked, 10), asked);
            assertThat(range.isEmpty()).as(asked).isTrue();
            assertThat(range.header(10)).isEqualTo("bytes */10");
        }
    }

    @Test
    void givesWhatIsInItOfAllThatIsWritten() throws IOException {
        for (int step = 1; step <= 10; step++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (OutputStream part = new ByteRange(3, 7).of(out)) {
                byte[] all = "0123456789".getBytes(StandardCharsets.US_ASCII);
                for (int at = 0; at < all.length; at += step) {
                    part.write(all, at, Math.min(step, all.length - at));
                }
            }
            assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("34567");
        }
    }
}
