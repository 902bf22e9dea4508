package org.kizuna.tag.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kizuna.shared.RecordRef;
import org.kizuna.tag.Tag;
import org.kizuna.tag.TagQueries;

/** The tags of the record on the page. */
@Named
@RequestScoped
public class TagsOf {

    @Inject
    private TagQueries queries;

    private final Map<RecordRef, List<Tag>> known = new HashMap<>();

    public List<Tag> record(String kind, long id) {
        return known.computeIfAbsent(
                new RecordRef(kind, id), record -> queries.of(record).tags());
    }

    /** As {@link org.kizuna.tag.TagCode#key}. */
    public String key(Tag tag) {
        return tag.vocabulary().name() + " " + tag.code();
    }
}
