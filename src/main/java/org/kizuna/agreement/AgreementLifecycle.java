package org.kizuna.agreement;

import static org.kizuna.agreement.AgreementStatus.AWAITING_SIGNATURE;
import static org.kizuna.agreement.AgreementStatus.CANCELLED;
import static org.kizuna.agreement.AgreementStatus.CLEARED;
import static org.kizuna.agreement.AgreementStatus.DRAFT;
import static org.kizuna.agreement.AgreementStatus.ENDED;
import static org.kizuna.agreement.AgreementStatus.IN_FORCE;
import static org.kizuna.agreement.AgreementStatus.IN_REVIEW;
import static org.kizuna.agreement.AgreementStatus.SIGNED;
import static org.kizuna.agreement.AgreementStatus.SUSPENDED;
import static org.kizuna.agreement.AgreementStatus.TERMINATED;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.kizuna.lifecycle.Asked;
import org.kizuna.lifecycle.Guard;
import org.kizuna.lifecycle.Lifecycle;
import org.kizuna.lifecycle.Step;
import org.kizuna.security.Roles;
import org.kizuna.shared.Problems;

/** The life of an agreement: there is no way back from SIGNED to a draft, and none to CANCELLED. */
public final class AgreementLifecycle {

    private static final Set<String> OFFICER = Set.of(Roles.OFFICER);
    private static final Set<String> APPROVER = Set.of(Roles.APPROVER);

    /** Its steps, in the order in which they are usually taken. */
    public static final Lifecycle<AgreementStatus, Agreement> STEPS = new Lifecycle<>(
            List.of(
                    step(
                            "sendForReview",
                            Set.of(DRAFT),
                            IN_REVIEW,
                            OFFICER,
                            Set.of(),
                            List.of(AgreementLifecycle::moneyAndStartAreSaid, AgreementLifecycle::noPartyIsBlocked)),
                    step(
                            "clear",
                            Set.of(IN_REVIEW),
                            CLEARED,
                            APPROVER,
                            Set.of(),
                            List.of(AgreementLifecycle::noPartyIsBlocked)),
                    step(
                            "sendForSignature",
                            Set.of(CLEARED),
                            AWAITING_SIGNATURE,
                            OFFICER,
                            Set.of(),
                            List.of(AgreementLifecycle::noPartyIsBlocked)),
                    step(
                            "sign",
                            Set.of(AWAITING_SIGNATURE),
                            SIGNED,
                            OFFICER,
                            Set.of(Asked.SIGNATURES),
                            List.of(AgreementLifecycle::noPartyIsBlocked)),
                    step(
                            "bringIntoForce",
                            Set.of(SIGNED),
                            IN_FORCE,
                            OFFICER,
                            Set.of(Asked.ON),
                            List.of(AgreementLifecycle::noPartyIsBlocked, AgreementLifecycle::parentIsInForce)),
                    step(
                            "returnToDraft",
                            Set.of(IN_REVIEW, CLEARED),
                            DRAFT,
                            Set.of(Roles.OFFICER, Roles.APPROVER),
                            Set.of(Asked.REASON),
                            List.of()),
                    step("suspend", Set.of(IN_FORCE), SUSPENDED, APPROVER, Set.of(Asked.REASON), List.of()),
                    step(
                            "resume",
                            Set.of(SUSPENDED),
                            IN_FORCE,
                            APPROVER,
                            Set.of(Asked.REASON),
                            List.of(AgreementLifecycle::noPartyIsBlocked, AgreementLifecycle::parentIsInForce)),
                    step(
                            "end",
                            Set.of(IN_FORCE),
                            ENDED,
                            OFFICER,
                            Set.of(Asked.ON),
                            List.of(AgreementLifecycle::noPartyIsBlocked)),
                    step(
                            "terminate",
                            Set.of(SIGNED, IN_FORCE, SUSPENDED),
                            TERMINATED,
                            APPROVER,
                            Set.of(Asked.ON, Asked.REASON),
                            List.of()),
                    step(
                            "cancel",
                            Set.of(DRAFT, IN_REVIEW, CLEARED, AWAITING_SIGNATURE),
                            CANCELLED,
                            OFFICER,
                            Set.of(Asked.REASON),
                            List.of())),
            AgreementCannotBecome::new);

    private AgreementLifecycle() {}

    private static Step<AgreementStatus, Agreement> step(
            String method,
            Set<AgreementStatus> from,
            AgreementStatus to,
            Set<String> roles,
            Set<Asked> asks,
            List<Guard<Agreement>> guards) {
        return new Step<>(method, from, to, roles, asks, guards);
    }

    /** What is financial names its money, and what binds names its beginning. */
    private static void moneyAndStartAreSaid(Agreement agreement, Problems problems, Instant now) {
        if (agreement.terms().financial()) {
            problems.required("currency", agreement.currency());
            problems.required("ceiling", agreement.ceiling());
        }
        if (agreement.terms().legallyBinding()) {
            problems.required("startsOn", agreement.startsOn());
        }
    }

    /** A blocked partner stops every step but those that limit what it may still do. */
    private static void noPartyIsBlocked(Agreement agreement, Problems problems, Instant now) {
        agreement.parties().forEach(party -> party.partner().requireNotBlocked("parties"));
    }

    private static void parentIsInForce(Agreement agreement, Problems problems, Instant now) {
        Agreement parent = agreement.parent();
        if (parent != null && parent.status() != IN_FORCE) {
            throw new ParentIsNotInForce(parent.reference());
        }
    }
}
