package org.kizuna.history.publish;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.kizuna.notification.MailServer;
import org.kizuna.shared.Words;

/**
 * A mail address to which heads are sent, the head as an attachment that the verifier takes.
 *
 * @param language of the message
 */
record Mailbox(String to, MailServer server, Locale language) implements PublicationTarget {

    @Override
    public String name() {
        return PublicationTarget.shortened(to);
    }

    @Override
    public void take(SentHead head) throws IOException {
        String size = Long.toString(head.head().size());
        String moment = head.head().sealedAt().toString();
        server.send(
                to,
                Words.text(language, "publish.mail.subject", size, moment),
                Words.text(
                        language,
                        "publish.mail.text",
                        size,
                        moment,
                        head.head().root(),
                        head.head().keyId()),
                head.sentAt(),
                attachments(head, size));
    }

    private static List<MimeBodyPart> attachments(SentHead head, String size) throws IOException {
        try {
            List<MimeBodyPart> parts = new ArrayList<>();
            parts.add(attachment("head-" + size + ".json", "application/json", head.json()));
            if (head.timestamp() != null) {
                parts.add(attachment(
                        "head-" + size + ".tst",
                        "application/timestamp-token",
                        Base64.getDecoder().decode(head.timestamp())));
            }
            return parts;
        } catch (MessagingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static MimeBodyPart attachment(String name, String type, byte[] content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        // as Base64, so that no relay on the way rewrites a line's end
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setFileName(name);
        return part;
    }
}
