package org.planlock.plan.register;

import java.util.List;
import org.planlock.plan.value.AsSet;
import org.planlock.plan.value.Declared;

/** A named person, what they are blinded to and what they sign. */
public record Person(
    String role,
    String name,
    @AsSet Declared<List<String>> blindedTo,
    @AsSet Declared<List<Duty>> signs) {
  /** What a person signs. */
  public enum Duty {
    PLAN,
    AMENDMENT,
    RELEASE,
    RESULT
  }
}
