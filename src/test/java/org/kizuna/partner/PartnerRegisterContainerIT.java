package org.kizuna.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.kizuna.history.FieldChange;
import org.kizuna.history.HistoryQueries;
import org.kizuna.history.JournalEntry;
import org.kizuna.lifecycle.StepData;
import org.kizuna.samples.Some;
import org.kizuna.security.Roles;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.kizuna.shared.ReferenceTaken;
import org.kizuna.shared.StaleVersion;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Refusals;

@ArquillianTest
class PartnerRegisterContainerIT {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries queries;

    @Inject
    private HistoryQueries history;

    @Test
    void keepsWhatAnOfficerRecords() throws Exception {
        Reference reference =
                As.officer(() -> partners.register(PartnerData.of("Komatsu Ltd.", Sector.PRIVATE_SECTOR, "JP")));
        PartnerDetail detail = find(reference);
        assertThat(detail.data().legalName()).isEqualTo("Komatsu Ltd.");
        assertThat(detail.data().organisationType()).isEqualTo(OrganisationType.PRIVATE_SECTOR);
        assertThat(detail.recordedBy()).isEqualTo("officer");
        assertThat(detail.status()).isEqualTo(PartnerStatus.PROSPECT);
    }

    @Test
    void keepsEverythingThatIsSaid() throws Exception {
        Reference parent = As.officer(() -> partners.register(Some.ministry()));
        PartnerData said = new PartnerData(
                Some.reference("KOKU"),
                Some.name("National Institute"),
                "国立研究所 " + Some.name(""),
                "NI",
                Sector.ACADEMIA,
                OrganisationType.OTHER_PUBLIC_SECTOR,
                "JP",
                parent.value(),
                "https://example.org/ni",
                "Met at the opening session.\nSecond line.",
                false,
                List.of(
                        new PartnerData.Name(PartnerName.Kind.FORMER, "Old Institute", LocalDate.of(2001, 3, 31)),
                        new PartnerData.Name(PartnerName.Kind.ALIAS, "研究所", null)),
                List.of(new PartnerData.Identifier("US-CA_CR", Some.reference("L")), Some.identifier()),
                List.of(
                        new PartnerData.Contact("Ms Sato", "Director", "sato@example.org", "+81 3 0000 0000"),
                        new PartnerData.Contact("Mr Ito", null, null, null)));
        Reference reference = As.officer(() -> partners.register(said));
        PartnerDetail detail = find(reference);
        assertThat(detail.data()).isEqualTo(trimmed(said));
        assertThat(detail.parentName()).startsWith("Ministry ");
    }

    /** A name is kept without the blanks around it, and with one for several. */
    private static PartnerData trimmed(PartnerData said) {
        return new PartnerData(
                said.reference(),
                said.legalName(),
                String.valueOf(said.localName()).strip().replaceAll("\\s+", " "),
                said.acronym(),
                said.sector(),
                said.organisationType(),
                said.country(),
                said.parent(),
                said.website(),
                said.note(),
                said.collective(),
                said.names(),
                said.identifiers(),
                said.contacts());
    }

