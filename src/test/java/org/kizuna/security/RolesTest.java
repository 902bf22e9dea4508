package org.kizuna.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolesTest {

    @Test
    void officerApproverAndTreasurerCheckEachOther() {
        assertThat(Roles.areCompatible(Set.of(Roles.OFFICER, Roles.APPROVER))).isFalse();
        assertThat(Roles.areCompatible(Set.of(Roles.OFFICER, Roles.TREASURER))).isFalse();
        assertThat(Roles.areCompatible(Set.of(Roles.APPROVER, Roles.TREASURER))).isFalse();
    }

    @Test
    void auditorAndAdministratorStandAlone() {
        for (String alone : Set.of(Roles.AUDITOR, Roles.ADMINISTRATOR)) {
            for (String other : Roles.ALL) {
                assertThat(Roles.areCompatible(new HashSet<>(List.of(alone, other))))
                        .isEqualTo(alone.equals(other));
            }
        }
    }

    @Test
    void whoRecordsOrChecksMayAlsoWatch() {
        for (String role : Set.of(Roles.OFFICER, Roles.APPROVER, Roles.TREASURER)) {
            assertThat(Roles.areCompatible(Set.of(role, Roles.MANAGER))).isTrue();
            assertThat(Roles.areCompatible(Set.of(role))).isTrue();
        }
    }
}
