package org.kizuna.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.search.FoundWords;
import org.kizuna.search.KnownName;

/** What the records of one kind are found by. The words are written in their order, as the table keeps them. */
final class Found {

    private final String kind;
    private final Rows.Table entries;
    private final Rows.Table names;
    private final Rows.Table terms;
    private final Map<String, Numbers> words = new TreeMap<>();

    Found(Rows rows, String kind) {
        this.kind = kind;
        entries = rows.table("search_entry", "kind, record_id, reference, title, context");
        names = rows.table("search_name", "form, kind, record_id, acronym");
        terms = rows.table("search_term", "term, kind, record_id");
    }

    void add(int id, String reference, String title, String context, List<@Nullable String> more) {
        entries.add(kind, id, reference, title, context);
        names.add(KnownName.form(title), kind, id, 0);
        for (String word : FoundWords.of(title, reference, more)) {
            words.computeIfAbsent(word, fresh -> new Numbers()).add(id);
        }
    }

    void close() {
        entries.flush();
        names.flush();
        words.forEach((word, numbers) -> {
            for (int i = 0; i < numbers.count; i++) {
                terms.add(word, kind, numbers.held[i]);
            }
        });
        terms.flush();
    }

    private static final class Numbers {

        private int[] held = new int[2];
        private int count;

        void add(int number) {
            if (count == held.length) {
                held = Arrays.copyOf(held, count * 2);
            }
            held[count++] = number;
        }
    }
}
