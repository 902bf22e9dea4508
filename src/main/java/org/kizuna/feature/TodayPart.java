package org.kizuna.feature;

/** What is due in a feature for whoever begins the day; found by CDI. */
public interface TodayPart {

    /** Among the parts, ascending. */
    int place();

    void tell(Today today);
}
