package org.planlock.intake.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
  static final String SESSION = "session_id";

  public Wishes {
    predictors = List.copyOf(predictors);
  }

  /** The column that tells participants apart: as named, or as BIDS calls it. */
  String key() {
    return participant.orElse("participant_id");
  }

  /** The key of a table: the participant, and the visit where there are visits. */
  List<String> key(OfferedTable table) {
    return table.column(SESSION) >= 0 ? List.of(key(), SESSION) : List.of(key());
  }

  /** Every column that is named. */
  Stream<String> named() {
    return Stream.of(outcome.stream(), group.stream(), predictors.stream()).flatMap(it -> it);
  }
}
