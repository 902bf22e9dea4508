package org.kizuna.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DespiteTest {

    private final Problems problems = new Problems();

    @AfterEach
    void forgets() {
        Despite.forget();
    }

    @Test
    void asksAboutWhatIsUnusual() {
        problems.ask("valueDate", "longAgo", 1850);
        assertThatThrownBy(problems::refuse)
                .isInstanceOfSatisfying(AskedAbout.class, asked -> assertThat(asked.questions())
                        .containsExactly(new Question("valueDate", "longAgo", List.of(1850))));
        assertThat(Despite.accepted()).isEmpty();
    }

    @Test
    void refusesWhatIsWrongBeforeItAsks() {
        problems.ask("valueDate", "longAgo", 1850);
        problems.add("amount", "required");
        assertThatThrownBy(problems::refuse).isInstanceOf(InvalidInput.class);
    }

    @Test
    void takesWhatIsAnsweredWithItsReason() {
        problems.ask("valueDate", "longAgo", 1850);
        Despite.say(Set.of("longAgo"), " found in the archive ");
        problems.refuse();
        assertThat(Despite.accepted()).containsExactly("longAgo");
        assertThat(Despite.reason()).isEqualTo("found in the archive");
    }

    @Test
    void asksWhyWhereNoReasonIsGiven() {
        problems.ask("valueDate", "longAgo", 1850);
        Despite.say(Set.of("longAgo"), " ");
        assertThatThrownBy(problems::refuse).isInstanceOf(WhyDespite.class);
    }

    @Test
    void namesWhatWasAnsweredWithWhatIsStillOpen() {
        Despite.say(Set.of("longAgo"), "found in the archive");
        problems.ask("valueDate", "longAgo", 1850);
        problems.refuse();
        Problems later = new Problems();
        later.ask("amount", "large");
        assertThatThrownBy(later::refuse)
                .isInstanceOfSatisfying(AskedAbout.class, asked -> assertThat(asked.questions())
                        .extracting(Question::code)
                        .containsExactly("longAgo", "large"));
    }

    @Test
    void tellsNothingOfAnAnswerThatNobodyAskedFor() {
        Despite.say(Set.of("longAgo"), "found in the archive");
        problems.refuse();
        assertThat(Despite.accepted()).isEmpty();
        assertThat(Despite.reason()).isNull();
    }

    @Test
    void forgetsWhatAnEarlierActionAccepted() {
        Despite.say(Set.of("longAgo"), "found in the archive");
        problems.ask("valueDate", "longAgo", 1850);
        problems.refuse();
        Despite.begin();
        assertThat(Despite.accepted()).isEmpty();
    }

    @Test
    void asksNothingOfSamples() throws Exception {
        problems.ask("valueDate", "longAgo", 1850);
        assertThat(Channel.SAMPLE.during(() -> {
                    problems.refuse();
                    return Despite.accepted();
                }))
                .isEmpty();
    }
}
