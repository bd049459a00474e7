package org.planlock.execution.sample;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.Places;
import org.planlock.plan.Plan;
import org.planlock.plan.value.Headcount;

/** Says that a sample is smaller than was registered. */
record SizeFindings(Places places) {
  /** What is too small already when everybody is still in. */
  List<Diagnostic> before(Plan plan, int enrolled, boolean isEarly) {
    var found = new ArrayList<Diagnostic>();
    var rules = plan.sample().stated();
    rules
        .flatMap(r -> r.target().stated())
        .filter(target -> !isEarly && enrolled < target.count())
        .ifPresent(target -> found.add(belowTarget(target, enrolled)));
    rules
        .flatMap(r -> r.minimum().stated())
        .filter(minimum -> enrolled < minimum.count())
        .ifPresent(minimum -> found.add(belowMinimum(minimum, enrolled)));
    return found;
  }

  Diagnostic belowTarget(Headcount target, int present) {
    return Diagnostic.at(
            places.of("sample.target"),
            Rule.TARGET_NOT_REACHED,
            "the target is " + target.count() + " " + target.of().word() + ", there are " + present)
        .note("looking before the target is reached changes what a result means")
        .help("wait, or execute with `--early \"reason\"`, which is flagged");
  }

  Diagnostic belowMinimum(Headcount minimum, int present) {
    return Diagnostic.at(
            places.of("sample.minimum"),
            Rule.BELOW_MINIMUM,
            "the minimum is "
                + minimum.count()
                + " "
                + minimum.of().word()
                + ", there are "
                + present)
        .help("report the study without this analysis, or register another plan");
  }
}
