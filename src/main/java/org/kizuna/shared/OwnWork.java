package org.kizuna.shared;

/** A refusal because somebody would judge their own work. The journal notes that it was tried. */
public interface OwnWork {}
