package org.kizuna.history.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.FieldTexts;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;

/** What records are called now, asked once for each on a page. */
@RequestScoped
class RecordNames implements FieldTexts.Names {

    @Inject
    private RecordDirectory directory;

    private final Map<String, String> known = new HashMap<>();

    @Override
    public @Nullable String called(String kind, String reference) {
        String name = known.computeIfAbsent(kind + " " + reference, key -> directory
                .find(kind, reference)
                .flatMap(record ->
                        directory.named(List.of(record)).values().stream().findFirst())
                .map(SearchHit::title)
                .orElse(""));
        return name.isEmpty() ? null : name;
    }
}
