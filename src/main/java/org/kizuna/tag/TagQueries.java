package org.kizuna.tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.kizuna.security.Roles;
import org.kizuna.shared.JournaledRecord;
import org.kizuna.shared.RecordRef;

/** Reads tags. */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class TagQueries {

    @PersistenceContext
    private EntityManager entities;

    /** None where the record has none. */
    public TagsDetail of(RecordRef record) {
        return TaggedRecord.tags(entities, record).map(TagsDetail::of).orElse(TagsDetail.NONE);
    }

    /** What a record is called that has tags or may have them; empty where there is none. */
    public Optional<String> label(RecordRef record) {
        return TaggedRecord.find(entities, record).map(JournaledRecord::label);
    }
}
