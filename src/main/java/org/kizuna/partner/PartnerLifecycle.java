package org.kizuna.partner;

import static org.kizuna.partner.PartnerStatus.APPROVED;
import static org.kizuna.partner.PartnerStatus.BLOCKED;
import static org.kizuna.partner.PartnerStatus.INACTIVE;
import static org.kizuna.partner.PartnerStatus.PROSPECT;
import static org.kizuna.partner.PartnerStatus.SUSPENDED;
import static org.kizuna.partner.PartnerStatus.UNDER_DUE_DILIGENCE;

import java.util.List;
import java.util.Set;
import org.kizuna.lifecycle.Asked;
import org.kizuna.lifecycle.Lifecycle;
import org.kizuna.lifecycle.Step;
import org.kizuna.security.Roles;

/** The life of a relation with a partner. */
public final class PartnerLifecycle {

    private static final Set<String> OFFICER = Set.of(Roles.OFFICER);
    private static final Set<String> APPROVER = Set.of(Roles.APPROVER);
    private static final Set<Asked> WHY = Set.of(Asked.REASON);

    /** Its steps, in the order in which they are usually taken. */
    public static final Lifecycle<PartnerStatus, Partner> STEPS = new Lifecycle<>(
            List.of(
                    step("beginDueDiligence", Set.of(PROSPECT), UNDER_DUE_DILIGENCE, OFFICER, Set.of()),
                    step("approve", Set.of(UNDER_DUE_DILIGENCE, SUSPENDED), APPROVED, APPROVER, Set.of()),
                    step("reopen", Set.of(UNDER_DUE_DILIGENCE, INACTIVE), PROSPECT, OFFICER, Set.of()),
                    step("suspend", Set.of(APPROVED), SUSPENDED, APPROVER, WHY),
                    step("block", Set.of(UNDER_DUE_DILIGENCE, APPROVED, SUSPENDED), BLOCKED, APPROVER, WHY),
                    step("liftBlock", Set.of(BLOCKED), UNDER_DUE_DILIGENCE, APPROVER, WHY),
                    step("retire", Set.of(PROSPECT, UNDER_DUE_DILIGENCE, APPROVED, SUSPENDED), INACTIVE, OFFICER, WHY)),
            PartnerCannotBecome::new);

    private PartnerLifecycle() {}

    private static Step<PartnerStatus, Partner> step(
            String method, Set<PartnerStatus> from, PartnerStatus to, Set<String> roles, Set<Asked> asks) {
        return new Step<>(method, from, to, roles, asks, List.of());
    }
}
