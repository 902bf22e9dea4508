package org.kizuna.agreement;

import org.kizuna.shared.WrongState;

/** The agreement's status does not lead there. */
public final class AgreementCannotBecome extends WrongState {

    AgreementCannotBecome(AgreementStatus status, AgreementStatus next) {
        super("status", status, next);
    }
}
