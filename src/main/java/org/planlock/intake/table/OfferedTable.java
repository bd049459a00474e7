package org.planlock.intake.table;

import java.util.Optional;
import org.planlock.intake.json.JsonValue;
import org.planlock.source.Span;

/**
 * A table that a plan may use.
 *
 * @param name what the plan calls it
 * @param file its path from the folder of the data, with forward slashes
 * @param isBids whether it is written as BIDS says: with tabs, and {@code n/a} where a value is
 *     missing
 * @param dictionary the JSON file beside it
 */
public record OfferedTable(
    String name, String file, boolean isBids, TableSight sight, Optional<JsonValue> dictionary) {
  Span place() {
    return sight.placeOf(0);
  }

  /** The position of a column, or -1. */
  int column(String wanted) {
    return sight.header().indexOf(wanted);
  }
}
