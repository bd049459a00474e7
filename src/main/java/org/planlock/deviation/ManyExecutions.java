package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.source.Span;

/**
 * Tells that a lock was executed before. That is no deviation of this execution: the same lock on
 * the same data gives the same numbers, and one that was changed deviates by itself. But only who
 * is told how many there were can ask for the others.
 */
final class ManyExecutions {
  private ManyExecutions() {}

  static Optional<Diagnostic> told(Evidence evidence) {
    var earlier = evidence.foreknowledge().history().earlierExecutions();
    if (earlier.isEmpty()) {
      return Optional.empty();
    }
    int all = earlier.size() + 1;
    return Optional.of(
        Diagnostic.at(
                Span.none("ledger"),
                Rule.MANY_EXECUTIONS,
                "this is execution " + all + " of this lock")
            .weighing(Severity.NOTE)
            .note("the earlier ones began at seq " + text(earlier))
            .help("report how many there were, and what differed between them"));
  }

  private static String text(List<Long> numbers) {
    return String.join(", ", numbers.stream().map(String::valueOf).toList());
  }
}
