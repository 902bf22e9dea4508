package org.kizuna.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private final Account account = new Account(
            new AccountData("mallory", "Mallory West", "mallory@west.example", Set.of(Roles.MANAGER), true),
            "none",
            Instant.EPOCH);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Summer2026!!",
                "Vienna2026!!!",
                "UnitedNations1",
                "letmein letmein",
                "correct horse",
                "kizuna2026!!",
                "kizunakizuna",
                "Passw0rd!Passw0rd!",
                "1q2w3e4r5t6y7u"
            })
    void guessesTwoWordsAndAHabit(String password) {
        assertThat(Passwords.isGuessable(password, account)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "nine cranes over a quiet marsh", "g7Rt2kQp9sLz", "さくら四月の橋を渡る夜風"})
    void doesNotGuessSeveralWordsThatDoNotBelongTogether(String password) {
        assertThat(Passwords.isGuessable(password, account)).isFalse();
    }
}
