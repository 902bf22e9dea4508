package org.kizuna.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementData;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.agreement.PartyRole;
import org.kizuna.event.EventData;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRegister;
import org.kizuna.history.report.JournalSearch;
import org.kizuna.history.report.SearchCriteria;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.samples.Some;
import org.kizuna.security.AccountData;
import org.kizuna.security.AccountIsActive;
import org.kizuna.security.AccountQueries;
import org.kizuna.security.AccountRegister;
import org.kizuna.security.Roles;
import org.kizuna.shared.NamedPersons;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Refusals;

@ArquillianTest
class PersonRegisterContainerIT {

    private static final String WHY = "Asked for by letter";

    private final String erasedToday = "erased on " + LocalDate.now(ZoneOffset.UTC);

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private PersonRegister register;

    @Inject
    private PersonQueries queries;

    @Inject
    private HistoryQueries history;

    @Inject
    private JournalSearch search;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private AgreementQueries agreementQueries;

    @Inject
    private EventRegister events;

    @Inject
    private EventQueries eventQueries;

    @Inject
    private AccountRegister accounts;

    @Inject
    private AccountQueries accountQueries;

    @Test
    void theJournalTellsOfPersonsWithoutHoldingThem() throws Exception {
        String name = Some.name("Hanako");
        Reference partner = company(name);
        assertThat(new Journal(dataSource)
                        .number("SELECT COUNT(*) FROM journal_change WHERE after_values LIKE ?", '%' + name + '%'))
                .isZero();
        assertThat(told("Partner", partner)).contains(name).contains("Director").doesNotContain("personal");
        assertThat(As.auditor(() -> search.find(searching(name), null, 10)).entries())
                .as("the journal is searched by what it tells")
                .extracting(JournalEntry::reference)
                .containsExactly(partner.value());
    }

    @Test
    void whatStaysTheSameKeepsItsCommitment() throws Exception {
        String name = Some.name("Hanako");
        Reference partner = company(name);
        long version = As.officer(() -> partnerQueries.find(partner.value()))
                .orElseThrow()
                .version();
        As.officer(() -> {
            partners.change(
                    partner, version, Some.company(new PartnerData.Contact(name, "Minister", null, "+81 3 1234")));
            return true;
        });
        long id = id("partner", partner);
        List<List<String>> rows = new Journal(dataSource)
                .rows(
                        "SELECT after_values, before_values FROM journal_change WHERE entity = 'Partner' AND entity_id ="
                                + " ? ORDER BY change_set_id",
                        id);
        String first = contacts(rows.get(0).get(0));
        assertThat(contacts(rows.get(1).get(1))).isEqualTo(first);
        assertThat(contacts(rows.get(1).get(0))).isNotEqualTo(first);
        assertThat(told("Partner", partner)).contains("Director", "Minister");
    }

    private static String contacts(String values) {
        return values.substring(values.indexOf("\"contacts\":"), values.indexOf(']', values.indexOf("\"contacts\":")));
    }

    @Test
    void erasesWhatIsKeptOfAPersonEverywhere() throws Exception {
        String name = Some.name("Hanako");
        Reference partner = company(name);
        Reference agreement = As.officer(() -> agreements.draft(Some.memorandum(List.of(
                new AgreementData.Party(partner.value(), PartyRole.DONOR, name, "Director"),
                Some.party(company(Some.name("Taro")), PartyRole.ADMINISTRATOR)))));
        Reference event = As.officer(() -> events.plan(Some.webinar(
                List.of(), List.of(new EventData.Speaker(name, "Director", null, null, "Welcome")), List.of())));

        List<NamedPerson> found =
                As.administrator(() -> queries.find(name.toUpperCase(java.util.Locale.ROOT), 10)).stream()
                        .map(PersonQueries.Found::person)
                        .toList();
        assertThat(found)
                .containsExactlyInAnyOrder(
                        new NamedPerson("Partner", id("partner", partner), name),
                        new NamedPerson("Agreement", id("agreement", agreement), name),
                        new NamedPerson("IsidEvent", id("isid_event", event), name));
        assertThat(As.administrator(() -> register.erase(found, WHY))).isEqualTo(8);

        assertThat(whereverItStands(name)).isEmpty();
        assertThat(As.administrator(() -> queries.find(name, 10))).isEmpty();
        assertThat(As.officer(() -> partnerQueries.find(partner.value()))
                        .orElseThrow()
                        .data()
                        .contacts())
                .isEmpty();
        assertThat(As.officer(() -> agreementQueries.find(agreement.value()))
                        .orElseThrow()
                        .parties()
                        .get(0)
                        .signatory())
                .isEqualTo(NamedPersons.NOBODY);
        assertThat(As.officer(() -> eventQueries.find(event.value()))
                        .orElseThrow()
                        .data()
                        .speakers())
                .singleElement()
                .satisfies(speaker -> {
                    assertThat(speaker.person()).isEqualTo(NamedPersons.NOBODY);
                    assertThat(speaker.personTitle()).isNull();
                    assertThat(speaker.message()).isEqualTo("Welcome");
                });
        assertThat(told("Partner", partner)).contains(erasedToday).doesNotContain(name, "Director");
        assertThat(told("Agreement", agreement)).contains(erasedToday).doesNotContain(name, "Director");
        PersonQueries.Erasure erasure = As.auditor(() -> queries.erasures(1)).get(0);
        assertThat(erasure.actor()).isEqualTo("admin");
        assertThat(erasure.reason()).isEqualTo(WHY);
        assertThat(erasure.values()).isEqualTo(8);
    }

