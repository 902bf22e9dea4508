package org.kizuna.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The field says something of a person: the journal keeps it so that it can be erased, and its proofs still hold. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Personal {

    /** Name of the field beside it, or of itself, that says which person. */
    String value();
}
