package org.kizuna.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Something said of a person. */
record PersonalValue(String person, String value) {

    /**
     * What the journal keeps instead: SHA-256 of the canonical JSON of salt, person and value, in hexadecimal digits.
     *
     * @param salt random, in hexadecimal digits, so that nobody finds the value by trying
     */
    String commitment(String salt) {
        try {
            byte[] opening = CanonicalJson.write(List.of(salt, person, value)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(opening));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
