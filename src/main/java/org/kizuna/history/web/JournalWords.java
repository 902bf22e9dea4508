package org.kizuna.history.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.Collator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.FieldTexts;
import org.kizuna.history.JournaledFields;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.security.Roles;
import org.kizuna.shared.Channel;
import org.kizuna.shared.Words;

/** What may be chosen to search by, each with its label, in the order of the labels. */
@RequestScoped
class JournalWords {

    @Inject
    private CurrentUser you;

    @Inject
    private JournaledFields fields;

    Map<String, String> roles() {
        return labelled(Roles.ALL, "Role.");
    }

    Map<String, String> channels() {
        return labelled(List.of(Channel.values()).stream().map(Channel::name).toList(), "Channel.");
    }

    Map<String, String> actions() {
        return all("history", "action.");
    }

    Map<String, String> kinds() {
        return all("search", "kind.");
    }

    Map<String, String> fields(@Nullable String kind) {
        Map<String, String> labels = new LinkedHashMap<>();
        fields.of(kind).forEach((field, owner) -> labels.put(field, FieldTexts.label(you.getLocale(), owner, field)));
        return sorted(labels);
    }

    private Map<String, String> all(String bundle, String prefix) {
        List<String> constants = ResourceBundle.getBundle("messages/" + bundle, Locale.ENGLISH).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
        return labelled(constants, prefix);
    }

    private Map<String, String> labelled(List<String> constants, String prefix) {
        return sorted(constants.stream()
                .collect(Collectors.toMap(
                        constant -> constant, constant -> Words.text(you.getLocale(), prefix + constant))));
    }

    private Map<String, String> sorted(Map<String, String> labels) {
        Collator collator = Collator.getInstance(you.getLocale());
        return labels.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(collator::compare))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, LinkedHashMap::new));
    }
}
