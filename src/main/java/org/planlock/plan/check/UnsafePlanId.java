package org.planlock.plan.check;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.RelativePath;

/** An id of a plan after which no lock can be named. */
final class UnsafePlanId implements PlanCheck {
  private static final Pattern FILE_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}");

  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var id = facts.plan().registration().id();
    return FILE_NAME.matcher(id).matches() && RelativePath.fault(id).isEmpty()
        ? Stream.empty()
        : Stream.of(
            facts
                .at(
                    "plan.id",
                    Rule.UNSAFE_PLAN_ID,
                    "the plan's id `" + id + "` cannot be the name of a file everywhere")
                .note("the lock is named after the plan")
                .help("use letters, digits, `-`, `_` and `.`, and start with a letter or digit"));
  }
}
