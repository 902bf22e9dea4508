package org.kizuna.notification;

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
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The server that passes mail on, as system properties or the environment name it: {@code kizuna.mail.host} or {@code
 * KIZUNA_MAIL_HOST}, and so on.
 *
 * @param user for servers that ask who sends, or null
 * @param tls whether to refuse to speak without STARTTLS
 */
public record MailServer(
        String host,
        String port,
        String from,
        @Nullable String user,
        @Nullable String password,
        boolean tls) {

    private static final String PATIENCE = "20000";
    private static final String PREFIX = "kizuna.mail.";

    /** The server for notices. */
    public static MailServer of(Config config) {
        return of(config, PREFIX);
    }

    /** @param own settings that come before the server's own where they are set, with a dot at the end */
    public static MailServer of(Config config, String own) {
        return new MailServer(
                setting(config, own, "host").orElse("localhost"),
                setting(config, own, "port").orElse("25"),
                setting(config, own, "from").orElse("kizuna@localhost"),
                setting(config, own, "user").orElse(null),
                setting(config, own, "password").orElse(null),
                setting(config, own, "tls").map(Boolean::valueOf).orElse(false));
    }

    /** Whether notices go out by mail at all. */
    static boolean isNamed(Config config) {
        return setting(config, PREFIX, "host").isPresent();
    }

    private static Optional<String> setting(Config config, String own, String name) {
        return Optional.of(own + name)
                .flatMap(key -> config.getOptionalValue(key, String.class))
                .or(() -> config.getOptionalValue(PREFIX + name, String.class))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** @throws IOException when it did not arrive; the message says why */
    public void send(String to, String subject, String text, Instant at, List<MimeBodyPart> attachments)
            throws IOException {
        try {
            MimeMessage message = new MimeMessage(session());
            message.setFrom(new InternetAddress(from));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
            message.setSubject(subject, "UTF-8");
            if (attachments.isEmpty()) {
                message.setText(text, "UTF-8");
            } else {
                MimeBodyPart body = new MimeBodyPart();
                body.setText(text, "UTF-8");
                Multipart parts = new MimeMultipart(body);
                for (MimeBodyPart attachment : attachments) {
                    parts.addBodyPart(attachment);
                }
                message.setContent(parts);
            }
            Transport.send(message);
        } catch (MessagingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Session session() {
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
