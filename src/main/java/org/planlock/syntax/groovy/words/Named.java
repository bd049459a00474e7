package org.planlock.syntax.groovy.words;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A block that may name itself: {@code plan('my-study') { … }}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Named {
  /** The key of its name. */
  String value();
}
