package org.kizuna.security;

import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where there are fewer people than roles, {@code KIZUNA_SMALL_OFFICE=true} lets one account hold roles that do not go
 * together. One person then still never plays two parts in one record.
 */
public final class SmallOffice {

    private SmallOffice() {}

    public static boolean isSet() {
        return ConfigProvider.getConfig()
                .getOptionalValue("kizuna.small-office", Boolean.class)
                .orElse(false);
    }
}
