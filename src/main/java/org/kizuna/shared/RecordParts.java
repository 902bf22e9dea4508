package org.kizuna.shared;

import java.util.List;
import java.util.Optional;

/** Says which records of one kind are parts of another record, whose history tells their changes too; found by CDI. */
public interface RecordParts {

    /** Kind of the parts. */
    String kind();

    /** Which they are; empty where records of its kind have none. */
    Optional<Ids> of(RecordRef record);

    /**
     * The ids of parts, to be found within the statement that reads what happened to them.
     *
     * @param sql a statement with the one column {@code id}, and a question mark for each value
     */
    record Ids(String sql, List<Object> values) {}
}
