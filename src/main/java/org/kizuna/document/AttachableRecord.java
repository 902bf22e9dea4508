package org.kizuna.document;

import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.util.Optional;
import org.kizuna.shared.JournaledRecord;
import org.kizuna.shared.RecordRef;

/** Finds the record a document is for, of whatever kind, by what persistence knows. */
final class AttachableRecord {

    private AttachableRecord() {}

    static Optional<String> label(EntityManager entities, RecordRef record) {
        return entities.getMetamodel().getEntities().stream()
                .filter(type -> type.getName().equals(record.kind()))
                .findFirst()
                .map(EntityType::getJavaType)
                .filter(JournaledRecord.class::isAssignableFrom)
                .map(type -> entities.find(type, record.id()))
                .map(found -> ((JournaledRecord) found).label());
    }
}
