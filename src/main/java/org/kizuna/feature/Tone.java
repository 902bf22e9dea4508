package org.kizuna.feature;

/** How a state looks: reached, on its way, waiting for somebody, broken off. */
public enum Tone {
    GOOD,
    INFO,
    WARN,
    BAD
}
