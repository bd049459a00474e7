package org.planlock.execution.sample;

import java.util.List;
import java.util.Set;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** Where an analysis is refused because too few are there: until then only counts were made. */
public final class Door {
  private static final Set<Rule> SHUT =
      Set.of(Rule.TARGET_NOT_REACHED, Rule.BELOW_MINIMUM, Rule.BELOW_ABORT_LIMIT);

  private Door() {}

  /** Whether a finding is one that refuses. */
  public static boolean isShutBy(Diagnostic found) {
    return SHUT.contains(found.rule());
  }

  /** Whether an analysis that ended with these findings was refused. */
  public static boolean isShutBy(List<Diagnostic> found) {
    return found.stream().anyMatch(one -> one.isError() && isShutBy(one));
  }
}
