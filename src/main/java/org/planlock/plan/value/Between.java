package org.planlock.plan.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The range that a number must lie in, both ends included unless something else is said. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Between {
  /** The smallest value. */
  double low();

  /** The largest value. */
  double high() default Double.MAX_VALUE;

  /** Whether the low end itself is refused. */
  boolean above() default false;

  /** Whether the high end itself is refused. */
  boolean below() default false;
}
