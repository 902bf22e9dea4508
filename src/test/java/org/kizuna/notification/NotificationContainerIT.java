package org.kizuna.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.feature.Notice;
import org.kizuna.feature.Notices;
import org.kizuna.lifecycle.StepData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.samples.Some;
import org.kizuna.samples.Stages;
import org.kizuna.security.AccountData;
import org.kizuna.security.AccountRegister;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.MailReceiver;

/** People are told what waits for them or came back, with the transaction that tells it, and by mail as they chose. */
@ArquillianTest
class NotificationContainerIT {

    private static final String IN_REVIEW = "agreementInReview";
    private static final String RETURNED = "agreementReturned";
    private static final String PASSWORD = "wistaria under a paper moon";

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction transaction;

    @Inject
    private AccountRegister accounts;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private AgreementQueries agreementQueries;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private Notices notices;

    @Inject
    private NoticeWriter writer;

    @Inject
    private OwnNotices own;

    @Inject
    private Outbox outbox;

    private Journal journal;
    private Stages stages;
    private String author;
    private String approver;

    @BeforeEach
    void somebodyWritesAndSomebodyApproves() throws Exception {
        journal = new Journal(dataSource);
        stages = new Stages(partners, partnerQueries, agreements, agreementQueries);
        author = open(Roles.OFFICER);
        approver = open(Roles.APPROVER);
    }

    @AfterEach
    void nobodyIsMailedAnyMore() throws Exception {
        choose(approver, Delivery.NEVER);
        System.clearProperty("kizuna.mail.host");
        System.clearProperty("kizuna.mail.port");
    }

    @Test
    void whoeverMayJudgeIsToldAndWhoeverWroteItIsToldWhenItComesBack() throws Exception {
        Reference agreement = inReview();
        assertThat(kinds(approver)).containsExactly(IN_REVIEW);
        assertThat(kinds(author)).isEmpty();
        NoticeRow told = own.list(id(approver), Long.MAX_VALUE, 10).get(0);
        assertThat(told.reference()).isEqualTo(agreement.value());
        assertThat(told.link()).isEqualTo("/agreement/view?ref=" + agreement.value());

        As.somebody(approver, Set.of(Roles.APPROVER), () -> {
            agreements.returnToDraft(agreement, version(agreement), StepData.because("The ceiling is missing"));
            return true;
        });
        assertThat(kinds(author)).containsExactly(RETURNED);
        assertThat(kinds(approver)).containsExactly(IN_REVIEW);
        assertThat(own.unread(id(approver))).as("nothing waits any more").isZero();
        assertThat(own.unread(id(author))).isEqualTo(1);
        own.read(id(approver), own.list(id(author), Long.MAX_VALUE, 1).get(0).id());
        assertThat(own.unread(id(author))).as("nobody reads another's").isEqualTo(1);
        own.readAll(id(author), Long.MAX_VALUE);
        assertThat(own.unread(id(author))).isZero();
    }

    @Test
    void whatIsRolledBackIsNeverTold() throws Exception {
        choose(approver, Delivery.AT_ONCE);
        try (MailReceiver mail = new MailReceiver()) {
            serveMail(mail);
            transaction.begin();
            notices.tell(notice("A title that is rolled back"));
            transaction.rollback();
            assertThat(kinds(approver)).isEmpty();
            assertThat(mails(approver)).isEmpty();
            tell("A title that stays");
            assertThat(subject(mail)).contains("A title that stays");
        }
    }

    @Test
    void aMailGoesOutOnceInTheReadersLanguageOnlyIfItIsWanted() throws Exception {
        choose(approver, Delivery.AT_ONCE);
        try (MailReceiver mail = new MailReceiver()) {
            serveMail(mail);
            tell("First");
            assertThat(subject(mail)).contains("First");
            long first = mailOf(approver);
            assertThat(eventually(() -> outbox.find(first).isEmpty()))
                    .as("it waits no more")
                    .isTrue();
            choose(approver, Delivery.NEVER);
            tell("Second");
            choose(approver, Delivery.AT_ONCE);
            tell("Third");
            assertThat(subject(mail)).contains("Third");
            assertThat(kinds(approver)).hasSize(3);
            assertThat(mails(approver)).hasSize(2);
        }
    }

