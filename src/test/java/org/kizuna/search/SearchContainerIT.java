package org.kizuna.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementCriteria;
import org.kizuna.agreement.AgreementData;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.agreement.AgreementRow;
import org.kizuna.contribution.ContributionCriteria;
import org.kizuna.contribution.ContributionQueries;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.contribution.ContributionRow;
import org.kizuna.event.EventCriteria;
import org.kizuna.event.EventData;
import org.kizuna.event.EventPartnerRole;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRegister;
import org.kizuna.event.EventRow;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.partner.PartnerCriteria;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerName;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.PartnerRow;
import org.kizuna.partner.Sector;
import org.kizuna.samples.Case;
import org.kizuna.samples.Some;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.KeysetQuery;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.testing.As;

@ArquillianTest
class SearchContainerIT {

    private static final List<String> HOSTILE = List.of(
            "%",
            "_",
            "%%%",
            "!",
            "!%",
            "'",
            "''",
            "\"",
            "\\",
            "`",
            "+-*()~<>@",
            "+-*()~<>@\"'%_!\\",
            "*",
            "()",
            "--",
            ";",
            "\u0000",
            "\uD83D",
            "🍣🍣",
            "?1",
            ":word0",
            "{d '1'}",
            "' or 1=1 --",
            "x') union select 1 --",
            "a AND b OR NOT c",
            "+a -b");

    @PersistenceUnit
    private EntityManagerFactory factory;

    @Inject
    private RecordDirectory directory;

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
    private ContributionQueries contributionQueries;

    @Inject
    private EventRegister events;

    @Inject
    private EventQueries eventQueries;

    @Test
    void findsAPartnerByTheBeginningOfAnyWordOfItsName() throws Exception {
        String word = word();
        Reference partner = register("Nagoya " + word + "shima Works");
        assertThat(found(word)).containsExactly(partner.value());
        assertThat(found(word.substring(0, word.length() - 1))).contains(partner.value());
        assertThat(found(word.toUpperCase(java.util.Locale.ROOT) + "SHI")).containsExactly(partner.value());
        assertThat(found("works " + word)).containsExactly(partner.value());
        assertThat(found("  nag   wor " + word + " ")).containsExactly(partner.value());
        assertThat(found(word.substring(1))).isEmpty();
        assertThat(found(word + " elsewhere")).isEmpty();
        assertThat(listed(word)).containsExactly(partner.value());
        assertThat(listed(word + " elsewhere")).isEmpty();
    }

    @Test
    void findsAPartnerByItsOtherNamesAndIdentifiers() throws Exception {
        String local = word();
        String acronym = word();
        String alias = word();
        String former = word();
        String code = word();
        PartnerData plain = Some.company();
        Reference partner = As.officer(() -> partners.register(new PartnerData(
                null,
                plain.legalName(),
                local + " local",
                acronym,
                Sector.ACADEMIA,
                null,
                "JP",
                null,
                null,
                null,
                false,
                List.of(
                        new PartnerData.Name(PartnerName.Kind.ALIAS, "also " + alias, null),
                        new PartnerData.Name(PartnerName.Kind.FORMER, "was " + former, Some.DAY)),
                List.of(new PartnerData.Identifier("US-NY_CR", code)),
                List.of())));
        for (String question : List.of(local, acronym, alias, former, code, String.valueOf(plain.legalName()))) {
            assertThat(found(question)).as(question).contains(partner.value());
            assertThat(listed(question)).as(question).contains(partner.value());
        }
        // a name it no longer goes by leads nowhere
        As.officer(() -> {
            partners.change(partner, 0, PartnerData.of(String.valueOf(plain.legalName()), Sector.ACADEMIA, "JP"));
            return true;
        });
        assertThat(found(alias)).isEmpty();
        assertThat(found(code)).isEmpty();
    }

