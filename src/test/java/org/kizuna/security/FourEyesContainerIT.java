package org.kizuna.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementData;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.agreement.AgreementStatus;
import org.kizuna.agreement.ApproverIsAuthor;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.ledger.ConfirmedByItsAuthor;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.ledger.ReversalConfirmedByItsAsker;
import org.kizuna.ledger.ReversalRegister;
import org.kizuna.lifecycle.StepData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.PartnerStatus;
import org.kizuna.samples.Some;
import org.kizuna.samples.Stages;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;

/** Nobody judges their own work, whoever of their accounts they use, and the database would not have it either. */
@ArquillianTest
class FourEyesContainerIT {

    private static final Set<String> BOTH = Set.of(Roles.OFFICER, Roles.APPROVER);
    private static final String PASSWORD = "wistaria under a paper moon";

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private AgreementQueries agreementQueries;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private ReversalRegister reversals;

    @Inject
    private AccountRegister accounts;

    @Inject
    private AccountQueries accountQueries;

    private Journal journal;
    private Stages stages;
    private AgreementData terms;
    private String author;

    @BeforeEach
    void somebodyHoldsBothRoles() throws Exception {
        journal = new Journal(dataSource);
        stages = new Stages(partners, partnerQueries, agreements, agreementQueries);
        terms = Some.memorandum(stages.ministry(), stages.company());
        author = Some.reference("both");
    }

    @Test
    void whoeverRewroteTheTermsClearsNothingOfThem() throws Exception {
        Reference agreement = As.officer(() -> agreements.draft(terms));
        rewrite(author, agreement);
        step(
                agreement,
                version -> As.officer(() -> done(() -> agreements.sendForReview(agreement, version, StepData.NONE))));
        assertThatThrownBy(() -> clear(author, agreement)).isInstanceOf(ApproverIsAuthor.class);
        assertThat(stages.agreement(agreement).status()).isEqualTo(AgreementStatus.IN_REVIEW);
        clear("approver", agreement);
        assertThat(parts(agreement)).contains(List.of("AUTHOR", "1"), List.of("CLEARER", "1"));
    }

    @Test
    void whoeverRewroteTheTermsOfAReturnedRoundClearsNoLaterOne() throws Exception {
        Reference agreement = As.officer(() -> agreements.draft(terms));
        rewrite(author, agreement);
        step(
                agreement,
                version -> As.officer(() -> done(() -> agreements.sendForReview(agreement, version, StepData.NONE))));
        clear("approver", agreement);
        step(
                agreement,
                version -> As.approver(
                        () -> done(() -> agreements.returnToDraft(agreement, version, StepData.because("why")))));
        step(
                agreement,
                version -> As.officer(() -> done(() -> agreements.sendForReview(agreement, version, StepData.NONE))));
        assertThatThrownBy(() -> clear(author, agreement)).isInstanceOf(ApproverIsAuthor.class);
        clear("approver", agreement);
    }

    @Test
    void whoClearedARoundThatWasReturnedMayWriteInTheNextAndThenNotClearIt() throws Exception {
        Reference agreement = stages.inReview(terms);
        clear(author, agreement);
        step(
                agreement,
                version -> As.approver(
                        () -> done(() -> agreements.returnToDraft(agreement, version, StepData.because("why")))));
        rewrite(author, agreement);
        step(
                agreement,
                version -> As.officer(() -> done(() -> agreements.sendForReview(agreement, version, StepData.NONE))));
        assertThatThrownBy(() -> clear(author, agreement)).isInstanceOf(ApproverIsAuthor.class);
    }

    @Test
    void aSaveThatChangesNothingMakesNobodyAnAuthor() throws Exception {
        Reference agreement = As.officer(() -> agreements.draft(terms));
        AgreementData same = stages.agreement(agreement).data();
        step(
                agreement,
                version -> As.somebody(author, BOTH, () -> done(() -> agreements.change(agreement, version, same))));
        step(
                agreement,
                version -> As.officer(() -> done(() -> agreements.sendForReview(agreement, version, StepData.NONE))));
        clear(author, agreement);
    }

    @Test
    void whoeverChangedAPartnerSinceItsApprovalDoesNotApproveItAgain() throws Exception {
        Reference partner = stages.company();
        As.officer(() -> done(() -> partners.beginDueDiligence(partner, 0, StepData.NONE)));
        As.somebody(author, BOTH, () -> done(() -> partners.change(partner, 1, Some.company())));
        assertThatThrownBy(() -> approve(author, partner)).isInstanceOf(org.kizuna.partner.ApproverIsAuthor.class);
        approve("approver", partner);
        long approved = version(partner);
        As.approver(() -> done(() -> partners.suspend(partner, approved, StepData.because("why"))));
        approve(author, partner);
        assertThat(As.manager(() -> partnerQueries.find(partner.value()))
                        .orElseThrow()
                        .status())
                .isEqualTo(PartnerStatus.APPROVED);
    }

