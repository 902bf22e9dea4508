package org.kizuna.history.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kizuna.history.proof.ProofQueries;
import org.kizuna.history.proof.SealTimer;
import org.kizuna.history.proof.SealTransaction;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.samples.Some;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.MailReceiver;
import org.kizuna.testing.Timestamps;
import org.kizuna.testing.WebReceiver;

/** Heads reach whoever is to keep them, once a day, and what does not arrive is told. */
@ExtendWith(ArquillianExtension.class)
class HeadPublisherContainerIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private HeadPublisher publisher;

    @Inject
    private Publications publications;

    @Inject
    private PublicationQueries queries;

    @Inject
    private ProofQueries proofs;

    @Inject
    private SealTimer sealer;

    @Inject
    private SealTransaction round;

    @Inject
    private PartnerRegister partners;

    private WebReceiver keeper;

    @SuppressWarnings("NullAway.Init")
    HeadPublisherContainerIT() {}

    @BeforeEach
    void open() throws Exception {
        keeper = new WebReceiver();
        seal();
    }

    @AfterEach
    void close() {
        keeper.close();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("kizuna.publish."))
                .forEach(System::clearProperty);
    }

    @Test
    void nothingIsSentWhereNothingIsConfigured() throws Exception {
        assertThat(As.auditor(queries::places)).isEmpty();
        publisher.publish(Instant.parse("2031-01-01T00:17:00Z"));
        assertThat(publications.sizeOf(LocalDate.of(2031, 1, 1))).isEmpty();
    }

    @Test
    void aHeadIsPostedOnceADay() throws Exception {
        configure("url", "http://archive:secret@" + keeper.address() + "/heads?key=hidden");
        TreeHead head = round.newest().orElseThrow();
        publisher.publish(Instant.parse("2031-02-01T00:17:00Z"));
        WebReceiver.Posted posted = keeper.next();
        assertThat(posted.contentType()).isEqualTo("application/json");
        assertThat(posted.authorization()).isEqualTo("Basic " + base64("archive:secret"));
        assertThat(new String(posted.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"keyId\":\"%s\",\"root\":\"%s\",\"sealedAt\":\"%s\",\"signature\":\"%s\",\"size\":%d}"
                        .formatted(head.keyId(), head.root(), head.sealedAt(), head.signature(), head.size()));

        seal();
        publisher.publish(Instant.parse("2031-02-01T01:17:00Z"));
        assertThat(keeper.left()).isEmpty();
        publisher.publish(Instant.parse("2031-02-02T00:17:00Z"));
        assertThat(JSON.readTree(keeper.next().body()).get("size").asLong()).isGreaterThan(head.size());

        String place = "http://" + keeper.address() + "/heads";
        assertThat(As.auditor(queries::places)).containsExactly(place);
        assertThat(As.auditor(() -> queries.arrived(List.of(head.size()))))
                .containsExactly(new Publication(
                        LocalDate.of(2031, 2, 1),
                        place,
                        head.size(),
                        Instant.parse("2031-02-01T00:17:00Z"),
                        Outcome.SENT,
                        null));
    }

    @Test
    void whatFailsIsToldAndTriedAgainAtTheNextHour() throws Exception {
        configure("url", "http://" + keeper.address() + "/a, not an address ,http://" + keeper.address() + "/b");
        keeper.answersWithStatus(503);
        TreeHead head = round.newest().orElseThrow();
        publisher.publish(Instant.parse("2031-03-01T00:17:00Z"));
        publisher.publish(Instant.parse("2031-03-01T00:17:01Z"));
        assertThat(keeper.left()).hasSize(2);
        assertThat(As.auditor(() -> queries.latest(3)))
                .allMatch(one -> one.outcome() == Outcome.FAILED)
                .extracting(Publication::detail)
                .containsExactly("HTTP 503", "This is no web address", "HTTP 503");
        assertThat(As.auditor(() -> queries.arrived(List.of(head.size())))).isEmpty();

        seal();
        keeper.next();
        keeper.next();
        keeper.answersWithStatus(204);
        publisher.publish(Instant.parse("2031-03-01T01:17:00Z"));
        assertThat(JSON.readTree(keeper.next().body()).get("size").asLong())
                .as("the day's head, the same for everybody")
                .isEqualTo(head.size());
        assertThat(As.auditor(() -> queries.arrived(List.of(head.size())))).hasSize(2);
        assertThat(round.newest().orElseThrow().size()).isGreaterThan(head.size());
    }

    @Test
    void aHeadIsMailedInAFormTheVerifierTakes() throws Exception {
        try (MailReceiver mail = new MailReceiver()) {
            configure("mail.to", "keeper@example.org");
            configure("mail.from", "kizuna@example.org");
            configure("mail.host", "127.0.0.1");
            configure("mail.port", Integer.toString(mail.port()));
            configure("mail.language", "ja");
            TreeHead head = round.newest().orElseThrow();
            publisher.publish(Instant.parse("2031-04-01T00:17:00Z"));
            String text = mail.next();
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
            assertThat(message.getSubject()).as(text).contains("封印", Long.toString(head.size()));
            assertThat(message.getAllRecipients()[0]).hasToString("keeper@example.org");
            assertThat(message.getHeader("Date", null)).startsWith("Tue, 1 Apr 2031 00:17:00");
            Multipart parts = (Multipart) message.getContent();
            assertThat(parts.getCount()).isEqualTo(2);
            assertThat(String.valueOf(parts.getBodyPart(0).getContent())).contains(head.root(), head.keyId());
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("head-" + head.size() + ".json");
            JsonNode attached =
                    JSON.readTree(parts.getBodyPart(1).getInputStream().readAllBytes());
            assertThat(attached.get("signature").asText()).isEqualTo(head.signature());
            assertThat(attached.get("size").asLong()).isEqualTo(head.size());
        }
        publisher.publish(Instant.parse("2031-04-02T00:17:00Z"));
        assertThat(As.auditor(() -> queries.latest(1)))
                .singleElement()
                .matches(one -> one.outcome() == Outcome.FAILED && "keeper@example.org".equals(one.place()));
    }

    @Test
    void anAuthoritysTimestampGoesWithTheHead() throws Exception {
        try (WebReceiver authority = new WebReceiver()) {
            authority.answers(new Timestamps()::answer);
            configure("tsa.url", "http://" + authority.address() + "/tsa");
            configure("url", "http://" + keeper.address() + "/");
            TreeHead head = round.newest().orElseThrow();
            publisher.publish(Instant.parse("2031-05-01T00:17:00Z"));
            assertThat(authority.next().contentType()).isEqualTo("application/timestamp-query");
            List<Timestamp> kept = As.auditor(() -> queries.timestamps(List.of(head.size())));
            assertThat(kept).hasSize(1);
            JsonNode sent = JSON.readTree(keeper.next().body());
            assertThat(sent.get("timestamp").asText()).isEqualTo(kept.get(0).token());
            byte[] token = Base64.getDecoder().decode(kept.get(0).token());
            byte[] imprint = MessageDigest.getInstance("SHA-256").digest(SentHead.signed(head));
            assertThat(new org.bouncycastle.tsp.TimeStampToken(new org.bouncycastle.cms.CMSSignedData(token))
                            .getTimeStampInfo()
                            .getMessageImprintDigest())
                    .isEqualTo(imprint);

            publisher.publish(Instant.parse("2031-05-02T00:17:00Z"));
            assertThat(As.auditor(() -> queries.timestamps(List.of(head.size()))))
                    .as("one token of one authority for one head")
                    .isEqualTo(kept);
        }
    }

    @Test
    void aTimestampOfSomethingElseIsRefusedAndTheHeadIsSentWithout() throws Exception {
        try (WebReceiver authority = new WebReceiver()) {
            Timestamps stamps = new Timestamps();
            authority.answers(body -> stamps.answer(otherRequest()));
            configure("tsa.url", "http://" + authority.address() + "/tsa");
            configure("url", "http://" + keeper.address() + "/");
            TreeHead head = round.newest().orElseThrow();
            publisher.publish(Instant.parse("2031-06-01T00:17:00Z"));
            assertThat(JSON.readTree(keeper.next().body()).has("timestamp")).isFalse();
            authority.answers(body -> {
                byte[] answer = stamps.answer(body);
                answer[answer.length - 20] ^= 1;
                return answer;
            });
            publisher.publish(Instant.parse("2031-06-01T01:17:00Z"));
            authority.answers(body -> "no timestamp".getBytes(StandardCharsets.US_ASCII));
            publisher.publish(Instant.parse("2031-06-01T02:17:00Z"));
            assertThat(As.auditor(() -> queries.timestamps(List.of(head.size()))))
                    .isEmpty();
            assertThat(As.auditor(() -> queries.latest(4)))
                    .filteredOn(one -> one.place().endsWith("/tsa"))
                    .hasSize(3)
                    .allMatch(one -> one.outcome() == Outcome.FAILED);
        }
    }

    private static byte[] otherRequest() throws java.io.IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator
                .generate(TSPAlgorithms.SHA256, new byte[32], BigInteger.ONE)
                .getEncoded();
    }

    @Test
    void ofSeveralServersOneTakesTheTurn() throws Exception {
        LocalDate day = LocalDate.of(2031, 7, 1);
        ExecutorService servers = Executors.newFixedThreadPool(4);
        try {
            int taken = 0;
            List<Callable<Boolean>> eight = Collections.nCopies(8, () -> publications.takeTurn(day, 0, "somewhere"));
            for (Future<Boolean> turn : servers.invokeAll(eight)) {
                taken += turn.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            servers.shutdown();
        }
        assertThat(publications.takeTurn(day, 1, "somewhere")).isTrue();
    }

    @Test
    void whatWasPublishedStaysAndIsForAuditors() {
        Journal journal = new Journal(dataSource);
        for (String table : List.of("head_publication", "head_publication_turn", "head_timestamp")) {
            assertThatThrownBy(() -> journal.attempt("DELETE FROM " + table))
                    .as(table)
                    .hasMessageContaining("denied");
        }
        assertThatThrownBy(() -> As.officer(() -> queries.latest(1))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> As.manager(queries::places)).isInstanceOf(EJBAccessException.class);
    }

    private void seal() throws Exception {
        As.officer(() -> partners.register(Some.company()));
        sealer.seal();
        assertThat(As.auditor(() -> proofs.heads(null, 1))).isNotEmpty();
    }

    private static void configure(String name, String value) {
        System.setProperty("kizuna.publish." + name, value);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
