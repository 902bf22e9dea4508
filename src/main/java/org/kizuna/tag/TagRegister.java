package org.kizuna.tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import org.kizuna.search.SearchIndex;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.NamedRecord;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.UniqueIndex;

/** The door through which records are tagged. Tags are no terms: whoever sets them is no author of the record. */
@Stateless
@Register
public class TagRegister {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private SearchIndex index;

    /**
     * Gives a record these tags in the place of those it has.
     *
     * @param version of the tags as they were looked at, see {@link TagsDetail#version}
     * @throws NoSuchRecord when there is none, or none of its kind has tags
     * @throws StaleVersion when the tags have moved on since
     * @throws TaggedMeanwhile when somebody else gives it the first ones at once
     * @throws RecordIsClosed when it is
     */
    @RolesAllowed(Roles.OFFICER)
    public void change(RecordRef record, long version, TagsData data) {
        NamedRecord tagged = TaggedRecord.find(entities, record)
                .orElseThrow(() -> new NoSuchRecord(record.kind(), Long.toString(record.id())));
        if (tagged.isClosed()) {
            throw new RecordIsClosed(tagged.label());
        }
        RecordTags tags = TaggedRecord.tags(entities, record).orElseGet(() -> new RecordTags(record, tagged));
        boolean fresh = !entities.contains(tags);
        if (!fresh) {
            StaleVersion.check(tags, version - TagsDetail.FIRST);
        }
        tags.take(data);
        if (fresh && tags.tags().isEmpty()) {
            return;
        }
        if (fresh) {
            entities.persist(tags);
        }
        UniqueIndex.flush(entities, Map.of("record_tags_record", TaggedMeanwhile::new));
        index.renew(List.of(tagged));
    }
}
