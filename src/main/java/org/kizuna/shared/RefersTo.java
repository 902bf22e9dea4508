package org.kizuna.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A component that holds the reference of a record, which a page lets somebody pick. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface RefersTo {

    /** Name of the entity; empty for records of any kind. */
    String value() default "";

    /** Name of the component beside it that holds the kind, where records of any kind are referred to. */
    String kindIn() default "";
}
