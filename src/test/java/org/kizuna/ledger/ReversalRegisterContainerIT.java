package org.kizuna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kizuna.contribution.ContributionQueries;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.samples.Some;
import org.kizuna.security.Roles;
import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.Money;
import org.kizuna.shared.Reference;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Owner;
import org.kizuna.testing.Refusals;

/** What two stand for is taken back by two. */
@ArquillianTest
class ReversalRegisterContainerIT {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    private ManagedExecutorService executor;

    @Inject
    private PartnerRegister partners;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private ContributionQueries queries;

    @Inject
    private ReversalRegister reversals;

    @Inject
    private EntryQueries entries;

    private Reference contribution;
    private Reference receipt;

    @BeforeEach
    void receiveAHundred() throws Exception {
        Reference donor = As.officer(() -> partners.register(Some.ministry()));
        contribution = As.officer(() -> contributions.open(Some.contribution(donor, null, "USD")));
        receipt = As.officer(() -> ledger.post(contribution, Some.entry(EntryKind.RECEIPT, "100")));
        As.treasurer(() -> {
            ledger.confirm(receipt);
            return true;
        });
    }

    @Test
    void aConfirmedReceiptIsTakenBackWhenATreasurerConfirmsWhatAnotherAsks() throws Exception {
        assertThatThrownBy(() -> As.officer(() -> ledger.reverse(receipt, "Bounced", null)))
                .isInstanceOf(ReversalNeedsASecond.class);
        assertThat(Refusals.of(() -> As.officer(() -> asked(receipt, " ")))).containsExactly("reason: required");
        As.officer(() -> asked(receipt, "Bounced"));
        assertThat(row(receipt).reversalAskedBy()).isEqualTo("officer");
        assertThat(received()).as("it counts until then").isEqualTo(Money.of("100", "USD"));
        assertThat(waiting()).contains(receipt);
        int before = As.treasurer(() -> entries.awaitingReversal(true)).number();
        assertThatThrownBy(() -> As.approver(() -> reversals.confirm(receipt))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> As.officer2(() -> reversals.confirmOfReceipt(receipt)))
                .isInstanceOf(EJBAccessException.class);
        Reference reversal = As.treasurer(() -> reversals.confirmOfReceipt(receipt));
        assertThat(row(receipt).reversedBy()).isEqualTo(reversal);
        assertThat(row(receipt).reversalAskedBy()).isNull();
        assertThat(row(reversal).reason()).isEqualTo("Bounced");
        assertThat(received()).isEqualTo(Money.of("0", "USD"));
        assertThat(As.treasurer(() -> entries.awaitingReversal(true)).number()).isEqualTo(before - 1);
        assertThat(new Journal(dataSource)
                        .rows(
                                "SELECT s.actor, s.action FROM journal_change_set s JOIN journal_change c ON"
                                        + " c.change_set_id = s.id WHERE c.entity = 'ReversalRequest' AND c.reference = ?"
                                        + " ORDER BY s.id",
                                receipt.value()))
                .extracting(row -> row.get(0), row -> row.get(1))
                .containsExactly(
                        tuple("officer", "ReversalRegister.ask"),
                        tuple("treasurer", "ReversalRegister.confirmOfReceipt"));
    }

    @Test
    void aRefundIsTakenBackByTwo() throws Exception {
        Reference refund = As.approver(() -> ledger.giveUp(contribution, Some.entry(EntryKind.REFUND, "30", Some.DAY)));
        assertThatThrownBy(() -> As.officer(() -> ledger.reverse(refund, "Not paid", null)))
                .isInstanceOf(ReversalNeedsASecond.class);
        As.approver(() -> asked(refund, "Not paid"));
        assertThatThrownBy(() -> As.approver(() -> reversals.confirm(refund)))
                .isInstanceOf(ReversalConfirmedByItsAsker.class);
        assertThatThrownBy(() -> As.treasurer(() -> reversals.confirmOfReceipt(refund)))
                .isInstanceOf(EJBAccessException.class);
        As.somebody("approver2", Set.of(Roles.APPROVER), () -> reversals.confirm(refund));
        assertThat(received()).isEqualTo(Money.of("100", "USD"));
    }

