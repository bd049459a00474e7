package org.planlock.execution.sample;

import java.util.List;
import java.util.Optional;

/**
 * How many left by which rule, by the levels of a column.
 *
 * @param by the column; empty where everybody is one group
 * @param rules what removed somebody could have been removed by, in order
 * @param groups one for each level, in code point order
 */
public record FlowTable(Optional<String> by, List<String> rules, List<Group> groups) {
  public FlowTable {
    rules = List.copyOf(rules);
    groups = List.copyOf(groups);
  }

  /**
   * The counts of one level.
   *
   * @param sequential by each rule after those before it
   * @param alone by each rule as if it were the only one
   */
  public record Group(
      String level, int enrolled, List<Integer> sequential, List<Integer> alone, int kept) {
    public Group {
      sequential = List.copyOf(sequential);
      alone = List.copyOf(alone);
    }
  }
}
