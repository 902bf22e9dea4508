package org.kizuna.shared;

import java.util.List;

/** Says which records of a feature are parts of another record, whose history tells their changes too; found by CDI. */
public interface RecordParts {

    List<RecordRef> of(RecordRef record);
}
