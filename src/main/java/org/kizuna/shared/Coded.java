package org.kizuna.shared;

/** A constant that is written by the code which its published list gives it. */
public interface Coded {

    String code();
}
