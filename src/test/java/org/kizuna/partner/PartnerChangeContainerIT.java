package org.kizuna.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.agreement.AgreementStatus;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.lifecycle.StepData;
import org.kizuna.samples.Some;
import org.kizuna.samples.Stages;
import org.kizuna.security.Roles;
import org.kizuna.shared.AskedAbout;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Question;
import org.kizuna.shared.Reference;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Refusals;

/** What an approver cleared of a partner changes by an approver's leave, and a blocked partner binds nobody further. */
@ArquillianTest
class PartnerChangeContainerIT {

    private static final Set<String> BOTH = Set.of(Roles.OFFICER, Roles.APPROVER);

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerChangeRegister changes;

    @Inject
    private PartnerQueries queries;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private AgreementQueries agreementQueries;

    @Inject
    private ContributionRegister contributions;

    private Stages stages;
    private PartnerData wanted;
    private Reference partner;

    @BeforeEach
    void anApprovedPartnerAndWhatItShallBe() throws Exception {
        stages = new Stages(partners, queries, agreements, agreementQueries);
        wanted = Some.company();
        partner = approved();
    }

    @Test
    void aNewLegalNameWaitsForAnApprover() throws Exception {
        String before = String.valueOf(find().data().legalName());
        change("officer", wanted);
        assertThat(find().data().legalName()).isEqualTo(before);
        assertThat(find().status()).isEqualTo(PartnerStatus.APPROVED);
        PendingPartnerChange pending = pending();
        assertThat(pending.proposedBy()).isEqualTo("officer");
        assertThat(pending.items())
                .containsExactly(new PendingPartnerChange.Item("legalName", before, wanted.legalName()));
        assertThat(As.manager(() -> queries.count(PartnerCriteria.CHANGE_PENDING))
                        .number())
                .isPositive();
        As.approver(() -> done(() -> changes.accept(partner, pending.version())));
        assertThat(find().data().legalName()).isEqualTo(wanted.legalName());
        assertThat(find().status()).isEqualTo(PartnerStatus.APPROVED);
        assertThat(As.manager(() -> queries.pendingChange(partner))).isEmpty();
    }

    @Test
    void itsFormerNameStaysAndItsNewOneIsKnownOnceAnApproverAccepts() throws Exception {
        PartnerData now = find().data();
        String before = String.valueOf(now.legalName());
        PartnerData.Name former = new PartnerData.Name(PartnerName.Kind.FORMER, before, LocalDate.of(2026, 6, 30));
        change("officer", renamed(now, String.valueOf(wanted.legalName()), former));
        assertThat(find().data().names()).as("at once").containsExactly(former);
        assertThat(askedAbout(wanted)).as("nobody is called so yet").isEmpty();
        As.approver(() -> done(() -> changes.accept(partner, pending().version())));
        assertThat(find().data().legalName()).isEqualTo(wanted.legalName());
        assertThat(find().data().names()).containsExactly(former);
        assertThat(askedAbout(wanted)).containsExactly("likelyDuplicate");
        assertThat(askedAbout(PartnerData.of(before, Sector.PRIVATE_SECTOR, "JP")))
                .as("by its former name")
                .containsExactly("likelyDuplicate");
        PartnerCriteria called = new PartnerCriteria(before, null, null, null, null);
        assertThat(As.manager(() -> queries.list(called, PageRequest.first(10))).items())
                .extracting(PartnerRow::reference)
                .contains(partner);
    }

    private static PartnerData renamed(PartnerData data, String legalName, PartnerData.Name former) {
        return new PartnerData(
                data.reference(),
                legalName,
                data.localName(),
                data.acronym(),
                data.sector(),
                data.organisationType(),
                data.country(),
                data.parent(),
                data.website(),
                data.note(),
                data.collective(),
                List.of(former),
                data.identifiers(),
                data.contacts());
    }

    /** What a second registration of such a partner is asked. */
    private List<String> askedAbout(PartnerData data) throws Exception {
        try {
            As.officer(() -> partners.register(data));
            return List.of();
        } catch (AskedAbout asked) {
            return asked.questions().stream().map(Question::code).toList();
        }
    }

