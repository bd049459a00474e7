package org.planlock.execution.result;

import java.util.List;
import java.util.Optional;

/**
 * Who was analysed and who left.
 *
 * @param flow how many left by which rule; empty where the plan asks for no flow
 */
public record SampleSummary(
    List<String> enrolled, List<String> analysed, List<Left> left, Optional<Flow> flow) {
  /** A participant who left, by one rule. */
  public record Left(String participant, String rule, String because) {}

  /** Counts by the levels of a column; one level {@code all} where there is no such column. */
  public record Flow(Optional<String> by, List<String> rules, List<Group> groups) {
    public Flow {
      rules = List.copyOf(rules);
      groups = List.copyOf(groups);
    }
  }

  /** The counts of one level, one number a rule. */
  public record Group(
      String level, int enrolled, List<Integer> sequential, List<Integer> alone, int kept) {
    public Group {
      sequential = List.copyOf(sequential);
      alone = List.copyOf(alone);
    }
  }

  public SampleSummary {
    enrolled = List.copyOf(enrolled);
    analysed = List.copyOf(analysed);
    left = List.copyOf(left);
  }
}
