package org.kizuna.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kizuna.feature.Features;
import org.kizuna.feature.NoticeKind;
import org.kizuna.shared.Words;

/** What mail says in each language, whose day a digest is of, and when a mail is tried again. */
class LetterTest {

    private static final Instant NOW = Instant.parse("2026-11-30T22:30:00Z");

    static List<Locale> languages() {
        return Words.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyKindOfNoticeIsWorded(Locale language) {
        assertThat(Features.notices()).isNotEmpty();
        for (NoticeKind kind : Features.notices()) {
            assertThat(Words.text(language, "NoticeKind." + kind.name())).isNotBlank();
            assertThat(notice(kind.name()).text(language)).contains("KZ-2026-000001", "A title");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aDigestNamesItsDayAndAllThatItTells(Locale language) {
        Letter letter = new Letter(
                language,
                LocalDate.of(2026, 12, 1),
                List.of(notice("agreementInReview"), notice("agreementReturned")),
                "https://kizuna.example.org");
        assertThat(letter.subject()).contains("Kizuna", "2026", "2");
        assertThat(letter.text())
                .contains(
                        notice("agreementInReview").text(language),
                        notice("agreementReturned").text(language),
                        "https://kizuna.example.org/agreement/view?ref=KZ-2026-000001",
                        "https://kizuna.example.org/security/profile");
    }

    @Test
    void whatIsToldAtOnceIsItsOwnSubject() {
        Letter letter = new Letter(Locale.ENGLISH, null, List.of(notice("agreementReturned")), null);
        assertThat(letter.subject()).isEqualTo(notice("agreementReturned").text(Locale.ENGLISH));
        assertThat(letter.text()).contains("profile").doesNotContain("/agreement/view");
    }

    @Test
    void theDayIsThatOfTheOrganisation() {
        assertThat(DigestJob.day(NOW, ZoneId.of("Asia/Tokyo"))).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(DigestJob.day(NOW, ZoneId.of("Europe/Vienna"))).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(DigestJob.day(NOW, ZoneId.of("Pacific/Kiritimati"))).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void eachAttemptComesLaterUntilItIsGivenUp() {
        Duration before = Duration.ZERO;
        for (int attempts = 1; attempts < Retry.ATTEMPTS; attempts++) {
            Duration delay = Duration.between(NOW, Retry.after(attempts, NOW).orElseThrow());
            assertThat(delay).isGreaterThanOrEqualTo(before).isPositive();
            before = delay;
        }
        assertThat(before).isEqualTo(Duration.ofHours(12));
        assertThat(Retry.after(Retry.ATTEMPTS, NOW)).isEmpty();
    }

    private static NoticeRow notice(String kind) {
        return new NoticeRow(1, kind, "Agreement", "KZ-2026-000001", List.of("KZ-2026-000001", "A title"), NOW, null);
    }
}
