package org.kizuna.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.ledger.DonorIsNoParty;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.samples.Some;
import org.kizuna.samples.Stages;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;
import org.kizuna.testing.Owner;
import org.kizuna.testing.Refusals;

/** Nothing stands beneath itself, whoever saves at the same moment. */
@ArquillianTest
class HierarchyContainerIT {

    private static final int ROUNDS = 8;

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
    private AgreementQueries queries;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister ledger;

    private Stages stages;

    @BeforeEach
    void knowTheStages() {
        stages = new Stages(partners, partnerQueries, agreements, queries);
    }

    @Test
    void twoWhoPutPartnersBeneathEachOtherAtOnceMakeNoLoop() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Reference one = stages.company();
            Reference other = stages.company();
            Reference third = stages.company();
            assertThat(atOnce(List.of(
                            () -> putBeneath(one, other),
                            () -> putBeneath(other, third),
                            () -> putBeneath(third, one))))
                    .isLessThan(3);
        }
    }

    @Test
    void twoWhoPutAgreementsBeneathEachOtherAtOnceMakeNoLoop() throws Exception {
        Reference donor = stages.ministry();
        Reference administrator = stages.company();
        for (int round = 0; round < ROUNDS; round++) {
            Reference one = As.officer(() -> agreements.draft(Some.memorandum(donor, administrator)));
            Reference other = As.officer(() -> agreements.draft(Some.memorandum(donor, administrator)));
            assertThat(atOnce(List.of(
                            () -> putUnder(one, other, donor, administrator),
                            () -> putUnder(other, one, donor, administrator))))
                    .isLessThan(2);
        }
    }

    @Test
    void nothingIsPutBeneathItself() throws Exception {
        Reference top = stages.company();
        Reference middle = stages.company();
        putBeneath(middle, top);
        assertThat(Refusals.of(() -> putBeneath(top, middle))).containsExactly("parent: partnerBelowItself");
        assertThat(Refusals.of(() -> putBeneath(top, top))).containsExactly("parent: partnerBelowItself");
    }

    @Test
    @Timeout(60)
    void aLoopThatStandsInTheTablesStopsNobody() throws Exception {
        Reference one = stages.company();
        Reference other = stages.company();
        Reference donor = stages.ministry();
        Reference administrator = stages.company();
        bend(one, other);
        bend(other, one);
        Reference third = stages.company();
        assertThat(putBeneath(third, one)).isTrue();
        Reference agreement = stages.signed(Some.contributionAgreement("USD", "100", donor, administrator));
        Reference contribution = As.officer(() -> contributions.open(Some.contribution(third, agreement, "USD")));
        assertThatThrownBy(() -> As.officer(() -> ledger.post(contribution, Some.entry(EntryKind.COMMITMENT, "10"))))
                .isInstanceOf(DonorIsNoParty.class);
        loosen(one);
        loosen(other);
    }

    /** As the journal knows it. */
    private void loosen(Reference partner) throws Exception {
        try (Connection owner = Owner.connect(dataSource);
                var loosened = owner.prepareStatement("UPDATE partner SET parent_id = NULL WHERE reference = ?")) {
            loosened.setString(1, partner.value());
            loosened.executeUpdate();
        }
    }

    private void bend(Reference partner, Reference parent) throws Exception {
        try (Connection owner = Owner.connect(dataSource);
                var bent = owner.prepareStatement("UPDATE partner p JOIN partner o ON o.reference = ? SET p.parent_id ="
                        + " o.id WHERE p.reference = ?")) {
            bent.setString(1, parent.value());
            bent.setString(2, partner.value());
            bent.executeUpdate();
        }
    }

    private boolean putBeneath(Reference partner, Reference parent) throws Exception {
        PartnerDetail now =
                As.manager(() -> partnerQueries.find(partner.value())).orElseThrow();
        PartnerData data = now.data();
        long version = now.version();
        return As.officer(() -> {
            partners.change(
                    partner,
                    version,
                    new PartnerData(
                            null,
                            data.legalName(),
                            null,
                            null,
                            data.sector(),
                            null,
                            data.country(),
                            parent.value(),
                            null,
                            null,
                            false,
                            List.of(),
                            List.of(),
                            List.of()));
            return true;
        });
    }

    private boolean putUnder(Reference agreement, Reference parent, Reference donor, Reference administrator)
            throws Exception {
        return As.officer(() -> {
            agreements.change(agreement, 0, Some.memorandumUnder(parent, Some.parties(donor, administrator)));
            return true;
        });
    }

    private long atOnce(List<Callable<Boolean>> attempts) throws Exception {
        List<Callable<Boolean>> caught = new ArrayList<>();
        attempts.forEach(attempt -> caught.add(() -> {
            try {
                return attempt.call();
            } catch (RuntimeException refused) {
                return false;
            }
        }));
        long succeeded = 0;
        for (Future<Boolean> attempt : executor.invokeAll(caught)) {
            succeeded += attempt.get() ? 1 : 0;
        }
        return succeeded;
    }
}
