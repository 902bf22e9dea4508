package org.kizuna.shared;

/** Somebody else has saved the record since it was opened. */
public final class StaleVersion extends BusinessRuleViolation {

    private final transient RecordRef record;
    private final long expected;

    private StaleVersion(VersionedEntity record, long expected) {
        super(null, record.label());
        this.record = new RecordRef(record.getClass().getSimpleName(), record.id());
        this.expected = expected;
    }

    /** @throws StaleVersion when the record has moved on from the version it was opened at */
    public static void check(VersionedEntity record, long expected) {
        if (record.version() != expected) {
            throw new StaleVersion(record, expected);
        }
    }

    public RecordRef record() {
        return record;
    }

    public long expected() {
        return expected;
    }
}