    @Test
    void whatIsRefusedDoesNotHappenAndIsExplained() throws Exception {
        change("officer", wanted);
        long version = pending().version();
        assertThat(Refusals.of(() -> As.approver(() -> done(() -> changes.refuse(partner, version, " ")))))
                .containsExactly("reason: required");
        As.approver(() -> done(() -> changes.refuse(partner, version, "no evidence")));
        assertThat(find().data().legalName()).isNotEqualTo(wanted.legalName());
        assertThat(As.manager(() -> queries.pendingChange(partner))).isEmpty();
        assertThat(new Journal(dataSource)
                        .rows(
                                "SELECT s.action, s.reason FROM journal_change c JOIN journal_change_set s ON s.id ="
                                        + " c.change_set_id WHERE c.entity = 'PartnerChange' AND c.reference = ?"
                                        + " ORDER BY s.id",
                                partner.value()))
                .containsExactly(
                        List.of("PartnerRegister.change", "null"),
                        List.of("PartnerChangeRegister.refuse", "no evidence"));
        assertThatThrownBy(() -> As.approver(() -> done(() -> changes.accept(partner, version))))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void nobodyAcceptsWhatTheyProposedAlsoTogetherWithAnother() throws Exception {
        String both = Some.reference("both");
        As.somebody(both, BOTH, () -> done(() -> partners.change(partner, version(), wanted)));
        PartnerData elsewhere = PartnerData.of(String.valueOf(find().data().legalName()), Sector.PRIVATE_SECTOR, "AT");
        change("officer2", elsewhere);
        assertThat(pending().items())
                .extracting(PendingPartnerChange.Item::field)
                .containsExactly("legalName", "country");
        assertThatThrownBy(() -> As.somebody(
                        both,
                        BOTH,
                        () -> done(() -> changes.accept(partner, pending().version()))))
                .isInstanceOf(ApproverIsAuthor.class);
        As.approver(() -> done(() -> changes.accept(partner, pending().version())));
        assertThat(find().data().country()).isEqualTo("AT");
    }

    @Test
    void whatWasAddedToMeanwhileIsLookedAtAgain() throws Exception {
        change("officer", wanted);
        long seen = pending().version();
        change("officer2", PartnerData.of(String.valueOf(find().data().legalName()), Sector.PRIVATE_SECTOR, "AT"));
        assertThatThrownBy(() -> As.approver(() -> done(() -> changes.accept(partner, seen))))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void whatNoLongerFitsIsRefused() throws Exception {
        change("officer", wanted);
        long version = pending().version();
        long approved = version();
        As.approver(() -> done(() -> partners.suspend(partner, approved, StepData.because("complaint"))));
        change("officer", Some.company());
        assertThatThrownBy(() -> As.approver(() -> done(() -> changes.accept(partner, version))))
                .isInstanceOf(PartnerMovedOn.class);
    }

    @Test
    void theRestIsFreeAndAMistakeIsToldAtOnce() throws Exception {
        PartnerData now = find().data();
        PartnerData.Identifier added = Some.identifier();
        change("officer", with(now, "Acronym", List.of(added)));
        assertThat(find().data().acronym()).isEqualTo("Acronym");
        assertThat(find().data().identifiers()).containsExactly(added);
        assertThat(As.manager(() -> queries.pendingChange(partner))).isEmpty();
        change("officer", with(now, "Acronym", List.of()));
        assertThat(find().data().identifiers()).containsExactly(added);
        assertThat(pending().items())
                .extracting(PendingPartnerChange.Item::field)
                .containsExactly("identifiers");
        assertThat(Refusals.of(() -> As.officer(() -> done(
                        () -> partners.change(partner, version(), PartnerData.of("", Sector.PRIVATE_SECTOR, "JP"))))))
                .containsExactly("legalName: required");
    }

    @Test
    void onlyAnApproverLiftsABlockAndSaysWhy() throws Exception {
        stagesBlock();
        long version = version();
        assertThatThrownBy(
                        () -> As.officer(() -> done(() -> partners.beginDueDiligence(partner, version, StepData.NONE))))
                .isInstanceOf(PartnerCannotBecome.class);
        assertThat(Refusals.of(() ->
                        As.approver(() -> done(() -> partners.liftBlock(partner, version, StepData.because(null))))))
                .containsExactly("reason: required");
        As.approver(() -> done(() -> partners.liftBlock(partner, version, StepData.because("off the list"))));
        assertThat(find().status()).isEqualTo(PartnerStatus.UNDER_DUE_DILIGENCE);
    }

    @Test
    void aBlockedPartnerGivesNothingNewAndWhatLimitsExposureStaysPossible() throws Exception {
        Reference administrator = stages.company();
        Reference inForce = stages.inForce(Some.memorandum(partner, administrator));
        Reference inReview = stages.inReview(Some.memorandum(partner, administrator));
        Reference draft = As.officer(() -> agreements.draft(Some.memorandum(partner, administrator)));
        stagesBlock();
        assertThatThrownBy(() -> As.officer(() -> contributions.open(Some.contribution(partner, null, "USD"))))
                .isInstanceOf(PartnerIsBlocked.class);
        assertThatThrownBy(() -> As.officer(() -> done(() -> agreements.sendForReview(draft, 0, StepData.NONE))))
                .isInstanceOf(PartnerIsBlocked.class);
        long version = stages.agreement(inForce).version();
        As.approver(() -> done(() -> agreements.suspend(inForce, version, StepData.because("sanctions"))));
        assertThatThrownBy(() ->
                        As.approver(() -> done(() -> agreements.resume(inForce, version + 1, StepData.because("why")))))
                .isInstanceOf(PartnerIsBlocked.class);
        As.approver(() -> done(() -> agreements.terminate(inForce, version + 1, StepData.on(Some.DAY, "sanctions"))));
        As.approver(() -> done(() -> agreements.returnToDraft(inReview, 1, StepData.because("sanctions"))));
        As.officer(() -> done(() -> agreements.cancel(draft, 0, StepData.because("sanctions"))));
        assertThat(stages.agreement(inForce).status()).isEqualTo(AgreementStatus.TERMINATED);
        assertThat(stages.agreement(inReview).status()).isEqualTo(AgreementStatus.DRAFT);
    }

    private void stagesBlock() throws Exception {
        long version = version();
        As.approver(() -> done(() -> partners.block(partner, version, StepData.because("on a sanctions list"))));
    }

    private Reference approved() throws Exception {
        Reference fresh = stages.company();
        As.officer(() -> done(() -> partners.beginDueDiligence(fresh, 0, StepData.NONE)));
        As.approver(() -> done(() -> partners.approve(fresh, 1, StepData.NONE)));
        return fresh;
    }

    private void change(String who, PartnerData data) throws Exception {
        long version = version();
        As.somebody(who, Set.of(Roles.OFFICER), () -> done(() -> partners.change(partner, version, data)));
    }

    private PartnerDetail find() throws Exception {
        return As.manager(() -> queries.find(partner.value())).orElseThrow();
    }

    private long version() throws Exception {
        return find().version();
    }

    private PendingPartnerChange pending() throws Exception {
        return As.manager(() -> queries.pendingChange(partner)).orElseThrow();
    }

    private static PartnerData with(PartnerData data, String acronym, List<PartnerData.Identifier> identifiers) {
        return new PartnerData(
                data.reference(),
                data.legalName(),
                data.localName(),
                acronym,
                data.sector(),
                data.organisationType(),
                data.country(),
                data.parent(),
                data.website(),
                data.note(),
                data.collective(),
                data.names(),
                identifiers,
                data.contacts());
    }

    private static boolean done(Step work) throws Exception {
        work.take();
        return true;
    }

    private interface Step {
        void take() throws Exception;
    }
}
