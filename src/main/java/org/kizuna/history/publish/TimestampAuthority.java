package org.kizuna.history.publish;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Collection;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Says under its own signature when it saw something [RFC 3161]. */
record TimestampAuthority(String address, HttpPublisher courier) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** As {@link PublicationTarget#name()}. */
    String name() {
        return HttpPublisher.shown(address);
    }

    /**
     * @return the token, DER; it is about the SHA-256 of the text, and signed with the certificate inside it, which
     *     whoever relies on it has to trust
     * @throws IOException when the authority is away, refuses, or answers something else than it was asked
     */
    byte[] stamp(byte[] text) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256, sha256(text), new BigInteger(64, RANDOM));
        byte[] answer = courier.post(address, "application/timestamp-query", request.getEncoded());
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("The authority refused: " + response.getStatusString());
            }
            requireSigned(token);
            return token.getEncoded();
        } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException("The answer is no timestamp of what was asked: " + e.getMessage(), e);
        }
    }

    // the library's stores take raw selectors
    @SuppressWarnings("unchecked")
    private static void requireSigned(TimeStampToken token)
            throws IOException, TSPException, OperatorCreationException, GeneralSecurityException {
        Collection<X509CertificateHolder> signers = token.getCertificates().getMatches(token.getSID());
        if (signers.isEmpty()) {
            throw new IOException("The answer brings no certificate of whoever signed it");
        }
        token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                .build(signers.iterator().next()));
    }

    private static byte[] sha256(byte[] text) throws IOException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
