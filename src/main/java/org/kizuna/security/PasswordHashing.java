package org.kizuna.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords as they are kept: PBKDF2 with HMAC-SHA-256 and the number of rounds OWASP asks for. Each hash names its own
 * rounds, so that older ones can be checked and made anew. At most as many are computed at once as there are cores;
 * who waits too long for that hears of too many tries.
 */
final class PasswordHashing {

    static final int ROUNDS = 600_000;

    /** More rounds than that were not written by Kizuna, and checking them would stop the server. */
    private static final int MOST_ROUNDS = 10_000_000;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int BYTES = 32;
    private static final int PATIENCE_SECONDS = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Semaphore AT_ONCE = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private PasswordHashing() {}

    /** As {@code PBKDF2WithHmacSHA256:600000:salt:hash}. */
    static String hash(String password) {
        byte[] salt = new byte[BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return ALGORITHM + ":" + ROUNDS + ":" + base64.encodeToString(salt) + ":"
                + base64.encodeToString(computed(password, salt, ROUNDS, BYTES));
    }

    static boolean verify(String password, String hash) {
        String[] parts = hash.split(":", -1);
        if (parts.length != 4 || !parts[0].equals(ALGORITHM) || rounds(hash) < 1) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(parts[3]);
        byte[] computed = computed(password, Base64.getDecoder().decode(parts[2]), rounds(hash), expected.length);
        return MessageDigest.isEqual(expected, computed);
    }

    /** Takes as long as a check, for names nobody has. */
    static void waste(String password) {
        computed(password, new byte[BYTES], ROUNDS, BYTES);
    }

    static boolean isOutdated(String hash) {
        return rounds(hash) != ROUNDS;
    }

    private static int rounds(String hash) {
        String[] parts = hash.split(":", -1);
        try {
            int rounds = parts.length == 4 ? Integer.parseInt(parts[1]) : 0;
            return rounds > MOST_ROUNDS ? 0 : rounds;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static byte[] computed(String password, byte[] salt, int rounds, int bytes) {
        try {
            if (!AT_ONCE.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyTries();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyTries();
        }
        try {
            PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, rounds, bytes * Byte.SIZE);
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            AT_ONCE.release();
        }
    }
}
