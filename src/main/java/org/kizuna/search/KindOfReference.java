package org.kizuna.search;

import java.util.Optional;

/** Records that have a reference and are sought by nothing else: there are too many of them to keep words for each. */
public interface KindOfReference {

    /** Name of the entity. */
    String kind();

    Optional<SearchHit> find(String reference);
}
