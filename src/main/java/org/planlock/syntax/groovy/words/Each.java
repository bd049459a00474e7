package org.planlock.syntax.groovy.words;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A word that adds an item to a list. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Each {
  /** The key of the list. */
  String list();

  /** The key of the item's first value; without one, an item has only named values. */
  String name() default "";

  /** What the word says of the item's {@code role}. */
  String role() default "";
}
