package org.kizuna.history;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.event.EventData;
import org.kizuna.event.EventPartnerRole;
import org.kizuna.event.EventRegister;
import org.kizuna.history.proof.ProofQueries;
import org.kizuna.history.proof.SealTimer;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.Sector;
import org.kizuna.samples.Some;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Signing;

/** Whose records belong to a cooperation: those of the partners beneath a partner, too. */
@ArquillianTest
class CooperationScopeContainerIT {

    @Inject
    private PartnerRegister partners;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private AgreementQueries agreementQueries;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private EventRegister events;

    @Inject
    private SealTimer sealer;

    @Inject
    private ProofQueries proofs;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    private Reference ministry;
    private Reference agency;
    private Reference office;
    private Reference stranger;
    private Reference agreement;
    private Reference given;
    private Reference givenByStranger;
    private Reference entry;
    private Reference event;

    @SuppressWarnings("NullAway.Init")
    CooperationScopeContainerIT() {}

    @BeforeEach
    void ministryWithAnAgencyWithAnOffice() throws Exception {
        ministry = partner(null);
        agency = partner(ministry);
        office = partner(agency);
        stranger = partner(null);
        agreement = Signing.signed(
                agreements, agreementQueries, Some.contributionAgreement("USD", "900", office, stranger));
        given = As.officer(() -> contributions.open(Some.contribution(office, agreement, "USD")));
        entry = As.officer(() -> ledger.post(given, Some.entry(EntryKind.COMMITMENT, "10")));
        givenByStranger = As.officer(() -> contributions.open(Some.contribution(stranger, agreement, "USD")));
        event = As.officer(() -> events.plan(
                Some.webinar(List.of(new EventData.PartnerPart(office.value(), EventPartnerRole.HOST)), List.of())));
    }

    @Test
    void aPartnersScopeHoldsWhatThePartnersBeneathItDid() throws Exception {
        Set<String> scope = scope(false);
        assertThat(scope)
                .contains(
                        ministry.value(),
                        agency.value(),
                        office.value(),
                        agreement.value(),
                        given.value(),
                        entry.value(),
                        givenByStranger.value(),
                        event.value())
                .doesNotContain(stranger.value());
    }

    @Test
    void aDonorsScopeHoldsWhatItAndThoseBeneathItGave() throws Exception {
        assertThat(scope(true))
                .containsExactlyInAnyOrder(
                        ministry.value(),
                        agency.value(),
                        office.value(),
                        agreement.value(),
                        given.value(),
                        entry.value());
    }

    @Test
    void whatWasSealedLaterDoesNotCount() throws Exception {
        Set<String> before;
        Reference late;
        try (Connection connection = dataSource.getConnection()) {
            sealer.seal();
            long size = As.auditor(() -> proofs.heads(null, 1)).get(0).size();
            late = partner(ministry);
            sealer.seal();
            before = names(CooperationScope.sealed(connection, size).around(record(ministry)));
        }
        assertThat(before).contains(office.value()).doesNotContain(late.value());
        assertThat(scope(false)).contains(late.value());
    }

    private Set<String> scope(boolean money) throws Exception {
        sealer.seal();
        long size = As.auditor(() -> proofs.heads(null, 1)).get(0).size();
        try (Connection connection = dataSource.getConnection()) {
            CooperationScope scope = CooperationScope.sealed(connection, size);
            return names(money ? scope.money(record(ministry)) : scope.around(record(ministry)));
        }
    }

    private RecordRef record(Reference partner) throws Exception {
        return new RecordRef(
                "Partner",
                new Journal(dataSource).number("SELECT id FROM partner WHERE reference = ?", partner.value()));
    }

    /** What people call the records: the reference under which each was entered. */
    private Set<String> names(Set<RecordRef> records) throws Exception {
        Journal journal = new Journal(dataSource);
        Set<String> names = new TreeSet<>();
        for (RecordRef record : records) {
            names.addAll(journal
                    .rows(
                            "SELECT DISTINCT reference FROM journal_change WHERE entity = ? AND entity_id = ?",
                            record.kind(),
                            record.id())
                    .stream()
                    .map(row -> row.get(0))
                    .collect(Collectors.toSet()));
        }
        return names;
    }

    private Reference partner(@Nullable Reference parent) throws Exception {
        PartnerData data = new PartnerData(
                null,
                Some.name("Office"),
                null,
                null,
                Sector.GOVERNMENT,
                null,
                "JP",
                parent == null ? null : parent.value(),
                null,
                null,
                false,
                List.of(),
                List.of(),
                List.of());
        return As.officer(() -> partners.register(data));
    }
}