    @Test
    void refusesAManager() {
        assertThatThrownBy(() ->
                        As.manager(() -> partners.register(PartnerData.of("Nobody Ltd.", Sector.PRIVATE_SECTOR, "JP"))))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void refusesASaveOverSomebodyElsesAndNamesWhoChangedWhat() throws Exception {
        Reference reference =
                As.officer(() -> partners.register(PartnerData.of("Twice Ltd.", Sector.PRIVATE_SECTOR, "JP")));
        As.officer2(() -> change(reference, 0, PartnerData.of("Twice Limited", Sector.PRIVATE_SECTOR, "JP")));
        StaleVersion refused = catchThrowableOfType(
                StaleVersion.class,
                () -> As.officer(
                        () -> change(reference, 0, PartnerData.of("Twice Inc.", Sector.PRIVATE_SECTOR, "JP"))));
        assertThat(refused.arguments()).containsExactly(reference.value());
        assertThat(refused.expected()).isZero();
        List<JournalEntry> since = As.officer(() -> history.since(refused.record(), refused.expected()));
        assertThat(since).hasSize(1);
        assertThat(since.get(0).actor()).isEqualTo("officer2");
        assertThat(since.get(0).version()).isEqualTo(1);
        assertThat(since.get(0).fields()).containsExactly(new FieldChange("legalName", "Twice Ltd.", "Twice Limited"));
        assertThat(find(reference).data().legalName()).isEqualTo("Twice Limited");
    }

    @Test
    void aStaleStepIsRefusedToo() throws Exception {
        Reference reference = As.officer(() -> partners.register(Some.company()));
        As.officer(() -> change(reference, 0, Some.company()));
        assertThatThrownBy(() -> As.officer(() -> {
                    partners.beginDueDiligence(reference, 0, StepData.NONE);
                    return true;
                }))
                .isInstanceOf(StaleVersion.class);
        assertThat(find(reference).status()).isEqualTo(PartnerStatus.PROSPECT);
    }

    @Test
    void numbersThoseWithoutAReference() throws Exception {
        Reference first = As.officer(() -> partners.register(Some.company()));
        Reference second = As.officer(() -> partners.register(Some.company()));
        assertThat(first.value()).matches("P-\\d{6,}");
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void aReferenceBelongsToOne() throws Exception {
        String typed = Some.reference("Ref");
        As.officer(() -> partners.register(Some.company(typed)));
        assertThatThrownBy(() -> As.officer2(() -> partners.register(Some.company(typed))))
                .isInstanceOf(ReferenceTaken.class);
        assertThatThrownBy(() -> As.officer2(() -> partners.register(Some.company(typed.toUpperCase(Locale.ROOT)))))
                .as("in capital letters it looks the same")
                .isInstanceOf(ReferenceTaken.class);
    }

    @Test
    void aReferenceHoldsNothingThatAnIdentifierMayNot() throws Exception {
        for (String typed : List.of("A/B", "A&B", "A|B", "A?B", "A B", "-A", "A\"B", "<A>", "A".repeat(61))) {
            assertThat(Refusals.of(() -> As.officer(() -> partners.register(Some.company(typed)))))
                    .as(typed)
                    .containsExactly("reference: notAReference");
        }
        String japanese = "絆-" + Some.reference("2021");
        assertThat(As.officer(() -> partners.register(Some.company(japanese))).value())
                .isEqualTo(japanese);
    }

    @Test
    void aReferenceStays() throws Exception {
        Reference reference = As.officer(() -> partners.register(Some.company()));
        assertThat(Refusals.of(() -> As.officer(() -> change(reference, 0, Some.company(Some.reference("Another"))))))
                .containsExactly("reference: referenceStays");
    }

    @Test
    void saysAllThatIsWrongAtOnce() throws Exception {
        PartnerData wrong = new PartnerData(
                null,
                "  ",
                null,
                null,
                null,
                null,
                "XX",
                null,
                "ftp://example.org",
                null,
                false,
                List.of(new PartnerData.Name(null, null, null)),
                List.of(new PartnerData.Identifier("jp", "1 2/3"), new PartnerData.Identifier(null, "号")),
                List.of(new PartnerData.Contact(null, null, "nobody", null)));
        assertThat(Refusals.of(() -> As.officer(() -> partners.register(wrong))))
                .containsExactlyInAnyOrder(
                        "legalName: required",
                        "sector: required",
                        "country: notACountry",
                        "website: notALink",
                        "names[0].name: required",
                        "identifiers[0].listCode: noSuchIdentifierList",
                        "identifiers[0].value: notAnIdentifier",
                        "identifiers[1].listCode: required",
                        "identifiers[1].value: notAnIdentifier",
                        "contacts[0].email: notAnEmail",
                        "contacts[0].name: required");
    }

    @Test
    void takesANumberInOneSpellingAndOnce() throws Exception {
        String number = String.valueOf(10_000_000 + Math.floorMod(System.nanoTime(), 89_999_999L));
        Reference first = As.officer(() -> partners.register(identified("nl-kvk", number)));
        assertThat(find(first).data().identifiers()).containsExactly(new PartnerData.Identifier("NL-KVK", number));
        String dotted = number.substring(0, 2) + "." + number.substring(2, 5) + "." + number.substring(5);
        assertThatThrownBy(() -> As.officer(() -> partners.register(identified("NL-KVK", dotted))))
                .isInstanceOf(IdentifierTaken.class);
    }

    private static PartnerData identified(String list, String value) {
        PartnerData plain = Some.company();
        return new PartnerData(
                null,
                plain.legalName(),
                null,
                null,
                plain.sector(),
                null,
                "NL",
                null,
                null,
                null,
                false,
                List.of(),
                List.of(new PartnerData.Identifier(list, value)),
                List.of());
    }

    @Test
    void aGovernmentIsSomeCountrys() throws Exception {
        assertThat(Refusals.of(() -> As.officer(
                        () -> partners.register(PartnerData.of(Some.name("Ministry"), Sector.GOVERNMENT, null)))))
                .containsExactly("country: governmentNeedsCountry");
        assertThat(Refusals.of(() -> As.officer(
                        () -> partners.register(PartnerData.of(Some.name("Ministry"), Sector.GOVERNMENT, "ZZ")))))
                .containsExactly("country: notACountry");
    }

    @Test
    void onlyACollectiveHasNoSector() throws Exception {
        Reference reference = As.officer(() -> partners.register(Some.collective()));
        assertThat(find(reference).data().collective()).isTrue();
        assertThat(find(reference).data().sector()).isNull();
    }

    @Test
    void anIdentifierBelongsToOne() throws Exception {
        PartnerData.Identifier identifier = Some.identifier();
        As.officer(() -> partners.register(Some.company(List.of(identifier))));
        assertThatThrownBy(() -> As.officer2(() -> partners.register(Some.company(List.of(identifier)))))
                .isInstanceOf(IdentifierTaken.class);
        Reference other = As.officer(() -> partners.register(Some.company()));
        assertThatThrownBy(() -> As.officer(() -> change(other, 0, Some.company(List.of(identifier)))))
                .isInstanceOf(IdentifierTaken.class);
        assertThat(find(other).data().identifiers()).isEmpty();
    }

    @Test
    void identifiersAreReplaced() throws Exception {
        PartnerData.Identifier first = Some.identifier();
        PartnerData.Identifier second = Some.identifier();
        PartnerData.Identifier third = Some.identifier();
        Reference reference = As.officer(() -> partners.register(Some.company(List.of(first, second))));
        As.officer(() -> change(reference, 0, Some.company(List.of(second, first))));
        assertThat(find(reference).data().identifiers()).containsExactlyInAnyOrder(second, first);
        As.officer(() -> change(reference, 1, Some.company(List.of(first, third))));
        assertThat(find(reference).data().identifiers()).containsExactlyInAnyOrder(first, third);
        As.officer(() -> change(reference, 2, Some.company(List.of(second, first, third))));
        assertThat(find(reference).data().identifiers()).containsExactlyInAnyOrder(second, first, third);
        As.officer(() -> change(reference, 3, Some.company(List.of(third))));
        assertThat(find(reference).data().identifiers()).containsExactlyInAnyOrder(third);
    }

    @Test
    void noPartnerIsBelowItself() throws Exception {
        Reference top = As.officer(() -> partners.register(Some.ministry()));
        Reference below = As.officer(() -> partners.register(under(top)));
        assertThat(Refusals.of(() -> As.officer(() -> change(top, 0, under(below)))))
                .containsExactly("parent: partnerBelowItself");
        assertThatThrownBy(() -> As.officer(() -> partners.register(under(new Reference("P-nowhere")))))
                .isInstanceOfSatisfying(NoSuchRecord.class, refused -> assertThat(refused.field())
                        .isEqualTo("parent"));
    }

    private static PartnerData under(Reference parent) {
        return new PartnerData(
                null,
                Some.name("Agency"),
                null,
                null,
                Sector.GOVERNMENT,
                null,
                "JP",
                parent.value(),
                null,
                null,
                false,
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void goesFromProspectToApprovedAndBack() throws Exception {
        Reference reference = As.officer(() -> partners.register(Some.company()));
        officer(() -> partners.beginDueDiligence(reference, 0, StepData.NONE));
        assertThat(find(reference).status()).isEqualTo(PartnerStatus.UNDER_DUE_DILIGENCE);
        approver(() -> partners.approve(reference, 1, StepData.NONE));
        assertThat(find(reference).status()).isEqualTo(PartnerStatus.APPROVED);
        approver(() -> partners.suspend(reference, 2, StepData.because("complaint")));
        assertThat(find(reference).status()).isEqualTo(PartnerStatus.SUSPENDED);
        approver(() -> partners.approve(reference, 3, StepData.NONE));
        approver(() -> partners.block(reference, 4, StepData.because("sanctions")));
        assertThat(find(reference).status()).isEqualTo(PartnerStatus.BLOCKED);
        approver(() -> partners.liftBlock(reference, 5, StepData.because("off the list")));
        officer(() -> partners.retire(reference, 6, StepData.because("dissolved")));
        assertThat(find(reference).status()).isEqualTo(PartnerStatus.INACTIVE);
        officer(() -> partners.reopen(reference, 7, StepData.NONE));
        assertThat(find(reference).status()).isEqualTo(PartnerStatus.PROSPECT);
        assertThat(new Journal(dataSource)
                        .rows(
                                "SELECT s.actor, s.action, s.reason FROM journal_change c JOIN journal_change_set s"
                                        + " ON s.id = c.change_set_id WHERE c.reference = ? AND s.reason IS NOT NULL"
                                        + " ORDER BY s.id",
                                reference.value()))
                .containsExactly(
                        List.of("approver", "PartnerRegister.suspend", "complaint"),
                        List.of("approver", "PartnerRegister.block", "sanctions"),
                        List.of("approver", "PartnerRegister.liftBlock", "off the list"),
                        List.of("officer", "PartnerRegister.retire", "dissolved"));
    }

    @Test
    void goesNoOtherWay() throws Exception {
        Reference reference = As.officer(() -> partners.register(Some.company()));
        for (Step step : List.<Step>of(
                () -> partners.approve(reference, 0, StepData.NONE),
                () -> partners.suspend(reference, 0, StepData.because("why")),
                () -> partners.block(reference, 0, StepData.because("why")))) {
            assertThatThrownBy(() -> approver(step))
                    .isInstanceOfSatisfying(
                            PartnerCannotBecome.class,
                            refused -> assertThat(refused.arguments()).first().isEqualTo(PartnerStatus.PROSPECT));
        }
        officer(() -> partners.beginDueDiligence(reference, 0, StepData.NONE));
        approver(() -> partners.block(reference, 1, StepData.because("sanctions")));
        for (Step step : List.<Step>of(
                () -> partners.retire(reference, 2, StepData.because("why")),
                () -> partners.reopen(reference, 2, StepData.NONE),
                () -> partners.beginDueDiligence(reference, 2, StepData.NONE))) {
            assertThatThrownBy(() -> officer(step)).isInstanceOf(PartnerCannotBecome.class);
        }
        assertThatThrownBy(() -> approver(() -> partners.approve(reference, 2, StepData.NONE)))
                .isInstanceOf(PartnerCannotBecome.class);
        assertThat(find(reference).status()).isEqualTo(PartnerStatus.BLOCKED);
    }

    @Test
    void nobodyApprovesWhatTheyRecorded() throws Exception {
        Set<String> both = Set.of(Roles.OFFICER, Roles.APPROVER);
        Reference reference = As.somebody("both", both, () -> partners.register(Some.company()));
        officer(() -> partners.beginDueDiligence(reference, 0, StepData.NONE));
        assertThatThrownBy(() -> As.somebody("both", both, () -> {
                    partners.approve(reference, 1, StepData.NONE);
                    return true;
                }))
                .isInstanceOf(ApproverIsAuthor.class);
        assertThat(find(reference).status()).isEqualTo(PartnerStatus.UNDER_DUE_DILIGENCE);
        approver(() -> partners.approve(reference, 1, StepData.NONE));
        assertThat(find(reference).status()).isEqualTo(PartnerStatus.APPROVED);
    }

    @Test
    void everybodyKeepsToTheirOwnSteps() throws Exception {
        Reference reference = As.officer(() -> partners.register(Some.company()));
        assertThatThrownBy(() -> approver(() -> partners.beginDueDiligence(reference, 0, StepData.NONE)))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> officer(() -> partners.approve(reference, 0, StepData.NONE)))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> officer(() -> partners.block(reference, 0, StepData.because("why"))))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void aStepBackIsExplained() throws Exception {
        Reference reference = As.officer(() -> partners.register(Some.company()));
        assertThat(Refusals.of(() -> As.officer(() -> {
                    partners.retire(reference, 0, StepData.because(" "));
                    return true;
                })))
                .containsExactly("reason: required");
        As.officer(() -> {
            partners.beginDueDiligence(reference, 0, StepData.NONE);
            return true;
        });
        assertThat(Refusals.of(() -> As.approver(() -> {
                    partners.block(reference, 1, StepData.because(null));
                    return true;
                })))
                .containsExactly("reason: required");
    }

    private PartnerDetail find(Reference reference) throws Exception {
        return As.manager(() -> queries.find(reference.value())).orElseThrow();
    }

    private boolean change(Reference reference, long version, PartnerData data) {
        partners.change(reference, version, data);
        return true;
    }

    private static void officer(Step step) throws Exception {
        As.officer(step::taken);
    }

    private static void approver(Step step) throws Exception {
        As.approver(step::taken);
    }

    /** Something that gives nothing back. */
    private interface Step {
        void take();

        default boolean taken() {
            take();
            return true;
        }
    }
}
