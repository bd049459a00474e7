package org.planlock.intake.table;

import java.util.List;
import java.util.Optional;

/**
 * What somebody who begins a plan already knows.
 *
 * @param participant the column that tells participants apart
 * @param group the column of the arms
 */
public record Wishes(
    String id,
    Optional<String> title,
    Optional<String> participant,
    Optional<String> outcome,
    Optional<String> group,
    List<String> predictors) {
  public Wishes {
    predictors = List.copyOf(predictors);
  }

  /** A plan with a name and nothing else. */
  public static Wishes named(String id) {
    return new Wishes(
        id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }
}