    @Test
    void readsAccentsCaseAndWidthAsOne() throws Exception {
        String mark = word();
        Reference partner = register("Société Générale Ångström Łódź Straße ＫＯＭＡＴＳＵ " + mark);
        for (String question : List.of(
                "societe",
                "SOCIÉTÉ",
                "generale",
                "angstrom",
                "lodz",
                "strasse",
                "STRASSE",
                "komatsu",
                "Ｋｏｍａｔｓｕ",
                "Générale")) {
            assertThat(found(question + " " + mark)).as(question).containsExactly(partner.value());
            assertThat(found(Normalizer.normalize(question, Normalizer.Form.NFD) + " " + mark))
                    .as(question + " in its parts")
                    .containsExactly(partner.value());
        }
        Reference apart = register(Normalizer.normalize("Équipe " + mark, Normalizer.Form.NFD));
        assertThat(found("equipe " + mark)).containsExactly(apart.value());
    }

    @Test
    void findsJapaneseNamesByAnyPartOfThem() throws Exception {
        String mark = word();
        Reference jica = register("独立行政法人国際協力機構 " + mark);
        Reference toyota = register("トヨタ自動車株式会社 " + mark);
        for (String question : List.of("国際協力機構", "協力", "独立行政法人", "国", "国際 機構")) {
            assertThat(found(question + " " + mark)).as(question).containsExactly(jica.value());
        }
        for (String question : List.of("トヨタ", "ﾄﾖﾀ", "自動車", "株式会社", "ヨタ")) {
            assertThat(found(question + " " + mark)).as(question).containsExactly(toyota.value());
        }
        Reference gas = register("東京ガス ひらがな データ " + mark);
        for (String question : List.of("ガス", "ｶﾞｽ", "ガス", "らが", "データ", "東京")) {
            assertThat(found(question + " " + mark)).as(question).containsExactly(gas.value());
        }
        assertThat(found("京都 " + mark)).isEmpty();
        assertThat(found("ヨタト " + mark)).isEmpty();
    }

    @Test
    void findsWholeNamesInJapaneseChineseAndKorean() throws Exception {
        JsonObject search = Json.createReader(new StringReader(Case.text("search-cjk.json")))
                .readObject();
        for (String name : search.getJsonArray("register").getValuesAs(JsonString::getString)) {
            register(name);
        }
        for (String question : search.getJsonObject("ask").keySet()) {
            List<String> right =
                    search.getJsonObject("ask").getJsonArray(question).getValuesAs(JsonString::getString);
            assertThat(As.manager(() -> directory.search(question, "Partner", 20)))
                    .extracting(SearchHit::title)
                    .as(question)
                    .containsExactlyElementsOf(right);
        }
    }

    @Test
    void findsAcronymsAboveAllAndTheExactNameBeforeOthers() throws Exception {
        String word = word();
        Reference longer = register(word + " aaa");
        Reference exact = register(word);
        Reference acronym = As.officer(() -> partners.register(new PartnerData(
                null,
                "Zz " + word,
                null,
                word,
                Sector.ACADEMIA,
                null,
                "JP",
                null,
                null,
                null,
                false,
                List.of(),
                List.of(),
                List.of())));
        assertThat(found(word)).containsExactly(acronym.value(), exact.value(), longer.value());
        assertThat(found(" " + word.toUpperCase(java.util.Locale.ROOT) + "\u200b"))
                .containsExactly(acronym.value(), exact.value(), longer.value());
    }

    @Test
    void findsAWordWithOneSlipWhereNothingElseIsFound() throws Exception {
        String mark = "qx" + word().replaceAll("[^a-z]", "") + "zmork";
        Reference partner = register("Institute " + mark);
        String slip = mark.substring(0, 3) + mark.charAt(4) + mark.charAt(3) + mark.substring(5);
        String question = mark.charAt(3) == mark.charAt(4) ? mark + "e" : slip;
        assertThat(found(question)).containsExactly(partner.value());
        assertThat(found("institute " + question)).containsExactly(partner.value());
        assertThat(listed(question)).containsExactly(partner.value());
        assertThat(found(question + "ww")).isEmpty();
    }

    @Test
    void findsACountrysGovernmentByOtherUsualNames() throws Exception {
        Reference known = register("Eswatini");
        assertThat(found("Swaziland")).contains(known.value());
        assertThat(listed("Swaziland")).contains(known.value());
    }

