package org.kizuna.tag;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.kizuna.shared.RecordParts;
import org.kizuna.shared.RecordRef;

/** A record's tags belong to its history. */
@Dependent
class TagsAsPart implements RecordParts {

    @PersistenceContext
    private EntityManager entities;

    @Override
    public List<RecordRef> of(RecordRef record) {
        return TagFeature.TAGGED.contains(record.kind())
                ? TaggedRecord.tags(entities, record).stream()
                        .map(tags -> new RecordRef(TagFeature.TAGS, tags.id()))
                        .toList()
                : List.of();
    }
}
