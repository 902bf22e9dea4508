package org.kizuna.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    @Test
    void keepsAPasswordWithSixHundredThousandRoundsAndAnotherSaltEachTime() {
        String hash = PasswordHashing.hash("seven plum trees");
        assertThat(hash).startsWith("PBKDF2WithHmacSHA256:600000:");
        assertThat(PasswordHashing.verify("seven plum trees", hash)).isTrue();
        assertThat(PasswordHashing.verify("seven plum trees ", hash)).isFalse();
        assertThat(PasswordHashing.isOutdated(hash)).isFalse();
        assertThat(PasswordHashing.hash("seven plum trees")).isNotEqualTo(hash);
    }

    @Test
    void readsTheNumberOfRoundsFromTheHash() throws Exception {
        byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8};
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec("officer".toCharArray(), salt, 2048, 256))
                .getEncoded();
        Base64.Encoder base64 = Base64.getEncoder();
        String hash = "PBKDF2WithHmacSHA256:2048:" + base64.encodeToString(salt) + ":" + base64.encodeToString(key);
        assertThat(PasswordHashing.verify("officer", hash)).isTrue();
        assertThat(PasswordHashing.verify("approver", hash)).isFalse();
        assertThat(PasswordHashing.isOutdated(hash)).isTrue();
    }

    @Test
    void takesNothingElseForAHash() {
        for (String hash : new String[] {
            "", "officer", "PBKDF2WithHmacSHA256:x:AA==:AA==", "PBKDF2WithHmacSHA256:2000000000:AA==:AA=="
        }) {
            assertThat(PasswordHashing.verify("officer", hash)).as(hash).isFalse();
            assertThat(PasswordHashing.isOutdated(hash)).isTrue();
        }
    }
}
