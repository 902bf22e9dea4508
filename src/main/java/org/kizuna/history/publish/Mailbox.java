package org.kizuna.history.publish;

import jakarta.activation.DataHandler;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Words;

/** A mail address to which heads are sent, the head as an attachment that the verifier takes. */
record Mailbox(String to, Post post) implements PublicationTarget {

    private static final String PATIENCE = "20000";

    @Override
    public String name() {
        return PublicationTarget.shortened(to);
    }

    @Override
    public void take(SentHead head) throws IOException {
        try {
            Transport.send(message(head));
        } catch (MessagingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private MimeMessage message(SentHead head) throws MessagingException {
        String size = Long.toString(head.head().size());
        String moment = head.head().sealedAt().toString();
        MimeMessage message = new MimeMessage(post.session());
        message.setFrom(new InternetAddress(post.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(head.sentAt().atOffset(ZoneOffset.UTC)));
        message.setSubject(Words.text(post.language(), "publish.mail.subject", size, moment), "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(
                Words.text(
                        post.language(),
                        "publish.mail.text",
                        size,
                        moment,
                        head.head().root(),
                        head.head().keyId()),
                "UTF-8");
        Multipart parts =
                new MimeMultipart(text, attachment("head-" + size + ".json", "application/json", head.json()));
        if (head.timestamp() != null) {
            parts.addBodyPart(attachment(
                    "head-" + size + ".tst",
                    "application/timestamp-token",
                    Base64.getDecoder().decode(head.timestamp())));
        }
        message.setContent(parts);
        return message;
    }

    private static MimeBodyPart attachment(String name, String type, byte[] content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        // as Base64, so that no relay on the way rewrites a line's end
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setFileName(name);
        return part;
    }

    /**
     * The server that passes mail on.
     *
     * @param user for servers that ask who sends, or null
     * @param tls whether to refuse to speak without STARTTLS
     * @param language of the message
     */
    record Post(
            String host,
            String port,
            String from,
            @Nullable String user,
            @Nullable String password,
            boolean tls,
            Locale language) {

        Session session() {
            Properties properties = new Properties();
            properties.setProperty("mail.smtp.host", host);
            properties.setProperty("mail.smtp.port", port);
            properties.setProperty("mail.smtp.from", from);
            properties.setProperty("mail.smtp.connectiontimeout", PATIENCE);
            properties.setProperty("mail.smtp.timeout", PATIENCE);
            properties.setProperty("mail.smtp.writetimeout", PATIENCE);
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", Boolean.toString(tls));
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            if (user == null || password == null) {
                return Session.getInstance(properties);
            }
            properties.setProperty("mail.smtp.auth", "true");
            PasswordAuthentication known = new PasswordAuthentication(user, password);
            return Session.getInstance(properties, new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return known;
                }
            });
        }
    }
}
