package org.planlock.execution.prepare;

import java.util.stream.IntStream;
import org.planlock.execution.sample.Column;

/** The numbers of a column, and those that a step may learn from. */
record Numbers(Column column) {
  double[] all() {
    return column.numbers().orElseThrow();
  }

  /** The numbers at these rows that are not missing. */
  double[] present(int... rows) {
    var values = all();
    return IntStream.of(rows)
        .mapToDouble(row -> values[row])
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }
}
