package org.kizuna.tag;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Optional;
import org.kizuna.shared.RecordParts;
import org.kizuna.shared.RecordRef;

/** A record's tags belong to its history. */
@Dependent
class TagsAsPart implements RecordParts {

    @Override
    public String kind() {
        return TagFeature.TAGS;
    }

    @Override
    public Optional<Ids> of(RecordRef record) {
        return TagFeature.TAGGED.contains(record.kind())
                ? Optional.of(new Ids(
                        "SELECT t.id FROM record_tags t WHERE t.record_kind = ? AND t.record_id = ?",
                        List.of(record.kind(), record.id())))
                : Optional.empty();
    }
}
