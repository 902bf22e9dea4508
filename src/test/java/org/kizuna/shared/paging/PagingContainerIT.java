package org.kizuna.shared.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementCriteria;
import org.kizuna.agreement.AgreementData;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.agreement.AgreementRow;
import org.kizuna.contribution.ContributionCriteria;
import org.kizuna.contribution.ContributionData;
import org.kizuna.contribution.ContributionQueries;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.contribution.ContributionRow;
import org.kizuna.contribution.Instrument;
import org.kizuna.event.EventCriteria;
import org.kizuna.event.EventData;
import org.kizuna.event.EventKind;
import org.kizuna.event.EventMode;
import org.kizuna.event.EventPartnerRole;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRegister;
import org.kizuna.event.EventRow;
import org.kizuna.exchange.ImportQueries;
import org.kizuna.ledger.EntryCriteria;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.ledger.EntryRow;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.partner.PartnerCriteria;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.PartnerRow;
import org.kizuna.partner.Sector;
import org.kizuna.samples.Some;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;
import org.kizuna.testing.Insisting;

@ArquillianTest
class PagingContainerIT {

    /** Equal to the database in all but two cases, and longer than any page. */
    private static final List<String> NAMES = List.of(
            "Equal",
            "equal",
            "Équal",
            "Equal",
            "EQUAL",
            "日本",
            "にほん",
            "ニホン",
            "Équal",
            "Zebra",
            "Equal ",
            "two\nlines",
            "%",
            "Equal");

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
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private ContributionQueries contributionQueries;

    @Inject
    private EntryQueries entryQueries;

    @Inject
    private ImportQueries importQueries;

    @Test
    void everyPartnerComesOnce() throws Exception {
        Reference parent = register(Some.company());
        PartnerCriteria criteria = new PartnerCriteria(null, null, null, null, id(parent));
        Function<String, Callable<Reference>> store =
                name -> () -> Insisting.on(() -> partners.register(new PartnerData(
                        null,
                        name,
                        null,
                        null,
                        Sector.ACADEMIA,
                        null,
                        null,
                        parent.value(),
                        null,
                        null,
                        false,
                        List.of(),
                        List.of(),
                        List.of())));
        walkEveryWay(
                PartnerQueries.ORDERS, store, request -> partnerQueries.list(criteria, request), PartnerRow::reference);
    }

    @Test
    void everyAgreementComesOnce() throws Exception {
        Reference donor = register(Some.ministry());
        Reference other = register(Some.company());
        AgreementCriteria criteria = AgreementCriteria.ofPartner(id(donor));
        AgreementData plain = Some.memorandum(donor, other);
        Function<String, Callable<Reference>> store = title -> () -> agreements.draft(new AgreementData(
                null,
                plain.type(),
                title,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                plain.parties()));
        walkEveryWay(
                AgreementQueries.ORDERS,
                store,
                request -> agreementQueries.list(criteria, request),
                AgreementRow::reference);
    }

