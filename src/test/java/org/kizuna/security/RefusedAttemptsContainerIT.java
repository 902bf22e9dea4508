package org.kizuna.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.kizuna.lifecycle.StepData;
import org.kizuna.partner.ApproverIsAuthor;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.samples.Some;
import org.kizuna.shared.InvalidInput;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;

@ArquillianTest
class RefusedAttemptsContainerIT {

    private static final Set<String> BOTH = Set.of(Roles.OFFICER, Roles.APPROVER);

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries queries;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Test
    void approvingOnesOwnRecordIsNotedThoughItWasRolledBack() throws Exception {
        String name = Some.reference("both");
        Reference partner = As.somebody(name, BOTH, () -> {
            Reference registered = partners.register(Some.company());
            partners.beginDueDiligence(registered, 0, StepData.NONE);
            return registered;
        });
        long version = As.somebody(
                name, BOTH, () -> queries.find(partner.value()).orElseThrow().version());
        assertThatThrownBy(() -> As.somebody(name, BOTH, () -> {
                    partners.approve(partner, version, StepData.NONE);
                    return true;
                }))
                .isInstanceOf(ApproverIsAuthor.class);
        assertThat(notesBy(name))
                .containsExactly(List.of(
                        "APPROVER",
                        "0",
                        "{\"attempted\":\"PartnerRegister.approve\",\"record\":\"" + partner
                                + "\",\"refusal\":\"ApproverIsAuthor\"}"));
    }

    @Test
    void whatARoleDoesNotAllowIsNoted() throws Exception {
        String name = Some.reference("reader");
        assertThatThrownBy(() -> As.somebody(name, Set.of(Roles.MANAGER), () -> partners.register(Some.company())))
                .isInstanceOf(EJBAccessException.class);
        assertThat(notesBy(name))
                .containsExactly(List.of(
                        "MANAGER", "0", "{\"attempted\":\"PartnerRegister.register\",\"refusal\":\"NotAllowed\"}"));
    }

    @Test
    void aSlipOfTheKeyboardIsNoAttemptWorthNoting() throws Exception {
        String name = Some.reference("hasty");
        assertThatThrownBy(
                        () -> As.somebody(name, Set.of(Roles.OFFICER), () -> partners.register(Some.company("A b/c"))))
                .isInstanceOf(InvalidInput.class);
        assertThat(notesBy(name)).isEmpty();
    }

    private List<List<String>> notesBy(String actor) throws SQLException {
        return new Journal(dataSource)
                .rows(
                        "SELECT actor_role, change_count, detail FROM journal_change_set WHERE actor = ?"
                                + " AND action = 'RefusedAttempts.note' ORDER BY id",
                        actor);
    }
}