    @Test
    void leavesTheOthersOfTheSameRecord() throws Exception {
        String name = Some.name("Hanako");
        String other = Some.name("Taro");
        Reference event = As.officer(() -> events.plan(Some.webinar(
                List.of(),
                List.of(
                        new EventData.Speaker(name, "Director", null, null, null),
                        new EventData.Speaker(other, "Director", null, null, null)),
                List.of())));
        As.administrator(
                () -> register.erase(List.of(new NamedPerson("IsidEvent", id("isid_event", event), name)), WHY));
        assertThat(As.officer(() -> eventQueries.find(event.value()))
                        .orElseThrow()
                        .data()
                        .speakers())
                .extracting(EventData.Speaker::person, EventData.Speaker::personTitle)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(NamedPersons.NOBODY, null),
                        org.assertj.core.groups.Tuple.tuple(other, "Director"));
        assertThat(told("IsidEvent", event)).contains(other, "Director", erasedToday);
    }

    @Test
    void erasesThePastOfSomebodyWhoIsNoLongerNamed() throws Exception {
        String name = Some.name("Hanako");
        Reference partner = company(name);
        long version = As.officer(() -> partnerQueries.find(partner.value()))
                .orElseThrow()
                .version();
        As.officer(() -> {
            partners.change(partner, version, Some.company());
            return true;
        });
        NamedPerson person = new NamedPerson("Partner", id("partner", partner), name);
        assertThat(As.administrator(() -> register.erase(List.of(person), WHY))).isEqualTo(4);
        assertThat(told("Partner", partner)).contains(erasedToday).doesNotContain(name);
        assertThat(whereverItStands(name)).isEmpty();
        assertThatThrownBy(() -> As.administrator(() -> register.erase(List.of(person), WHY)))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void theHolderOfAnAccountIsErasedOnceItIsSwitchedOff() throws Exception {
        String username = Some.reference("h");
        String name = Some.name("Hanako");
        AccountData data = new AccountData(username, name, "hanako@example.org", Set.of(Roles.MANAGER), true);
        As.administrator(() -> accounts.open(data, "a long password"));
        List<NamedPerson> person = List.of(new NamedPerson(
                "Account",
                As.administrator(() -> accountQueries.find(username))
                        .orElseThrow()
                        .id(),
                username));
        assertThatThrownBy(() -> As.administrator(() -> register.erase(person, WHY)))
                .isInstanceOf(AccountIsActive.class);
        assertThat(As.administrator(() -> queries.find(name, 10))).isNotEmpty();
        As.administrator(() -> {
            accounts.change(
                    username, 0, new AccountData(username, name, "hanako@example.org", Set.of(Roles.MANAGER), false));
            return register.erase(person, WHY);
        });
        assertThat(whereverItStands(name)).isEmpty();
        assertThat(As.administrator(() -> accountQueries.find(username))
                        .orElseThrow()
                        .data()
                        .displayName())
                .isEqualTo(NamedPersons.NOBODY);
    }

    @Test
    void nobodyButAnAdministratorErasesAndNeverWithoutAReason() throws Exception {
        NamedPerson person = new NamedPerson("Partner", 1, "Somebody");
        assertThatThrownBy(() -> As.officer(() -> register.erase(List.of(person), WHY)))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> As.auditor(() -> register.erase(List.of(person), WHY)))
                .isInstanceOf(EJBAccessException.class);
        assertThat(Refusals.of(() -> As.administrator(() -> register.erase(List.of(), " "))))
                .containsExactly("reason: required", "persons: nobodyChosen");
    }

    private Reference company(String contact) throws Exception {
        return As.officer(() -> partners.register(
                Some.company(new PartnerData.Contact(contact, "Director", "director@example.org", "+81 3 1234"))));
    }

    private long id(String table, Reference reference) throws SQLException {
        return new Journal(dataSource).number("SELECT id FROM " + table + " WHERE reference = ?", reference.value());
    }

    /** Everything the history of a record says. */
    private String told(String kind, Reference reference) throws Exception {
        String table = kind.equals("IsidEvent") ? "isid_event" : kind.toLowerCase(java.util.Locale.ROOT);
        return As.officer(() -> history.ofRecord(new RecordRef(kind, id(table, reference)), null, 100)).items().stream()
                .flatMap(change -> change.fields().stream())
                .map(FieldChange::toString)
                .collect(Collectors.joining("\n"));
    }

    private static SearchCriteria searching(String value) {
        return new SearchCriteria(null, null, null, null, null, null, null, value, null, null);
    }

    /** Every column of the database that holds the name. */
    private List<String> whereverItStands(String name) throws SQLException {
        Journal database = new Journal(dataSource);
        List<String> found = new ArrayList<>();
        for (List<String> column : database.rows("SELECT table_name, column_name FROM information_schema.columns WHERE"
                + " table_schema = DATABASE() AND data_type IN ('varchar', 'char', 'text', 'mediumtext')")) {
            // the word index keeps words apart, so the last word of the name is looked for
            String word = name.substring(name.lastIndexOf(' ') + 1);
            if (database.number(
                            "SELECT COUNT(*) FROM `" + column.get(0) + "` WHERE `" + column.get(1) + "` LIKE ?",
                            '%' + word + '%')
                    > 0) {
                found.add(String.join(".", column));
            }
        }
        return found;
    }
}
