package org.kizuna.page.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Words;

/** The words of the reader's language: {@code #{msg['partner.list.title']}}. */
@Named("msg")
@RequestScoped
public class Msg extends AbstractMap<String, String> {

    @Inject
    private CurrentUser you;

    private @Nullable Locale language;

    @Override
    public String get(Object key) {
        String name = String.valueOf(key);
        return Words.has(language(), name) ? Words.text(language(), name) : "???" + name + "???";
    }

    @Override
    public boolean containsKey(Object key) {
        return Words.has(language(), String.valueOf(key));
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }

    private Locale language() {
        if (language == null) {
            language = you.getLocale();
        }
        return language;
    }
}
