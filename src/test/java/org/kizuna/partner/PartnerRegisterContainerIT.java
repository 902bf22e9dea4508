package org.kizuna.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.kizuna.shared.Reference;
import org.kizuna.shared.StaleVersion;
import org.kizuna.testing.As;

@ArquillianTest
class PartnerRegisterContainerIT {

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries queries;

    @Test
    void keepsWhatAnOfficerRecords() throws Exception {
        Reference reference =
                As.officer(() -> partners.register(PartnerData.of("Komatsu Ltd.", Sector.PRIVATE_SECTOR, "JP")));
        PartnerDetail detail = As.manager(() -> queries.find(reference.value())).orElseThrow();
        assertThat(detail.data().legalName()).isEqualTo("Komatsu Ltd.");
        assertThat(detail.recordedBy()).isEqualTo("officer");
        assertThat(detail.status()).isEqualTo(PartnerStatus.PROSPECT);
    }

    @Test
    void refusesAManager() {
        assertThatThrownBy(() ->
                        As.manager(() -> partners.register(PartnerData.of("Nobody Ltd.", Sector.PRIVATE_SECTOR, "JP"))))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void refusesASaveOverSomebodyElses() throws Exception {
        Reference reference =
                As.officer(() -> partners.register(PartnerData.of("Twice Ltd.", Sector.PRIVATE_SECTOR, "JP")));
        As.officer(() -> change(reference, 0, "Twice Limited"));
        assertThatThrownBy(() -> As.officer2(() -> change(reference, 0, "Twice Inc.")))
                .isInstanceOf(StaleVersion.class);
    }

    private boolean change(Reference reference, long version, String name) {
        partners.change(reference, version, PartnerData.of(name, Sector.PRIVATE_SECTOR, "JP"));
        return true;
    }
}
