package org.kizuna.contribution;

/** How money is given to an organisation of the UN system [UN data standard on financing instruments]. */
public enum Instrument {
    ASSESSED,
    VOLUNTARY_CORE,
    POOLED_FUND,
    THEMATIC_FUND,
    VERTICAL_FUND,
    PROJECT_SPECIFIC,
    IN_KIND,
    OTHER
}
