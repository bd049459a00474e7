package org.planlock.plan.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a phrase looks like, in words and by example, for messages and for the published schema. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Form {
  /** The form, such as {@code a count and a scope, such as `21 enrolled`}. */
  String value();
}
