package org.kizuna.history.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.kizuna.history.ChangeSet;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.PersonalData;
import org.kizuna.history.audit.Finding.Kind;

/** Holds what is kept of persons against the commitments that change sets hold. */
final class PersonCheck {

    private final Connection connection;
    private final Consumer<Finding> findings;

    PersonCheck(Connection connection, Consumer<Finding> findings) {
        this.connection = connection;
        this.findings = findings;
    }

    /** What the changes say of persons is kept, and is what was committed to, or was erased by a note that says so. */
    void run(Collection<ChangeSet> sets) throws SQLException {
        Map<String, JournalEntry> said = new TreeMap<>();
        sets.forEach(set -> set.changes().forEach(change -> PersonalData.commitments(change)
                .forEach(commitment -> said.putIfAbsent(commitment, change))));
        Map<String, PersonalData.Kept> kept = new PersonalData(connection).kept(said.keySet());
        said.forEach((commitment, change) -> {
            PersonalData.Kept found = kept.get(commitment);
            if (found == null
                    || !found.isTrue()
                    || !found.entity().equals(change.entity())
                    || found.entityId() != change.entityId()) {
                findings.accept(Finding.of(
                        found == null ? Kind.ROW_MISSING : Kind.ROW_ALTERED,
                        "journal_personal, commitment " + commitment + ": " + change.entity() + " " + change.entityId()
                                + " (" + change.reference() + ")"));
            }
        });
    }
}
