package org.planlock.execution.script;

import java.util.List;
import java.util.Set;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** A script that has seen values is not refused at the door: it may have told what it saw. */
final class AfterALook {
  private static final Set<Rule> AT_THE_DOOR =
      Set.of(Rule.TARGET_NOT_REACHED, Rule.BELOW_MINIMUM, Rule.BELOW_ABORT_LIMIT);

  private AfterALook() {}

  /** The same findings, none of which says that only counts were shown. */
  static List<Diagnostic> of(List<Diagnostic> found) {
    return found.stream().map(one -> AT_THE_DOOR.contains(one.rule()) ? inside(one) : one).toList();
  }

  private static Diagnostic inside(Diagnostic one) {
    return new Diagnostic(
            Rule.TOO_FEW_ANALYSED,
            one.severity(),
            one.span(),
            one.message(),
            one.caption(),
            one.labels(),
            one.notes(),
            one.helps())
        .note("the script could see the data by then, so this counts as a look at them");
  }
}
