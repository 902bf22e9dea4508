package org.kizuna.history.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.history.CooperationTimeline;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.JournalScan;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.Sector;
import org.kizuna.samples.Some;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Words;
import org.kizuna.shared.paging.Page;
import org.kizuna.testing.As;
import org.kizuna.testing.Signing;

@ArquillianTest
class JournalSearchContainerIT {

    private final LocalDate thisDay = LocalDate.now(ZoneOffset.UTC);

    @Inject
    private JournalSearch search;

    @Inject
    private CooperationTimeline timeline;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private AgreementQueries agreementQueries;

    @Test
    void findsByEachThingAskedForAlone() throws Exception {
        String actor = Some.reference("clerk");
        String first = Some.name("Étoile \"du\" 100%");
        String second = Some.name("Comet");
        Reference partner = As.somebody(actor, Set.of(Roles.OFFICER), () -> {
            Reference registered = partners.register(PartnerData.of(first, Sector.GOVERNMENT, "JP"));
            partners.change(registered, 0, PartnerData.of(second, Sector.GOVERNMENT, "JP"));
            return registered;
        });
        String registered = "PartnerRegister.register " + partner;
        String changed = "PartnerRegister.change " + partner;
        assertThat(found(asking(actor, null, null, null, null, null, null, null)))
                .containsExactly(changed, registered);
        assertThat(found(asking(actor, "OFFICER", null, "PAGE", "Partner", null, null, null)))
                .containsExactly(changed, registered);
        assertThat(found(asking(actor, "APPROVER", null, null, null, null, null, null)))
                .isEmpty();
        assertThat(found(asking(actor, null, null, "IMPORT", null, null, null, null)))
                .isEmpty();
        assertThat(found(asking(actor, null, "PartnerRegister.change", null, null, null, null, null)))
                .containsExactly(changed);
        assertThat(found(asking(null, null, null, null, "Partner", partner.value(), null, null)))
                .containsExactly(changed, registered);
        assertThat(found(asking(null, null, null, null, null, null, "legalName", second)))
                .containsExactly(changed);
        assertThat(found(asking(
                        null, null, null, null, null, null, "legalName", first.toLowerCase(java.util.Locale.ROOT))))
                .as("what it was counts as well, and capitals do not")
                .containsExactly(changed, registered);
        assertThat(found(asking(null, null, null, null, null, null, null, first)))
                .as("quotation marks and per cent signs are themselves")
                .containsExactly(changed, registered);
        assertThat(found(asking(actor, null, null, null, null, null, "legalName", null)))
                .containsExactly(changed, registered);
        assertThat(found(asking(actor, null, null, null, null, null, "sector", null)))
                .containsExactly(registered);
        assertThat(found(asking(actor, null, null, null, null, null, "no') OR 1=1 --", null)))
                .isEmpty();
        assertThat(found(new SearchCriteria(
                        actor, null, null, null, null, null, null, null, thisDay.minusDays(1), thisDay.plusDays(1))))
                .containsExactly(changed, registered);
        assertThat(found(new SearchCriteria(
                        actor, null, null, null, null, null, null, null, null, thisDay.minusDays(2))))
                .isEmpty();
    }

    @Test
    void findsACodeByWhatItIsCalledInAnyLanguage() throws Exception {
        String actor = Some.reference("clerk");
        Reference partner = As.somebody(
                actor,
                Set.of(Roles.OFFICER),
                () -> partners.register(PartnerData.of(Some.name("Star"), Sector.GOVERNMENT, "JP")));
        String registered = "PartnerRegister.register " + partner;
        for (Locale language : Words.LANGUAGES) {
            String label = Words.label(language, Sector.GOVERNMENT);
            assertThat(found(asking(actor, null, null, null, null, null, null, label)))
                    .as(label)
                    .containsExactly(registered);
            assertThat(found(asking(actor, null, null, null, "Partner", null, "sector", label)))
                    .as(label)
                    .containsExactly(registered);
            assertThat(found(asking(actor, null, null, null, "Partner", null, "status", label)))
                    .as(label)
                    .isEmpty();
        }
    }

    @Test
    void pagesOfOneGiveEveryRowOnce() throws Exception {
        String actor = Some.reference("clerk");
        for (int i = 0; i < 4; i++) {
            As.somebody(actor, Set.of(Roles.OFFICER), () -> partners.register(Some.company()));
        }
        SearchCriteria criteria = asking(actor, null, null, null, null, null, null, null);
        List<String> paged = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            JournalScan.Found some = As.auditor(() -> search.find(criteria, from, 1));
            some.entries().forEach(entry -> paged.add(told(entry)));
            after = some.next();
        } while (after != null);
        assertThat(paged).hasSize(4).isEqualTo(found(criteria));
    }

    @Test
    void aTimelineTellsTheWholeCooperationAndNothingElse() throws Exception {
        Reference donor = As.officer(() -> partners.register(Some.ministry()));
        Reference other = As.officer(() -> partners.register(Some.company()));
        Reference stranger = As.officer(() -> partners.register(Some.company()));
        Reference signed = Signing.signed(agreements, agreementQueries, Some.memorandum(donor, other));
        RecordRef record = new RecordRef(
                "Partner",
                As.manager(
                        () -> partnerQueries.find(donor.value()).orElseThrow().id()));
        List<String> told = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            Page<JournalEntry> page = As.manager(() -> timeline.of(record, from, 2));
            page.items().forEach(entry -> told.add(told(entry)));
            after = page.next();
        } while (after != null);
        assertThat(told)
                .containsExactly(
                        "AgreementRegister.sign " + signed,
                        "AgreementRegister.sendForSignature " + signed,
                        "AgreementRegister.clear " + signed,
                        "AgreementRegister.sendForReview " + signed,
                        "AgreementRegister.draft " + signed,
                        "PartnerRegister.register " + donor)
                .doesNotContain("PartnerRegister.register " + stranger);
    }

    private static SearchCriteria asking(
            @Nullable String actor,
            @Nullable String role,
            @Nullable String action,
            @Nullable String channel,
            @Nullable String kind,
            @Nullable String reference,
            @Nullable String field,
            @Nullable String value) {
        return new SearchCriteria(actor, role, action, channel, kind, reference, field, value, null, null);
    }

    private List<String> found(SearchCriteria criteria) throws Exception {
        return As.auditor(() -> search.find(criteria, null, 100)).entries().stream()
                .map(JournalSearchContainerIT::told)
                .toList();
    }

    private static String told(JournalEntry entry) {
        return entry.action() + " " + entry.reference();
    }
}
