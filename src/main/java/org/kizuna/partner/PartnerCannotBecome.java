package org.kizuna.partner;

import org.kizuna.shared.WrongState;

/** The partner's status does not lead there. */
public final class PartnerCannotBecome extends WrongState {

    PartnerCannotBecome(PartnerStatus status, PartnerStatus next) {
        super("status", status, next);
    }
}
