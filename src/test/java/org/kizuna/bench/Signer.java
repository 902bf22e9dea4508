package org.kizuna.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.kizuna.history.CanonicalJson;

/** Signs heads with a key of its own, which it leaves where the server looks for one. */
final class Signer {

    private final KeyPair pair;

    private Signer(KeyPair pair) {
        this.pair = pair;
    }

    static Signer keptIn(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Base64.Encoder encoder = Base64.getEncoder();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                encoder.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                        + encoder.encodeToString(pair.getPublic().getEncoded()) + "\n",
                StandardCharsets.US_ASCII);
        return new Signer(pair);
    }

    Signed sign(long size, byte[] root, Instant at) {
        try {
            byte[] key = pair.getPublic().getEncoded();
            String keyId = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key));
            String text = CanonicalJson.write(Map.of(
                    "keyId", keyId, "root", HexFormat.of().formatHex(root), "sealedAt", at.toString(), "size", size));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new Signed(keyId, key, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signature, and the key that belongs to it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the database at once
    record Signed(String keyId, byte[] publicKey, byte[] signature) {}
}
