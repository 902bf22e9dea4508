package org.kizuna.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BegunDownloadsTest {

    private static final Instant NOW = Instant.parse("2021-07-01T12:00:00Z");

    private final BegunDownloads downloads = new BegunDownloads();

    @Test
    void aPartThatGoesOnIsOfTheSameDownload() {
        assertThat(downloads.begins("auditor", 1, 0, NOW)).isTrue();
        assertThat(downloads.begins("auditor", 1, 500, NOW.plusSeconds(60))).isFalse();
        assertThat(downloads.begins("auditor", 1, 900, NOW.plusSeconds(120))).isFalse();
    }

    @Test
    void aPartThatNothingWentBeforeIsADownload() {
        assertThat(downloads.begins("auditor", 1, 500, NOW)).isTrue();
        assertThat(downloads.begins("auditor", 1, 900, NOW)).isFalse();
    }

    @Test
    void fromTheBeginningItIsAnother() {
        assertThat(downloads.begins("auditor", 1, 0, NOW)).isTrue();
        assertThat(downloads.begins("auditor", 1, 0, NOW)).isTrue();
    }

    @Test
    void anotherAccountAnotherDocumentAndAnotherHourAreOthers() {
        assertThat(downloads.begins("auditor", 1, 0, NOW)).isTrue();
        assertThat(downloads.begins("manager", 1, 500, NOW)).isTrue();
        assertThat(downloads.begins("auditor", 2, 500, NOW)).isTrue();
        assertThat(downloads.begins("auditor", 1, 500, NOW.plus(Duration.ofHours(2))))
                .isTrue();
    }
}