    @Test
    void findsAnEntryByItsReference() throws Exception {
        Reference donor = As.officer(() -> partners.register(Some.company()));
        Reference contribution = As.officer(() -> contributions.open(Some.contribution(donor, null, "USD")));
        Reference entry = As.officer(() -> ledger.post(contribution, Some.entry(EntryKind.RECEIPT, "1000")));
        assertThat(As.manager(() -> directory.search(entry.value().toLowerCase(java.util.Locale.ROOT), null, 5)))
                .extracting(SearchHit::kind, SearchHit::reference)
                .contains(org.assertj.core.groups.Tuple.tuple("LedgerEntry", entry.value()));
        RecordRef record = As.manager(() -> directory.find(null, entry.value())).orElseThrow();
        assertThat(record.kind()).isEqualTo("LedgerEntry");
        assertThat(As.manager(() -> directory.named(List.of(record))))
                .extractingByKey(record)
                .extracting(SearchHit::reference)
                .isEqualTo(entry.value());
    }

    @Test
    void aWordThatThousandsHaveIsAnsweredAsAnyOther() throws Exception {
        String word = word();
        for (String name : List.of("Not ", "", "Also ", "", "The ")) {
            register(name + word + " " + word());
        }
        register("Elsewhere " + word());
        EntityManager entities = factory.createEntityManager();
        try {
            for (String kind : new String[] {null, "Partner", "Agreement"}) {
                for (int limit : List.of(1, 2, 3, 10)) {
                    FrequentWord frequent = new FrequentWord(entities, word, kind);
                    assertThat(frequent.isFrequent()).isFalse();
                    assertThat(frequent.find(word, limit))
                            .extracting(SearchEntry::reference)
                            .isEqualTo(As.manager(() -> directory.search(word, kind, limit)).stream()
                                    .map(SearchHit::reference)
                                    .toList());
                }
            }
        } finally {
            entities.close();
        }
    }

    @Test
    void aListIsNarrowedToAWordAlikeHoweverManyHaveIt() throws Exception {
        String word = word();
        String other = word();
        List<String> names = List.of("B " + word + " " + other, "A " + word, "C " + other, "D " + word + " " + other);
        for (String name : names) {
            register(name);
        }
        EntityManager entities = factory.createEntityManager();
        try {
            for (String question : List.of(word, word + " " + other)) {
                List<String> fewHaveIt = listed(entities, question, 100, 100);
                assertThat(fewHaveIt).hasSize(question.equals(word) ? 3 : 2);
                assertThat(listed(entities, question, 0, 100)).isEqualTo(fewHaveIt);
                assertThat(listed(entities, question, 0, 0)).isEqualTo(fewHaveIt);
            }
        } finally {
            entities.close();
        }
    }

    private static List<String> listed(EntityManager entities, String question, int few, int many) {
        KeysetQuery<String> query = new KeysetQuery<>(entities, "p.profile.legalName", "Partner p", "p");
        SearchFilter.apply(entities, query, "Partner", "p.id", question, few, many);
        List<String> found =
                query.page(PageRequest.first(10), PartnerQueries.ORDERS).items();
        assertThat(query.count().number()).isEqualTo(found.size());
        return found;
    }

    @Test
    void findsByReferenceFirst() throws Exception {
        Reference partner = As.officer(() -> partners.register(Some.company()));
        Reference namesIt = register("Not " + partner.value() + " itself");
        List<String> found = found(partner.value());
        assertThat(found.get(0)).isEqualTo(partner.value());
        assertThat(found).contains(namesIt.value());
        assertThat(found(partner.value().toLowerCase(java.util.Locale.ROOT)).get(0))
                .isEqualTo(partner.value());
        RecordRef record =
                As.manager(() -> directory.find(null, partner.value())).orElseThrow();
        assertThat(record.kind()).isEqualTo("Partner");
        assertThat(As.manager(() -> directory.find("Agreement", partner.value())))
                .isEmpty();
        assertThat(As.manager(() -> directory.find(null, "P-none"))).isEmpty();
        SearchHit hit = As.manager(() -> directory.named(List.of(record, new RecordRef("Partner", -1))))
                .get(record);
        assertThat(Objects.requireNonNull(hit).reference()).isEqualTo(partner.value());
    }

