package org.kizuna.security;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A door through which records are written. Each of its methods is one intention, declares the roles that may carry
 * it out, and is named in the journal with everything it changes. What is written through no register is refused.
 */
@InterceptorBinding
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Register {

    /** What the journal calls it where it is not called as its class is: what was sealed keeps its name. */
    @Nonbinding
    String value() default "";
}
