package org.kizuna.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kizuna.testing.FormatVectors;

class PersonalValueTest {

    private static final String SALT = "000102030405060708090a0b0c0d0e0f";

    private final FormatVectors vectors = new FormatVectors();

    @Test
    void commitsAsTheFormatDescribes() {
        PersonalValue value = new PersonalValue("鈴木 花子", "hanako@example.org");
        PersonalData.Kept kept = new PersonalData.Kept(
                vectors.text("commitment"), "Partner", 80, value.person(), value.value(), SALT, null, null, null, null);
        assertThat(kept.opening()).isEqualTo(vectors.text("opening"));
        assertThat(value.commitment(SALT)).isEqualTo(vectors.text("commitment"));
        assertThat(kept.isTrue()).isTrue();
    }

    @Test
    void anotherPersonOrSaltIsAnotherCommitment() {
        assertThat(new PersonalValue("鈴木", "花子hanako@example.org").commitment(SALT))
                .isNotEqualTo(vectors.text("commitment"));
        assertThat(new PersonalValue("鈴木 花子", "hanako@example.org").commitment(SALT.replace('f', 'e')))
                .isNotEqualTo(vectors.text("commitment"));
    }
}
