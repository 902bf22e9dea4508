package org.kizuna.tag.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.shared.Words;
import org.kizuna.tag.TagCode;
import org.kizuna.tag.TagCodes;

/** Suggests codes while somebody types into a field that names one. */
@Named
@RequestScoped
public class TagSuggestions {

    private static final int MOST = 12;

    @Inject
    private CurrentUser you;

    /** Keys of those that fit. */
    public List<String> complete(String typed) {
        return TagCodes.search(you.getLocale(), typed, MOST).stream()
                .map(TagCode::key)
                .toList();
    }

    /** What the code of a key is called; empty for no key. */
    public String name(@Nullable String key) {
        return key == null
                ? ""
                : TagCodes.find(key).map(code -> code.name(you.getLocale())).orElse(key);
    }

    /** The list that the code of a key is out of, and the code. */
    public String source(@Nullable String key) {
        return Optional.ofNullable(key)
                .flatMap(TagCodes::find)
                .map(code -> Words.label(you.getLocale(), code.vocabulary()) + " " + code.code())
                .orElse("");
    }
}
