package org.kizuna.history.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.kizuna.notification.MailServer;
import org.kizuna.shared.Words;

/**
 * Where heads go, as system properties or the environment name it: {@code kizuna.publish.url} or {@code
 * KIZUNA_PUBLISH_URL}, and so on. Several places are separated by commas.
 */
@ApplicationScoped
public class PublicationTargets {

    private static final String PREFIX = "kizuna.publish.";

    @Inject
    private Config config;

    @Inject
    private HttpPublisher courier;

    List<PublicationTarget> all() {
        List<PublicationTarget> places = new ArrayList<>();
        several("mail.to").forEach(to -> places.add(mailbox(to)));
        several("url").forEach(url -> places.add(new WebAddress(url, courier)));
        return places;
    }

    Optional<TimestampAuthority> authority() {
        return one("tsa.url").map(url -> new TimestampAuthority(url, courier));
    }

    private Mailbox mailbox(String to) {
        return new Mailbox(
                to,
                MailServer.of(config, PREFIX + "mail."),
                Words.closest(Locale.forLanguageTag(one("mail.language").orElse("en"))));
    }

    private Optional<String> one(String name) {
        return config.getOptionalValue(PREFIX + name, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private List<String> several(String name) {
        return one(name).stream()
                .flatMap(value -> Arrays.stream(value.split("\\s*,\\s*")))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
