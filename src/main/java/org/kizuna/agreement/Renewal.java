package org.kizuna.agreement;

/** What happens at the end of a term: nothing, a new consent, or a new term unless somebody gives notice. */
public enum Renewal {
    NONE,
    EXPRESS,
    TACIT
}
