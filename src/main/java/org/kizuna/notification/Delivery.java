package org.kizuna.notification;

/** How notices of a kind come by mail. */
public enum Delivery {
    AT_ONCE,
    /** Once a day, all together. */
    DAILY,
    NEVER;

    /** Where nothing was chosen. */
    public static final Delivery USUAL = DAILY;
}
