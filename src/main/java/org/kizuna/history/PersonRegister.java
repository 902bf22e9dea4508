package org.kizuna.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.Action;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.ForgetsPersons;
import org.kizuna.shared.NamedPersons;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Sql;

/** The door through which persons are erased: from the records as they are, and from the journal's memory of them. */
@Stateless
@Register
public class PersonRegister {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ActionContext intents;

    @Inject
    @Any
    private Instance<NamedPersons> named;

    @Inject
    @Any
    private Instance<ForgetsPersons> others;

    /**
     * Erases what is said of these persons in these records, for good. That it was erased, by whom and why is
     * journaled; the commitments stay, and with them every proof.
     *
     * @return how many values were erased
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public int erase(List<NamedPerson> persons, @Nullable String reason) {
        Problems problems = new Problems();
        String why = problems.requiredLines("reason", reason, 2000);
        if (persons.isEmpty()) {
            problems.add("persons", "nobodyChosen");
        }
        problems.refuse();
        intents.because(why);
        for (NamedPerson person : persons) {
            forget(person);
        }
        entities.flush();
        // what the records said before is still to be found by its commitment
        PendingChangeSet pending = intents.attached(PendingChangeSet.class);
        if (pending != null) {
            pending.writeRest();
        }
        SessionImplementor session = entities.unwrap(SessionImplementor.class);
        List<String> commitments = session.doReturningWork(connection -> commitments(connection, persons));
        Action intent = intents.current().orElseThrow();
        long erasure = new JournalWriter(session).note(intent, Map.of("erased", commitments));
        session.doWork(connection -> erase(connection, commitments, erasure));
        return commitments.size();
    }

    private void forget(NamedPerson person) {
        for (NamedPersons kind : named) {
            if (kind.kind().equals(person.kind())) {
                kind.forget(person.id(), person.person());
            }
        }
        others.forEach(other -> other.forget(person.kind(), person.id(), person.person()));
    }

    private static List<String> commitments(Connection connection, List<NamedPerson> persons) throws SQLException {
        List<String> found = new ArrayList<>();
        for (NamedPerson person : persons) {
            // what stands in their place now tells of nobody, and is still what the record says
            List<String> of = Sql.on(
                            connection,
                            "SELECT commitment FROM journal_personal WHERE entity = ? AND entity_id = ? AND person = ?"
                                    + " AND value <> ? ORDER BY commitment FOR UPDATE",
                            person.kind(),
                            person.id(),
                            person.person(),
                            NamedPersons.NOBODY)
                    .list(row -> row.getString(1));
            if (of.isEmpty()) {
                throw NoSuchRecord.at("persons", "Person", person.person());
            }
            found.addAll(of);
        }
        return found;
    }

    private static void erase(Connection connection, List<String> commitments, long erasure) throws SQLException {
        Sql.batch(
                connection,
                "UPDATE journal_personal SET person = NULL, value = NULL, salt = NULL, erased_in = ? WHERE commitment = ?",
                commitments,
                commitment -> new Object[] {erasure, commitment});
    }
}
