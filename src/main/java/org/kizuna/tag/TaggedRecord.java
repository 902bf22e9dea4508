package org.kizuna.tag;

import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.util.Optional;
import org.kizuna.shared.NamedRecord;
import org.kizuna.shared.RecordRef;

/** Finds the record that tags are for, of whatever kind that has tags, and its tags. */
final class TaggedRecord {

    private TaggedRecord() {}

    static Optional<NamedRecord> find(EntityManager entities, RecordRef record) {
        return entities.getMetamodel().getEntities().stream()
                .filter(type -> TagFeature.TAGGED.contains(type.getName()))
                .filter(type -> type.getName().equals(record.kind()))
                .findFirst()
                .map(EntityType::getJavaType)
                .map(type -> (NamedRecord) entities.find(type, record.id()));
    }

    static Optional<RecordTags> tags(EntityManager entities, RecordRef record) {
        return entities.createQuery(
                        "select t from RecordTags t where t.record.kind = :kind and t.record.id = :id",
                        RecordTags.class)
                .setParameter("kind", record.kind())
                .setParameter("id", record.id())
                .getResultStream()
                .findFirst();
    }
}
