package org.kizuna.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.kizuna.shared.Sql;

/** Statements that change rows without persistence seeing it, so that no listener would journal them. */
final class BulkStatements {

    /** What writes with SQL of its own, and why it may. */
    private static final Set<String> MAY = Set.of(
            "org.kizuna.history.JournalWriter", // the journal itself
            "org.kizuna.history.Commitments", // what it says of persons
            "org.kizuna.history.PersonRegister", // erases that, and journals that it did
            "org.kizuna.history.proof.TreeAppender", // its hashes
            "org.kizuna.history.proof.TreeAppender$Growth",
            "org.kizuna.history.migration.OneMigrationStep", // marks that it was taken
            "org.kizuna.history.audit.SealChecks", // when the seals were checked
            "org.kizuna.history.audit.AuditBook", // what a look at the register found
            "org.kizuna.history.publish.Publications", // what was sent outside; no record changes
            "org.kizuna.job.JobTable", // work under way, no record
            "org.kizuna.notification.NoticeTable", // what people are told, no record
            "org.kizuna.notification.Outbox", // mail that is to go out, no record
            "org.kizuna.draft.Drafts", // what is not saved yet, no record
            "org.kizuna.exchange.ImportTables", // files that are looked at, and how they are read; no record
            "org.kizuna.partner.KnownNames", // derived from partners in the same transaction
            "org.kizuna.ledger.Recorders", // whose entries are, in the transaction that enters them
            "org.kizuna.security.PartsPlayed", // follows from records in the same transaction
            "org.kizuna.security.Sessions", // who is signed in where, no record
            "org.kizuna.security.PostedKeys", // answers given to programs, no record
            "org.kizuna.security.Persons", // follows from accounts in the same transaction
            "org.kizuna.ledger.UnconfirmedReceipts", // derived from entries in the same transaction
            "org.kizuna.ledger.StatedRefunds", // what waits for an approver, no record yet
            "org.kizuna.figure.LedgerSummation", // adds up what was noted
            "org.kizuna.figure.FigureIntegrator$Entered", // what is to be summed, no record
            "org.kizuna.figure.FigureIntegrator$Confirmed", // the same
            "org.kizuna.figure.FigureIntegrator$Revalued", // the same
            "org.kizuna.search.SearchTables", // derived from records in the same transaction
            "org.kizuna.search.RenewalTable", // how far those have been made anew
            "org.kizuna.shared.Sql", // how those above do it
            "org.kizuna.shared.ManyRows", // how the journal and the search do it
            "org.kizuna.shared.Numbers"); // counts references up

    private static final Set<String> CALLS = Set.of(
            "executeUpdate",
            "executeLargeUpdate",
            "executeBatch",
            "executeLargeBatch",
            "createMutationQuery",
            "createNativeMutationQuery",
            "createStoredProcedureQuery",
            "createCriteriaUpdate",
            "createCriteriaDelete");

    /** What writes among the methods of {@code Sql}. */
    private static final Set<String> WRITES = Set.of("update", "insert", "batch");

    private static final String TYPES =
            "jakarta\\.persistence\\.criteria\\.Criteria(Update|Delete)|org\\.hibernate\\.StatelessSession|org\\.hibernate\\.query\\.MutationQuery"
                    + "|org\\.kizuna\\.shared\\.ManyRows";

    private BulkStatements() {}

    static ArchRule refused() {
        return classes().that().resideOutsideOfPackage("org.kizuna.launch").should(new WriteThroughPersistence());
    }

    private static final class WriteThroughPersistence extends ArchCondition<JavaClass> {

        WriteThroughPersistence() {
            super("write through persistence, where the journal listens");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (MAY.contains(type.getName())) {
                return;
            }
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> CALLS.contains(call.getTarget().getName())
                            || (call.getTargetOwner().isEquivalentTo(Sql.class)
                                    && WRITES.contains(call.getTarget().getName())))
                    .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> dependency.getTargetClass().getName().matches(TYPES))
                    .forEach(
                            dependency -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
        }
    }
}
