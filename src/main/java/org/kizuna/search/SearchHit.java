package org.kizuna.search;

import java.io.Serializable;

/**
 * A record that was found.
 *
 * @param kind name of its entity
 */
public record SearchHit(String kind, long id, String reference, String title, String context) implements Serializable {

    static SearchHit of(SearchEntry entry) {
        return new SearchHit(entry.kind(), entry.recordId(), entry.reference(), entry.title(), entry.context());
    }
}
