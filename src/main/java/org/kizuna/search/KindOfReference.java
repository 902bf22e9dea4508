package org.kizuna.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Records that have a reference and are sought by nothing else: there are too many of them to keep words for each. */
public interface KindOfReference {

    /** Name of the entity. */
    String kind();

    Optional<SearchHit> find(String reference);

    /** What those with these ids are called. */
    List<SearchHit> named(Collection<Long> ids);
}