    @Test
    void aDigestIsMadeOnceADay() throws Exception {
        LocalDate day = LocalDate.of(2030, 1, 2);
        try (MailReceiver mail = new MailReceiver()) {
            serveMail(mail);
            tell("First");
            tell("Second");
            assertThat(mails(approver)).isEmpty();
            assertThat(outbox.digested()).contains(id(approver));
            outbox.digest(id(approver), day);
            outbox.digest(id(approver), day);
            assertThat(outbox.digested()).doesNotContain(id(approver));
            MimeMessage message = message(mail);
            assertThat(message.getSubject()).contains("2030", "2");
            assertThat(message.getContent().toString()).contains("First", "Second");
            assertThat(mails(approver)).hasSize(1);
        }
    }

    @Test
    void whatNeverArrivesIsGivenUpAndToldToAnAdministrator() throws Exception {
        String administrator = open(Roles.ADMINISTRATOR);
        long mail = outbox.put(id(approver));
        for (int attempt = 0; attempt < Retry.ATTEMPTS; attempt++) {
            outbox.failed(new Outbox.Waiting(mail, id(approver), Optional.empty(), attempt), "NoRoute");
        }
        assertThat(outbox.find(mail)).isEmpty();
        NoticeRow told = own.list(id(administrator), Long.MAX_VALUE, 1).get(0);
        assertThat(told.kind()).isEqualTo("mailGivenUp");
        assertThat(told.words()).containsExactly(approver, "NoRoute");
    }

    @Test
    void itGoesWithThePerson() throws Exception {
        tell("Letter of Umeko");
        writer.forget("Partner", 1, "Umeko");
        assertThat(kinds(approver)).isEmpty();
        tell("Another");
        choose(approver, Delivery.NEVER);
        writer.forget("Account", id(approver), approver);
        assertThat(kinds(approver)).isEmpty();
        assertThat(own.choices(id(approver), Set.of(Roles.APPROVER))).containsEntry(IN_REVIEW, Delivery.USUAL);
    }

    private Reference inReview() throws Exception {
        return As.somebody(author, Set.of(Roles.OFFICER), () -> {
            Reference agreement = agreements.draft(Some.memorandum(stages.ministry(), stages.company()));
            agreements.sendForReview(agreement, version(agreement), StepData.NONE);
            return agreement;
        });
    }

    private long version(Reference agreement) throws Exception {
        return stages.agreement(agreement).version();
    }

    private void tell(String title) throws Exception {
        transaction.begin();
        notices.tell(notice(title));
        transaction.commit();
    }

    private static Notice notice(String title) {
        return new Notice(
                IN_REVIEW, new RecordRef("Agreement", 0), "KZ-0", List.of("KZ-0", title), Notice.Audience.OTHERS);
    }

    private String open(String role) throws Exception {
        String name = Some.reference("told");
        As.administrator(
                () -> accounts.open(new AccountData(name, name, name + "@example.org", Set.of(role), true), PASSWORD));
        return name;
    }

    private long id(String account) throws SQLException {
        return journal.number("SELECT id FROM account WHERE username = ?", account);
    }

    private List<String> kinds(String account) throws SQLException {
        return own.list(id(account), Long.MAX_VALUE, 10).stream()
                .map(NoticeRow::kind)
                .toList();
    }

    private void choose(String account, Delivery delivery) throws SQLException {
        own.choose(id(account), Map.of(IN_REVIEW, delivery));
    }

    private List<List<String>> mails(String account) throws SQLException {
        return journal.rows("SELECT id FROM outbox WHERE account_id = ?", id(account));
    }

    private long mailOf(String account) throws SQLException {
        return journal.number("SELECT MAX(id) FROM outbox WHERE account_id = ?", id(account));
    }

    private static void serveMail(MailReceiver mail) {
        System.setProperty("kizuna.mail.host", "127.0.0.1");
        System.setProperty("kizuna.mail.port", Integer.toString(mail.port()));
    }

    private static String subject(MailReceiver mail) throws Exception {
        return message(mail).getSubject();
    }

    private static MimeMessage message(MailReceiver mail) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.next().getBytes(StandardCharsets.US_ASCII)));
    }

    private static boolean eventually(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < deadline) {
            if (condition.call()) {
                return true;
            }
        }
        return false;
    }
}
