package org.kizuna.history.publish;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.proof.SealTransaction;
import org.kizuna.history.proof.TreeHead;

/**
 * Sends the newest head to every configured place, once a day, soon after midnight UTC. A place that could not be
 * reached is tried again each hour until the day ends. Nothing here can keep the journal from being sealed.
 */
@PermitAll
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HeadPublisher {

    private static final Logger LOG = System.getLogger(HeadPublisher.class.getName());

    @EJB
    private SealTransaction seals;

    @EJB
    private Publications publications;

    @Inject
    private PublicationTargets places;

    @SuppressWarnings("NullAway.Init")
    public HeadPublisher() {}

    /** Sends where the day's head has not arrived yet, unless it was tried in this hour. */
    @Lock(LockType.WRITE)
    @AccessTimeout(600_000)
    public void publish(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Optional<TreeHead> head = publications.sizeOf(day).flatMap(seals::head).or(seals::newest);
        if (head.isEmpty()) {
            return;
        }
        TreeHead sealed = head.get();
        places.authority()
                .ifPresent(authority -> attempt(now, authority.name(), sealed, () -> stamp(authority, sealed, now)));
        SentHead sent = new SentHead(sealed, publications.tokenOf(sealed.size()).orElse(null), now);
        places.all().forEach(place -> attempt(now, place.name(), sealed, () -> place.take(sent)));
    }

    private void stamp(TimestampAuthority authority, TreeHead head, Instant now) throws IOException {
        String token = Base64.getEncoder().encodeToString(authority.stamp(SentHead.signed(head)));
        publications.keep(new Timestamp(head.size(), authority.name(), now, token));
    }

    private void attempt(Instant now, String place, TreeHead head, Sending sending) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        int hour = now.atOffset(ZoneOffset.UTC).getHour();
        if (publications.arrived(day, place) || !publications.takeTurn(day, hour, place)) {
            return;
        }
        try {
            sending.send();
            record(day, place, head, now, Outcome.SENT, null);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The head of " + head.size() + " did not reach " + place, e);
            record(day, place, head, now, Outcome.FAILED, reason(e));
        }
    }

    private void record(
            LocalDate day, String place, TreeHead head, Instant now, Outcome outcome, @Nullable String detail) {
        publications.record(new Publication(day, place, head.size(), now, outcome, detail));
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    /** What may fail on its way. */
    private interface Sending {
        void send() throws IOException;
    }
}