    @Test
    void findsAgreementsContributionsAndEventsByTheirTitles() throws Exception {
        String mark = word();
        Reference donor = register("Donor " + mark);
        Reference other = As.officer(() -> partners.register(Some.company()));
        AgreementData plain = Some.memorandum(donor, other);
        Reference agreement = As.officer(() -> agreements.draft(titled(plain, "Circular economy " + mark)));
        Reference contribution = As.officer(() -> contributions.open(Some.contribution(donor, null, "USD")));
        Reference event = As.officer(() -> events.plan(
                Some.webinar(List.of(new EventData.PartnerPart(donor.value(), EventPartnerRole.HOST)), List.of())));
        assertThat(found("circ " + mark)).containsExactly(agreement.value());
        assertThat(found(mark))
                .containsExactlyInAnyOrder(donor.value(), agreement.value(), contribution.value(), event.value());
        assertThat(kinds(mark, null)).containsExactlyInAnyOrder("Partner", "Agreement", "Contribution", "IsidEvent");
        for (String kind : List.of("Partner", "Agreement", "Contribution", "IsidEvent")) {
            assertThat(kinds(mark, kind)).containsExactly(kind);
        }
        assertThat(kinds(mark, "Account")).isEmpty();
        assertThat(kinds(mark, "EventSeries")).isEmpty();
        assertThat(As.manager(() -> directory.search(mark, null, 2))).hasSize(2);
        assertThat(As.manager(() -> agreementQueries.list(
                                new AgreementCriteria(mark, null, null, null, null, null, null), PageRequest.first(9)))
                        .items())
                .extracting(AgreementRow::reference)
                .containsExactly(agreement);
        assertThat(As.manager(() -> contributionQueries.list(
                                new ContributionCriteria(mark, null, null, null, null), PageRequest.first(9)))
                        .items())
                .extracting(ContributionRow::reference)
                .containsExactly(contribution);
        assertThat(As.manager(() -> eventQueries.list(
                                new EventCriteria(mark, null, null, null, null, null), PageRequest.first(9)))
                        .items())
                .extracting(EventRow::reference)
                .containsExactly(event);
    }

    @Test
    void aRenamedRecordIsFoundByItsNewNameAlone() throws Exception {
        String before = word();
        String after = word();
        Reference partner = register(before + " Ltd.");
        As.officer(() -> {
            partners.change(partner, 0, PartnerData.of(after + " Inc.", Sector.PRIVATE_SECTOR, "JP"));
            return true;
        });
        assertThat(found(before)).isEmpty();
        assertThat(found(after)).containsExactly(partner.value());
        assertThat(As.manager(() -> directory.search(after, null, 1)).get(0).title())
                .isEqualTo(after + " Inc.");
        Reference agreement = As.officer(() ->
                agreements.draft(titled(Some.memorandum(partner, partners.register(Some.company())), "Old " + before)));
        As.officer(() -> {
            agreements.change(
                    agreement,
                    0,
                    titled(
                            agreementQueries
                                    .find(agreement.value())
                                    .orElseThrow()
                                    .data(),
                            "New " + after));
            return true;
        });
        assertThat(found(before)).isEmpty();
        assertThat(found(after)).containsExactlyInAnyOrder(partner.value(), agreement.value());
    }

    @Test
    void whatNamesARenamedPartnerIsFoundByItsNewName() throws Exception {
        String before = word();
        String after = word();
        Reference donor = register(before + " Ltd.");
        Reference contribution = As.officer(() -> contributions.open(Some.contribution(donor, null, "USD")));
        Reference event = As.officer(() -> events.plan(
                Some.webinar(List.of(new EventData.PartnerPart(donor.value(), EventPartnerRole.HOST)), List.of())));
        As.officer(() -> {
            partners.change(donor, 0, PartnerData.of(after + " Ltd.", Sector.PRIVATE_SECTOR, "JP"));
            return true;
        });
        assertThat(found(after)).containsExactlyInAnyOrder(donor.value(), contribution.value(), event.value());
        assertThat(found(before)).isEmpty();
    }

