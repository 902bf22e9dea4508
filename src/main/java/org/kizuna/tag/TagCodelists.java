package org.kizuna.tag;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kizuna.shared.Codelists;

/** The lists that tags are out of, among the others: {@code sdg-targets}. */
@ApplicationScoped
class TagCodelists implements Codelists {

    @Override
    public List<String> names() {
        return Arrays.stream(TagVocabulary.values()).map(TagVocabulary::list).toList();
    }

    @Override
    public Map<String, String> codes(String name, Locale language) {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(TagVocabulary.values())
                .filter(vocabulary -> vocabulary.list().equals(name))
                .flatMap(vocabulary -> TagCodes.of(vocabulary).stream())
                .forEach(code -> codes.put(code.code(), code.name(language)));
        return codes;
    }
}