    @Test
    void everyEventComesOnce() throws Exception {
        Reference host = register(Some.company());
        EventCriteria criteria = new EventCriteria(null, null, null, null, id(host), null);
        Function<String, Callable<Reference>> store = title -> () -> events.plan(new EventData(
                null,
                null,
                title,
                EventKind.WEBINAR,
                EventMode.VIRTUAL,
                title.length() == 5 ? Some.DAY : Some.DAY.plusDays(title.length()),
                null,
                null,
                null,
                "Asia/Tokyo",
                null,
                null,
                null,
                null,
                List.of(
                        new EventData.PartnerPart(host.value(), EventPartnerRole.HOST),
                        new EventData.PartnerPart(host.value(), EventPartnerRole.ORGANISER)),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
        walkEveryWay(EventQueries.ORDERS, store, request -> eventQueries.list(criteria, request), EventRow::reference);
    }

    @Test
    void everyContributionComesOnce() throws Exception {
        Reference donor = register(Some.ministry());
        ContributionCriteria criteria = new ContributionCriteria(null, null, null, id(donor), null);
        Function<String, Callable<Reference>> store = purpose -> () -> contributions.open(new ContributionData(
                null, purpose, donor.value(), null, Instrument.ASSESSED, null, "JPY", List.of("PK", "UG")));
        walkEveryWay(
                ContributionQueries.ORDERS,
                store,
                request -> contributionQueries.list(criteria, request),
                ContributionRow::reference);
    }

    @Test
    void everyEntryComesOnce() throws Exception {
        Reference donor = register(Some.ministry());
        Reference contribution = As.officer(() -> contributions.open(Some.contribution(donor, null, "USD")));
        EntryCriteria criteria =
                new EntryCriteria(id(donor), null, null, null, null, null, null, null, null, null, null, false);
        Function<String, Callable<Reference>> store = name -> () -> ledger.post(
                contribution,
                Some.entry(EntryKind.RECEIPT, "1.00", LocalDate.of(2020, 1, 1).plusDays(name.length())));
        walkEveryWay(EntryQueries.ORDERS, store, request -> entryQueries.list(criteria, request), EntryRow::reference);
    }

    @Test
    void refusesAPlaceThatIsNone() throws Exception {
        register(Some.company());
        String real = real("name");
        for (String forged : List.of(
                "",
                " ",
                "garbage",
                "!!!!",
                "%00",
                "日本",
                "A".repeat(10_000),
                real.substring(1),
                encoded("name"),
                encoded("name\n1"),
                encoded("name\nx\ny"),
                encoded("name\n99999999999999999999\ny"),
                encoded("-name\n1\ny"),
                encoded("reference\n1\nP-000001"),
                encoded("\n\n"),
                encoded("x' or 1=1\n1\ny"))) {
            assertRefused(request -> partnerQueries.list(PartnerCriteria.ANY, request), "name", forged);
        }
        assertRefused(request -> partnerQueries.list(PartnerCriteria.ANY, request), "-name", real);
        assertRefused(request -> partnerQueries.list(PartnerCriteria.ANY, request), "reference", real);
        for (String value : List.of("", " ", "a b", "x".repeat(61), "a/b")) {
            assertRefused(
                    request -> partnerQueries.list(PartnerCriteria.ANY, request),
                    "reference",
                    encoded("reference\n1\n" + value));
        }
        for (String value : List.of(
                "",
                "today",
                "2021-06-29",
                "2021-13-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z")) {
            assertRefused(
                    request -> eventQueries.list(EventCriteria.ANY, request), "start", encoded("start\n1\n" + value));
            assertRefused(importQueries::list, "recorded", encoded("-recorded\n1\n" + value));
        }
        for (String value : List.of("", "2021-02-30", "1", "+999999999-12-31", "-999999999-01-01", "+10000-01-01")) {
            assertRefused(
                    request -> entryQueries.list(EntryCriteria.ANY, request), "date", encoded("date\n1\n" + value));
        }
    }

    @Test
    void aPlaceBesideEveryRecordGoesOnFromThere() throws Exception {
        Reference partner = register(PartnerData.of(Some.name("Ω"), Sector.ACADEMIA, null));
        String name = "' or 1=1 -- % _ \\ \" \u0000 😀";
        Page<PartnerRow> page = As.manager(() -> partnerQueries.list(
                PartnerCriteria.ANY,
                new PageRequest("name", 1000, encoded("name\n" + Long.MIN_VALUE + "\n" + name), null)));
        assertThat(page.items()).extracting(PartnerRow::reference).contains(partner);
        Page<PartnerRow> end = As.manager(() -> partnerQueries.list(
                PartnerCriteria.ANY,
                new PageRequest("name", 1000, encoded("name\n" + Long.MAX_VALUE + "\n" + "龥".repeat(250)), null)));
        assertThat(end.items()).extracting(PartnerRow::reference).doesNotContain(partner);
    }

    @Test
    void anUnknownOrderIsTheListsOwnAndPagesHaveBounds() throws Exception {
        Reference parent = register(Some.company());
        PartnerCriteria criteria = new PartnerCriteria(null, null, null, null, id(parent));
        assertThat(As.manager(() -> partnerQueries.list(criteria, PageRequest.first(5))))
                .isEqualTo(new Page<PartnerRow>(List.of(), null, null));
        Page<PartnerRow> any =
                As.manager(() -> partnerQueries.list(PartnerCriteria.ANY, new PageRequest("id; drop", 0, null, null)));
        assertThat(any.items()).hasSize(1);
        assertThat(new PageRequest(null, Integer.MAX_VALUE, null, null).limit()).isEqualTo(1000);
    }

    private static void assertRefused(Function<PageRequest, ? extends Page<?>> list, String sort, String place) {
        assertThatThrownBy(() -> As.manager(() -> list.apply(new PageRequest(sort, 5, place, null))))
                .as(sort + " after " + place)
                .isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> As.manager(() -> list.apply(new PageRequest(sort, 5, null, place))))
                .as(sort + " before " + place)
                .isInstanceOf(InvalidCursor.class);
    }

    private String real(String sort) throws Exception {
        register(Some.company());
        register(Some.company());
        String next = As.manager(() -> partnerQueries.list(PartnerCriteria.ANY, new PageRequest(sort, 1, null, null)))
                .next();
        return java.util.Objects.requireNonNull(next);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private <T> void walkEveryWay(
            List<SortKey> orders,
            Function<String, Callable<Reference>> store,
            Function<PageRequest, Page<T>> list,
            Function<T, Reference> reference)
            throws Exception {
        List<Reference> stored = new ArrayList<>();
        for (String name : NAMES) {
            stored.add(As.officer(store.apply(name)));
        }
        for (SortKey order : orders) {
            for (String sort : List.of(order.name(), "-" + order.name())) {
                List<Reference> ascending = walk(sort, 3, list, reference, null);
                assertThat(ascending).as(sort).containsExactlyInAnyOrderElementsOf(stored);
                assertThat(walk(sort, 1000, list, reference, null)).as(sort).isEqualTo(ascending);
                assertThat(walkBack(sort, 4, list, reference)).as(sort).isEqualTo(ascending);
                List<Reference> fresh = new ArrayList<>();
                List<Reference> walked = walk(sort, 2, list, reference, () -> {
                    return fresh.size() < NAMES.size() && fresh.add(As.officer(store.apply(NAMES.get(fresh.size()))));
                });
                assertThat(walked)
                        .as(sort + ", others come")
                        .doesNotHaveDuplicates()
                        .containsAll(stored);
                stored.clear();
                stored.addAll(walk(sort, 1000, list, reference, null));
                assertThat(stored).as(sort).containsAll(fresh).containsAll(walked);
                List<Reference> opposite = new ArrayList<>(walk(opposite(sort), 5, list, reference, null));
                Collections.reverse(opposite);
                assertThat(opposite).as(sort + " and the other way").isEqualTo(stored);
            }
        }
    }

    private static String opposite(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : "-" + sort;
    }

    private static <T> List<Reference> walk(
            String sort,
            int limit,
            Function<PageRequest, Page<T>> list,
            Function<T, Reference> reference,
            @Nullable Callable<?> between)
            throws Exception {
        List<Reference> walked = new ArrayList<>();
        String after = null;
        do {
            PageRequest request = new PageRequest(sort, limit, after, null);
            Page<T> page = As.manager(() -> list.apply(request));
            page.items().forEach(row -> walked.add(reference.apply(row)));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            after = page.next();
            if (between != null) {
                between.call();
            }
        } while (after != null && walked.size() < 2000);
        return walked;
    }

    /** From the end to the beginning, in the order of the list. */
    private static <T> List<Reference> walkBack(
            String sort, int limit, Function<PageRequest, Page<T>> list, Function<T, Reference> reference)
            throws Exception {
        List<T> last = new ArrayList<>();
        String after = null;
        String before;
        do {
            PageRequest request = new PageRequest(sort, limit, after, null);
            Page<T> page = As.manager(() -> list.apply(request));
            last = page.items();
            after = page.next();
            before = page.previous();
        } while (after != null);
        List<Reference> walked = new ArrayList<>(last.stream().map(reference).toList());
        while (before != null) {
            PageRequest request = new PageRequest(sort, limit, null, before);
            Page<T> page = As.manager(() -> list.apply(request));
            walked.addAll(0, page.items().stream().map(reference).toList());
            before = page.previous();
        }
        return walked;
    }

    private Reference register(PartnerData data) throws Exception {
        return As.officer(() -> partners.register(data));
    }

    private long id(Reference partner) throws Exception {
        return As.manager(
                () -> partnerQueries.find(partner.value()).orElseThrow().id());
    }
}
