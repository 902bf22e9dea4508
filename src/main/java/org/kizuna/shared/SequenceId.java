package org.kizuna.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.annotations.IdGeneratorType;

/** An id counted up per table, a thousand at a time: identity columns would switch batched
 * inserts off, and each time costs a commit of its own. */
@IdGeneratorType(SequenceIdGenerator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface SequenceId {}
