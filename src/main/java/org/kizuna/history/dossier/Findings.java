package org.kizuna.history.dossier;

import jakarta.json.JsonException;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kizuna.feature.Features;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.FieldChange;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.audit.Finding;

/**
 * What was found wrong in the journal while a dossier was made. The dossier is made nevertheless, and says so: an
 * auditor must be able to take home what was tampered with.
 */
final class Findings {

    private static final int MOST = 10_000;

    private final Set<String> found = new LinkedHashSet<>();

    void missing(long changeSet) {
        add(Map.of("changeSet", changeSet, "finding", "sealed, but no longer in the journal"));
    }

    void unreadable(long changeSet) {
        add(Map.of("changeSet", changeSet, "finding", "not readable"));
    }

    void altered(long changeSet) {
        add(Map.of("changeSet", changeSet, "finding", "not what was sealed"));
    }

    void personal(String commitment) {
        add(Map.of("commitment", commitment, "finding", "what it stands for is gone or was altered"));
    }

    void document(String sha256, String finding) {
        add(Map.of("document", sha256, "finding", finding));
    }

    /** What was found while the seals were checked, wherever in the journal. */
    void seal(Finding finding) {
        add(Map.of("finding", finding.kind().name(), "place", finding.place()));
    }

    /** The row, or the row without its values where they can't be read. */
    JournalEntry readable(JournalEntry row) {
        try {
            for (FieldChange field : row.fields()) {
                String after = field.after();
                if (after != null
                        && Features.money(row.entity())
                                .filter(money -> money.amount().equals(field.field()))
                                .isPresent()) {
                    new BigDecimal(after);
                }
            }
            return row;
        } catch (JsonException | NumberFormatException e) {
            add(Map.of("changeSet", row.changeSet(), "position", row.position(), "finding", "not readable"));
            return new JournalEntry(
                    row.changeSet(),
                    row.position(),
                    row.recordedAt(),
                    row.actor(),
                    row.role(),
                    row.channel(),
                    row.action(),
                    row.reason(),
                    null,
                    row.entity(),
                    row.entityId(),
                    row.reference(),
                    row.operation(),
                    row.version(),
                    null,
                    null);
        }
    }

    private void add(Map<String, Object> finding) {
        if (found.size() < MOST) {
            found.add(CanonicalJson.write(finding));
        }
    }

    /** Each as canonical JSON; the first ten thousand. */
    List<String> lines() {
        return List.copyOf(found);
    }
}
