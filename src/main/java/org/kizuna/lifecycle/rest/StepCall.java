package org.kizuna.lifecycle.rest;

import org.kizuna.lifecycle.StepData;
import org.kizuna.shared.Reference;

/** A register's method that takes a step. */
@FunctionalInterface
public interface StepCall {

    void take(Reference reference, long version, StepData data);
}