    @Test
    void twoAccountsOfOneAddressAreOnePerson() throws Exception {
        String other = Some.reference("other");
        open(author, "Hand@Example.org", false, Roles.OFFICER);
        open(other, "hand@example.org", false, Roles.APPROVER);
        Reference agreement = As.somebody(author, Set.of(Roles.OFFICER), () -> agreements.draft(terms));
        step(
                agreement,
                version -> As.officer(() -> done(() -> agreements.sendForReview(agreement, version, StepData.NONE))));
        assertThatThrownBy(() -> clear(other, agreement)).isInstanceOf(ApproverIsAuthor.class);
    }

    @Test
    void anAddressThatIsSharedJoinsNobody() throws Exception {
        String other = Some.reference("other");
        open(author, "registry@example.net", true, Roles.OFFICER);
        open(other, "registry@example.net", true, Roles.APPROVER);
        Reference agreement = As.somebody(author, Set.of(Roles.OFFICER), () -> agreements.draft(terms));
        step(
                agreement,
                version -> As.officer(() -> done(() -> agreements.sendForReview(agreement, version, StepData.NONE))));
        clear(other, agreement);
    }

    @Test
    void anotherAddressMakesNoOtherPersonAndASharedOneForgetsNoPart() throws Exception {
        String other = Some.reference("other");
        open(author, author + "@example.org", false, Roles.OFFICER);
        open(other, author + "@example.org", false, Roles.APPROVER);
        Reference agreement = As.somebody(author, Set.of(Roles.OFFICER), () -> agreements.draft(terms));
        step(
                agreement,
                version -> As.officer(() -> done(() -> agreements.sendForReview(agreement, version, StepData.NONE))));
        change(other, "elsewhere-" + author + "@example.org", false, Roles.APPROVER);
        assertThatThrownBy(() -> clear(other, agreement)).isInstanceOf(ApproverIsAuthor.class);
        change(other, "elsewhere-" + author + "@example.org", true, Roles.APPROVER);
        assertThatThrownBy(() -> clear(other, agreement)).isInstanceOf(ApproverIsAuthor.class);
    }

    @Test
    void twoWhoTurnOutToBeOneShareTheirParts() throws Exception {
        String other = Some.reference("other");
        open(author, author + "@example.org", false, Roles.OFFICER);
        open(other, other + "@example.org", false, Roles.TREASURER);
        Reference contribution =
                As.officer(() -> contributions.open(Some.contribution(stages.ministry(), null, "USD")));
        Reference entry = As.somebody(
                author, Set.of(Roles.OFFICER), () -> ledger.post(contribution, Some.entry(EntryKind.RECEIPT, "10")));
        change(author, other + "@example.org", false, Roles.OFFICER);
        assertThatThrownBy(() -> As.somebody(other, Set.of(Roles.TREASURER), () -> done(() -> ledger.confirm(entry))))
                .isInstanceOf(ConfirmedByItsAuthor.class);
        As.treasurer(() -> done(() -> ledger.confirm(entry)));
    }

    @Test
    void whoAsksToTakeAnEntryBackConfirmsItWithNoAccount() throws Exception {
        String other = Some.reference("other");
        open(author, author + "@example.org", false, Roles.OFFICER);
        open(other, author + "@example.org", false, Roles.TREASURER);
        Reference contribution =
                As.officer(() -> contributions.open(Some.contribution(stages.ministry(), null, "USD")));
        Reference entry = As.officer(() -> ledger.post(contribution, Some.entry(EntryKind.RECEIPT, "10")));
        As.treasurer(() -> done(() -> ledger.confirm(entry)));
        As.somebody(author, Set.of(Roles.OFFICER), () -> done(() -> reversals.ask(entry, "Bounced", null)));
        assertThatThrownBy(() -> As.somebody(other, Set.of(Roles.TREASURER), () -> reversals.confirmOfReceipt(entry)))
                .isInstanceOf(ReversalConfirmedByItsAsker.class);
        As.treasurer(() -> reversals.confirmOfReceipt(entry));
    }

