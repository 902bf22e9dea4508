package org.kizuna.shared;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** What every record has: a surrogate id, and a version that refuses a save over somebody else's. */
@MappedSuperclass
public abstract class VersionedEntity implements JournaledRecord {

    @Id
    @SequenceId
    private long id;

    @Version
    private long version;

    @Override
    public long id() {
        return id;
    }

    public long version() {
        return version;
    }
}
