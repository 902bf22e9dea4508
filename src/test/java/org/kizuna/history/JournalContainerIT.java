package org.kizuna.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.metamodel.EntityType;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.document.DocumentRegister;
import org.kizuna.event.EventRegister;
import org.kizuna.exchange.ImportRegister;
import org.kizuna.installation.InstallationRegister;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.ledger.ReversalRegister;
import org.kizuna.lifecycle.StepData;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.Sector;
import org.kizuna.rate.ExchangeRates;
import org.kizuna.samples.Some;
import org.kizuna.security.AccountData;
import org.kizuna.security.AccountRegister;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.tag.TagRegister;
import org.kizuna.tag.TagVocabulary;
import org.kizuna.tag.TagsData;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;

@ArquillianTest
class JournalContainerIT {

    /** Derived from other records, in the same transaction, by SQL of their own; nothing persists them. */
    private static final Set<String> DERIVED = Set.of("SearchEntry", "SearchTerm", "UnconfirmedReceipt");

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @PersistenceContext
    private EntityManager entities;

    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction transaction;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private ReversalRegister reversals;

    @Inject
    private ExchangeRates rates;

    @Inject
    private EventRegister events;

    @Inject
    private DocumentRegister documents;

    @Inject
    private ImportRegister imports;

    @Inject
    private TagRegister tags;

    @Inject
    private AccountRegister accounts;

    @Inject
    private InstallationRegister installation;