    @Test
    void aRecordThatWasNotStoredIsNotFound() {
        String mark = word();
        assertThatThrownBy(() -> As.officer(() -> partners.register(PartnerData.of(mark, Sector.GOVERNMENT, null))))
                .isInstanceOf(org.kizuna.shared.InvalidInput.class);
        assertThat(foundQuietly(mark)).isEmpty();
    }

    @Test
    void hostileQuestionsAreWordsLikeOthers() throws Exception {
        String mark = word();
        Reference partner = register("Plain " + mark);
        for (String question : HOSTILE) {
            assertThat(found(question + mark + question)).as(question).doesNotContain("everything");
            assertThat(listed("zz" + mark + " " + question)).as(question).isEmpty();
        }
        for (String signs : List.of("%", "_", "!", "'", "\"", "\\", "+-*()~<>@", "*", "--", ";", "()", "%%%", "!%")) {
            assertThat(found(signs)).as(signs).isEmpty();
            assertThat(listed(signs)).as(signs).isEmpty();
            assertThat(found(signs + " " + mark + " " + signs)).as(signs).containsExactly(partner.value());
        }
        assertThat(found(mark.substring(0, 5) + "%")).contains(partner.value());
        assertThat(found("_" + mark.substring(1))).isEmpty();
        assertThat(found("x".repeat(100_000))).isEmpty();
        assertThat(found((mark + " ").repeat(5_000))).containsExactly(partner.value());
    }

    @Test
    void anEmptyQuestionFindsNothingAndNarrowsNothing() throws Exception {
        register("Somebody");
        for (String question : List.of("", " ", "\t\n", "\u3000")) {
            assertThat(found(question)).isEmpty();
            assertThat(As.manager(() -> partnerQueries.count(criteria(question))))
                    .isEqualTo(As.manager(() -> partnerQueries.count(PartnerCriteria.ANY)));
        }
        assertThat(As.manager(() -> directory.search(null, null, 5))).isEmpty();
        assertThat(As.manager(() -> partnerQueries.count(criteria("%")))).isEqualTo(new CappedCount(0, false));
    }

    @Test
    void nobodyFindsAnythingUnlessSignedIn() {
        assertThatThrownBy(() -> directory.search("a", null, 5)).isInstanceOf(EJBAccessException.class);
    }

    /** A word that no other record has. */
    private static String word() {
        return Some.name("w").replace(" ", "");
    }

    private Reference register(String name) throws Exception {
        return As.officer(() -> partners.register(PartnerData.of(name, Sector.PRIVATE_SECTOR, "JP")));
    }

    private List<String> found(String question) throws Exception {
        return As.manager(() -> directory.search(question, null, 20)).stream()
                .map(SearchHit::reference)
                .toList();
    }

    private List<String> foundQuietly(String question) {
        try {
            return found(question);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> kinds(String question, @Nullable String kind) throws Exception {
        return As.manager(() -> directory.search(question, kind, 20)).stream()
                .map(SearchHit::kind)
                .toList();
    }

    private List<String> listed(String question) throws Exception {
        return As.manager(() -> partnerQueries.list(criteria(question), PageRequest.first(20))).items().stream()
                .map(PartnerRow::reference)
                .map(Reference::value)
                .toList();
    }

    private static PartnerCriteria criteria(String question) {
        return new PartnerCriteria(question, null, null, null, null);
    }

    private static AgreementData titled(AgreementData data, String title) {
        return new AgreementData(
                data.reference(),
                data.type(),
                title,
                data.summary(),
                data.parent(),
                data.legallyBinding(),
                data.financial(),
                data.currency(),
                data.ceiling(),
                data.negotiatedOn(),
                data.startsOn(),
                data.plannedEndOn(),
                data.renewal(),
                data.renewalMonths(),
                data.noticeDays(),
                data.sample(),
                data.parties());
    }
}
