package org.planlock.plan.register;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.value.AsSet;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Words;

/** Who opens, judges and publishes: fields L1 to L3. */
public record Governance(
    Declared<Release> release, Declared<DeviationPolicy> deviation, Declared<Publication> publish) {
  /** How a sealed column is opened. */
  public record Release(
      String column, Declared<String> by, @AsSet List<String> after, Optional<Words> record) {}

  /** How deviations are classed and who may accept them. */
  public record DeviationPolicy(
      String classes, Words severity, Declared<String> raise, Declared<String> accept) {}

  /** Where and when the lock becomes public. */
  public record Publication(
      Declared<Words> lock, Declared<Words> embargo, @AsSet Declared<List<String>> registry) {}
}