    @Test
    void theDatabaseKnowsNoAuthorWhoClearsNorRecorderWhoConfirms() throws Exception {
        Reference agreement = stages.inReview(terms);
        long id = stages.agreement(agreement).id();
        String person = journal.rows("SELECT person_id FROM part_played WHERE kind = 'Agreement' AND record_id = ?", id)
                .get(0)
                .get(0);
        assertThatThrownBy(() -> journal.attempt(
                        "INSERT INTO part_played VALUES ('Agreement', " + id + ", " + person + ", 'CLEARER', TRUE)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Duplicate");
        Reference contribution =
                As.officer(() -> contributions.open(Some.contribution(stages.ministry(), null, "USD")));
        Reference receipt = As.officer(() -> ledger.post(contribution, Some.entry(EntryKind.RECEIPT, "10")));
        List<String> recorded = journal.rows(
                        "SELECT r.entry_id, r.person_id FROM ledger_recorder r JOIN ledger_entry e ON e.id = r.entry_id"
                                + " WHERE e.reference = ?",
                        receipt.value())
                .get(0);
        String into = "INSERT INTO ledger_confirmation (id, entry_id, confirmed_by, confirmed_at, recorder_id,"
                + " confirmer_id) VALUES (" + Long.MAX_VALUE + ", " + recorded.get(0) + ", 'x', NOW(), ";
        assertThatThrownBy(() -> journal.attempt(into + recorded.get(1) + ", " + recorded.get(1) + ")"))
                .hasMessageContaining("ledger_confirmation_by_another");
        assertThatThrownBy(() -> journal.attempt(into + "NULL, " + recorded.get(1) + ")"))
                .hasMessageContaining("ledger_confirmation_both_named");
        String nobody = journal.rows("SELECT MAX(id) FROM person WHERE id <> ?", recorded.get(1))
                .get(0)
                .get(0);
        assertThatThrownBy(() -> journal.attempt(into + nobody + ", " + recorded.get(1) + ")"))
                .hasMessageContaining("foreign key");
    }

    @Test
    void whoClearsAndRewritesAtOnceDoesOneOfBoth() throws Exception {
        for (int round = 0; round < 5; round++) {
            Reference partner = stages.company();
            As.officer(() -> done(() -> partners.beginDueDiligence(partner, 0, StepData.NONE)));
            List<Future<Boolean>> both = executor.invokeAll(List.of(
                    () -> succeeds(() -> approve(author, partner)),
                    () -> succeeds(() ->
                            As.somebody(author, BOTH, () -> done(() -> partners.change(partner, 1, Some.company()))))));
            assertThat(both.get(0).get() && both.get(1).get()).isFalse();
        }
    }

    @Test
    void anAccountThatHeldMoreKeepsItUntilItIsChangedAndIsCounted() throws Exception {
        long before = As.administrator(() -> accountQueries.countConflicting()).number();
        System.setProperty("kizuna.small-office", "true");
        try {
            open(author, null, false, Roles.OFFICER, Roles.APPROVER);
        } finally {
            System.clearProperty("kizuna.small-office");
        }
        assertThat(As.administrator(() -> accountQueries.countConflicting()).number())
                .isEqualTo(before + 1);
        change(author, "kept@example.org", false, Roles.OFFICER, Roles.APPROVER);
        assertThatThrownBy(() -> change(author, null, false, Roles.OFFICER, Roles.TREASURER))
                .hasMessageContaining("rolesIncompatible");
        change(author, null, false, Roles.OFFICER);
        assertThatThrownBy(() -> change(author, null, false, Roles.OFFICER, Roles.APPROVER))
                .hasMessageContaining("rolesIncompatible");
        assertThat(As.administrator(() -> accountQueries.countConflicting()).number())
                .isEqualTo(before);
    }

    private void open(String name, @Nullable String email, boolean shared, String... roles) throws Exception {
        As.administrator(
                () -> accounts.open(new AccountData(name, name, email, shared, Set.of(roles), true), PASSWORD));
    }

    private void change(String name, @Nullable String email, boolean shared, String... roles) throws Exception {
        As.administrator(() -> done(() -> accounts.change(
                name,
                accountQueries.find(name).orElseThrow().version(),
                new AccountData(name, name, email, shared, Set.of(roles), true))));
    }

    private List<List<String>> parts(Reference agreement) throws Exception {
        return journal.rows(
                "SELECT part, settled FROM part_played WHERE kind = 'Agreement' AND record_id = ?",
                stages.agreement(agreement).id());
    }

    private void rewrite(String who, Reference agreement) throws Exception {
        AgreementData other = Some.memorandum(stages.ministry(), stages.company());
        step(
                agreement,
                version -> As.somebody(who, BOTH, () -> done(() -> agreements.change(agreement, version, other))));
    }

    private boolean clear(String who, Reference agreement) throws Exception {
        return step(
                agreement,
                version -> As.somebody(
                        who,
                        Set.of(Roles.APPROVER),
                        () -> done(() -> agreements.clear(agreement, version, StepData.NONE))));
    }

    private boolean approve(String who, Reference partner) throws Exception {
        long version = version(partner);
        return As.somebody(
                who, Set.of(Roles.APPROVER), () -> done(() -> partners.approve(partner, version, StepData.NONE)));
    }

    private long version(Reference partner) throws Exception {
        return As.manager(() -> partnerQueries.find(partner.value()))
                .orElseThrow()
                .version();
    }

    private boolean step(Reference agreement, Step step) throws Exception {
        return step.take(stages.agreement(agreement).version());
    }

    private static boolean succeeds(Callable<Boolean> work) {
        try {
            return work.call();
        } catch (Exception refused) {
            return false;
        }
    }

    private static boolean done(Work work) throws Exception {
        work.run();
        return true;
    }

    private interface Work {
        void run() throws Exception;
    }

    private interface Step {
        boolean take(long version) throws Exception;
    }
}