    @Test
    void whatOneStandsForNeedsNoSecond() throws Exception {
        Reference pledge = As.officer(() -> ledger.post(contribution, Some.entry(EntryKind.PLEDGE, "5")));
        assertThatThrownBy(() -> As.officer(() -> asked(pledge, "Mistyped"))).isInstanceOf(ReversalNeedsNoSecond.class);
    }

    @Test
    void oneRequestWaitsAtATimeAndMayBeDeclined() throws Exception {
        As.officer(() -> asked(receipt, "Bounced"));
        assertThatThrownBy(() -> As.officer2(() -> asked(receipt, "Bounced"))).isInstanceOf(ReversalAskedAlready.class);
        assertThatThrownBy(() -> As.officer2(() -> declined(receipt))).isInstanceOf(EJBAccessException.class);
        As.treasurer(() -> declined(receipt));
        assertThatThrownBy(() -> As.treasurer(() -> reversals.confirmOfReceipt(receipt)))
                .isInstanceOf(ReversalNotAsked.class);
        assertThat(row(receipt).canBeReversed()).isTrue();
        As.officer2(() -> asked(receipt, "Bounced after all"));
        As.officer2(() -> declined(receipt));
        assertThat(received()).isEqualTo(Money.of("100", "USD"));
    }

    @Test
    void aReceiptThatRefundsStandOnStays() throws Exception {
        As.officer(() -> asked(receipt, "Bounced"));
        As.approver(() -> ledger.giveUp(contribution, Some.entry(EntryKind.REFUND, "30", Some.DAY)));
        assertThatThrownBy(() -> As.treasurer(() -> reversals.confirmOfReceipt(receipt)))
                .isInstanceOf(MorePaidBackThanReceived.class);
    }

    @Test
    void twoWhoConfirmAtOnceTakeItBackOnce() throws Exception {
        As.officer(() -> asked(receipt, "Bounced"));
        Callable<Boolean> confirming = () -> {
            try {
                As.treasurer(() -> reversals.confirmOfReceipt(receipt));
                return true;
            } catch (BusinessRuleViolation refused) {
                return false;
            }
        };
        long done = 0;
        for (Future<Boolean> one : executor.invokeAll(Collections.nCopies(3, confirming))) {
            done += one.get() ? 1 : 0;
        }
        assertThat(done).isEqualTo(1);
        assertThat(received()).isEqualTo(Money.of("0", "USD"));
    }

    @Test
    void theDatabaseKnowsTheRuleToo() throws Exception {
        As.officer(() -> asked(receipt, "Bounced"));
        try (Connection owner = Owner.connect(dataSource);
                PreparedStatement update = owner.prepareStatement(
                        "UPDATE reversal_request SET answer = 'CONFIRMED', answered_by = asked_by, answered_at = asked_at"
                                + " WHERE entry_id = (SELECT id FROM ledger_entry WHERE reference = ?)")) {
            update.setString(1, receipt.value());
            assertThatThrownBy(update::executeUpdate).isInstanceOf(SQLException.class);
        }
    }

    private boolean asked(Reference entry, String reason) {
        reversals.ask(entry, reason, null);
        return true;
    }

    private boolean declined(Reference entry) {
        reversals.decline(entry, "The bank says it stays");
        return true;
    }

    private EntryRow row(Reference entry) throws Exception {
        return As.manager(() -> entries.find(entry.value())).orElseThrow();
    }

    private Money received() throws Exception {
        return As.manager(() -> queries.find(contribution.value()))
                .orElseThrow()
                .totals()
                .received();
    }

    private java.util.List<Reference> waiting() throws Exception {
        long id = As.manager(() -> queries.find(contribution.value()))
                .orElseThrow()
                .id();
        EntryCriteria criteria =
                new EntryCriteria(null, id, null, null, null, null, null, null, null, null, null, false, true);
        return As.treasurer(() -> entries.list(criteria, PageRequest.first(10)).items()).stream()
                .map(EntryRow::reference)
                .toList();
    }
}