    @Test
    void keepsWhoDidWhatInWhichRoleThroughWhichDoor() throws Exception {
        PartnerData before = Some.company();
        Reference reference = As.officer(() -> partners.register(before));
        String after = Some.name("Renamed");
        As.officer2(() -> {
            partners.change(reference, 0, PartnerData.of(after, Sector.ACADEMIA, "JP"));
            return true;
        });
        List<List<String>> rows = new Journal(dataSource)
                .rows(
                        "SELECT s.actor, s.actor_role, s.channel, s.action, c.operation, c.version, c.before_values, c.after_values"
                                + " FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id"
                                + " WHERE c.entity = 'Partner' AND c.reference = ? ORDER BY s.id",
                        reference.value());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).subList(0, 7))
                .containsExactly("officer", "OFFICER", "PAGE", "PartnerRegister.register", "INSERT", "0", "null");
        assertThat(rows.get(1))
                .containsExactly(
                        "officer2",
                        "OFFICER",
                        "PAGE",
                        "PartnerRegister.change",
                        "UPDATE",
                        "1",
                        "{\"legalName\":\"" + before.legalName()
                                + "\",\"organisationTypeCode\":\"70\",\"sector\":\"PRIVATE_SECTOR\"}",
                        "{\"legalName\":\"" + after + "\",\"organisationTypeCode\":\"80\",\"sector\":\"ACADEMIA\"}");
    }

    @Test
    void keepsListsBeforeAndAfter() throws Exception {
        PartnerData plain = Some.company();
        Reference reference = As.officer(() -> partners.register(plain));
        PartnerData named = new PartnerData(
                null,
                plain.legalName(),
                null,
                null,
                plain.sector(),
                null,
                "JP",
                null,
                null,
                null,
                false,
                List.of(new PartnerData.Name(null, "Also called", LocalDate.of(2020, 1, 1))),
                List.of(),
                List.of());
        As.officer(() -> {
            partners.change(reference, 0, named);
            return true;
        });
        assertThat(new Journal(dataSource)
                        .rows(
                                "SELECT before_values, after_values FROM journal_change WHERE reference = ? AND operation = 'UPDATE'",
                                reference.value()))
                .containsExactly(List.of(
                        "{\"names\":[]}",
                        "{\"names\":[{\"kind\":\"ALIAS\",\"name\":\"Also called\",\"until\":\"2020-01-01\"}]}"));
    }

    @Test
    void keepsTheReason() throws Exception {
        Reference reference = As.officer(() -> partners.register(Some.company()));
        As.officer(() -> {
            partners.retire(reference, 0, StepData.because("merged with another"));
            return true;
        });
        assertThat(new Journal(dataSource)
                        .rows(
                                "SELECT s.reason FROM journal_change_set s JOIN journal_change c ON c.change_set_id = s.id"
                                        + " WHERE c.reference = ? AND c.operation = 'UPDATE'",
                                reference.value()))
                .containsExactly(List.of("merged with another"));
    }

    @Test
    void aSaveThatChangesNothingLeavesNoTrace() throws Exception {
        PartnerData data = Some.company();
        Reference reference = As.officer(() -> partners.register(data));
        As.officer(() -> {
            partners.change(reference, 0, data);
            return true;
        });
        assertThat(As.officer(() -> partnerQueries.find(reference.value()))
                        .orElseThrow()
                        .version())
                .isZero();
    }

    @Test
    void whatARegisterRefusesLeavesNoTrace() throws Exception {
        Journal journal = new Journal(dataSource);
        long before = journal.number("SELECT COUNT(*) FROM journal_change");
        Reference taken = As.officer(() -> partners.register(Some.company()));
        PartnerData same = new PartnerData(
                taken.value(),
                Some.name("Same"),
                null,
                null,
                Sector.ACADEMIA,
                null,
                "JP",
                null,
                null,
                null,
                false,
                List.of(),
                List.of(),
                List.of());
        assertThatThrownBy(() -> As.officer(() -> partners.register(same)))
                .isInstanceOf(org.kizuna.shared.ReferenceTaken.class);
        assertThat(journal.number("SELECT COUNT(*) FROM journal_change")).isEqualTo(before + 1);
        assertThat(journal.number(
                        "SELECT COUNT(*) FROM partner WHERE legal_name = ?", String.valueOf(same.legalName())))
                .isZero();
    }

    @Test
    void refusesWhatIsWrittenThroughNoRegister() throws Exception {
        transaction.begin();
        try {
            entities.createQuery("select p from Partner p", org.kizuna.partner.Partner.class)
                    .setMaxResults(1)
                    .getResultList();
            assertThatThrownBy(() -> {
                        entities.persist(new org.kizuna.security.Account(
                                new AccountData("backdoor", "Back Door", null, Set.of("OFFICER"), true),
                                "x",
                                java.time.Instant.EPOCH));
                        entities.flush();
                    })
                    .hasStackTraceContaining("WriteOutsideRegister");
        } finally {
            transaction.rollback();
        }
        assertThat(new Journal(dataSource).number("SELECT COUNT(*) FROM account WHERE username = 'backdoor'"))
                .isZero();
    }

    @Test
    void noEntityEscapes() throws Exception {
        touchEveryEntity();
        Journal journal = new Journal(dataSource);
        Set<String> unjournaled = new TreeSet<>();
        for (EntityType<?> type : entities.getMetamodel().getEntities()) {
            if (DERIVED.contains(type.getName())) {
                continue;
            }
            long rows = entities.createQuery("select count(x) from " + type.getName() + " x", Long.class)
                    .getSingleResult();
            long journaled = journal.number(
                    "SELECT COALESCE(SUM(CASE operation WHEN 'INSERT' THEN 1 WHEN 'DELETE' THEN -1 ELSE 0 END), 0)"
                            + " FROM journal_change WHERE entity = ?",
                    type.getName());
            if (rows == 0 || rows != journaled) {
                unjournaled.add(type.getName() + ": " + rows + " rows, " + journaled + " in the journal");
            }
        }
        assertThat(unjournaled).isEmpty();
    }

    /** A new entity makes the test above fail until somebody is seen to write it here. */
    private void touchEveryEntity() throws Exception {
        As.administrator(() -> {
            String name = Some.name("u").replace(" ", "");
            accounts.open(new AccountData(name, "Somebody", null, Set.of("MANAGER"), true), "a long password");
            rates.publish(List.of(new ExchangeRates.Published(
                    "NOK",
                    LocalDate.of(1990, 1, 1).plusDays(System.nanoTime() % 10_000),
                    new BigDecimal("8.5"),
                    "Test")));
            if (new Journal(dataSource).number("SELECT COUNT(*) FROM setting") == 0) {
                installation.beginSamples();
            }
            return true;
        });
        Reference donor = As.officer(() -> partners.register(Some.ministry()));
        Reference other = As.officer(() -> partners.register(Some.company()));
        As.officer(() -> {
            agreements.draft(Some.memorandum(donor, other));
            events.openSeries(Some.series());
            events.plan(Some.webinar());
            imports.bring("Test", Some.file("x.csv", "calendar_year,donor,category,revenue_type,amount_usd\n"));
            documents.attach(new RecordRef("Partner", id(donor)), null, Some.file("note.txt", "A note."));
            tags.change(
                    new RecordRef("Partner", id(donor)),
                    0,
                    new TagsData(List.of(new TagsData.Chosen(TagVocabulary.SDG_GOAL, "9", null))));
            return true;
        });
        Reference contribution = As.officer(() -> contributions.open(Some.contribution(donor, null, "USD")));
        Reference receipt = As.officer(() -> ledger.post(contribution, Some.entry(EntryKind.RECEIPT, "5")));
        As.treasurer(() -> {
            ledger.confirm(receipt);
            return true;
        });
        As.officer(() -> {
            reversals.ask(receipt, "Entered twice", null);
            partners.beginDueDiligence(other, 0, StepData.NONE);
            return true;
        });
        As.approver(() -> {
            partners.approve(other, 1, StepData.NONE);
            return true;
        });
        As.officer(() -> {
            partners.change(other, 2, Some.company());
            return true;
        });
        As.administrator(() -> {
            if (new Journal(dataSource).number("SELECT COUNT(*) FROM account WHERE username = 'admin'") == 0) {
                accounts.open(
                        new AccountData("admin", "Admin", null, Set.of("ADMINISTRATOR"), true), "a long password");
            }
            accounts.issueToken("test", LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30));
            return true;
        });
    }

    private long id(Reference partner) {
        return partnerQueries.find(partner.value()).orElseThrow().id();
    }

    @Test
    void passwordsAndTokensStayOutOfIt() throws Exception {
        String name = Some.name("u").replace(" ", "");
        As.administrator(() ->
                accounts.open(new AccountData(name, "Somebody", null, Set.of("MANAGER"), true), "a secret of mine"));
        String after = new Journal(dataSource)
                .rows("SELECT after_values FROM journal_change WHERE entity = 'Account' AND reference = ?", name)
                .get(0)
                .get(0);
        String hash = new Journal(dataSource)
                .rows("SELECT password_hash FROM account WHERE username = ?", name)
                .get(0)
                .get(0);
        assertThat(after).contains("\"passwordHash\":\"secret:").doesNotContain("a secret of mine", hash);
    }

    @Test
    void theDatabaseRefusesToBendItForTheApplication() {
        for (String sql : List.of(
                "UPDATE journal_change_set SET actor = 'nobody'",
                "UPDATE journal_change SET after_values = '{}'",
                "DELETE FROM journal_change",
                "DELETE FROM journal_change_set",
                "DELETE FROM journal_mention",
                "TRUNCATE TABLE journal_change",
                "UPDATE ledger_entry SET amount = 0",
                "DELETE FROM ledger_entry",
                "UPDATE ledger_confirmation SET confirmed_by = 'nobody'",
                "DELETE FROM document_chunk",
                "DROP TABLE journal_mention",
                "CREATE TABLE backdoor (id INT)",
                "ALTER TABLE journal_change ADD COLUMN x INT")) {
            assertThatThrownBy(() -> new Journal(dataSource).attempt(sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void neitherTheAuditorNorTheManagerWrites() {
        assertThatThrownBy(() -> As.auditor(() -> partners.register(Some.company())))
                .isInstanceOf(EJBException.class);
        assertThatThrownBy(() -> As.manager(() -> events.plan(Some.webinar()))).isInstanceOf(EJBException.class);
    }
}
