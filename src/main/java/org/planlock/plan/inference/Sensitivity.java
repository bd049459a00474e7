package org.planlock.plan.inference;

import java.util.List;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Words;

/** The declared alternatives, and what it means when they disagree: field J8. */
public record Sensitivity(List<Variant> variants, Declared<Disagreement> disagree) {
  /** The same plan with some values changed. */
  public record Variant(String name, @Key("set") List<Setting> settings) {}

  /** When variants disagree, and what is then done. */
  public record Disagreement(Words when, Words then) {}
}
