package org.planlock.plan.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A technical default: where a plan is silent this value holds, and the lock writes it out. Never
 * used for a researcher's choice.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Technical {
  /** The value as a plan would write it. */
  String value();
}
