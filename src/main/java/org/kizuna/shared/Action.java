package org.kizuna.shared;

import org.jspecify.annotations.Nullable;

/**
 * What somebody is carrying out in the current transaction; the journal keeps it with every change.
 *
 * @param actor user name
 * @param role the role that allowed it
 * @param action register and method, as {@code PartnerRegister.register}
 * @param reason why, where the action asks for it
 */
public record Action(
        String actor,
        String role,
        Channel channel,
        String action,
        @Nullable String reason) {

    Action because(String why) {
        return new Action(actor, role, channel, action, why);
    }
}
