package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.planlock.plan.check.Leaves.Leaf;
import org.planlock.plan.fit.ModelSpec;

/**
 * What an outcome is made of: values of the follow-up, which no term may use, and its own baseline,
 * which a term may be.
 *
 * @param undecided values of a difference of which the plan does not say which came first
 */
record OutcomeParts(Set<Leaf> baseline, Set<Leaf> followUp, Set<Leaf> undecided) {
  private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,6})(\\D*)");
  private static final Pattern EARLY = Pattern.compile("(?i)(^|.*[_.-])(pre|baseline|bl|before)");
  private static final Pattern LATE = Pattern.compile("(?i)(^|.*[_.-])(post|followup|fu|after)");

  static OutcomeParts of(PlanFacts facts, ModelSpec model) {
    var leaves =
        model
            .outcome()
            .stated()
            .map(outcome -> Leaves.of(facts, outcome))
            .orElseGet(LinkedHashSet::new);
    var parts =
        new OutcomeParts(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    if (leaves.size() <= 1) {
      parts.followUp.addAll(leaves);
      return parts;
    }
    var first = firstSession(facts, leaves);
    for (var leaf : leaves) {
      int order = leaf.session().isPresent() ? bySession(leaf, first) : byName(leaf, leaves);
      (order < 0 ? parts.baseline : order > 0 ? parts.followUp : parts.undecided).add(leaf);
    }
    if (parts.followUp.isEmpty() && parts.undecided.isEmpty()) {
      return new OutcomeParts(Set.of(), leaves, Set.of());
    }
    return parts;
  }

  private static Optional<String> firstSession(PlanFacts facts, Set<Leaf> leaves) {
    return facts.names().sessions().stream()
        .filter(
            session ->
                leaves.stream().anyMatch(l -> l.session().filter(session::equals).isPresent()))
        .findFirst();
  }

  private static int bySession(Leaf leaf, Optional<String> first) {
    return leaf.session().equals(first) ? -1 : 1;
  }

  /** The order that column names such as {@code vas_t0} and {@code vas_t1} tell; 0 if none. */
  private static int byName(Leaf leaf, Set<Leaf> all) {
    if (EARLY.matcher(leaf.column()).matches()) {
      return -1;
    }
    if (LATE.matcher(leaf.column()).matches()) {
      return 1;
    }
    var own = NUMBERED.matcher(leaf.column());
    if (!own.matches()) {
      return 0;
    }
    var times = new ArrayList<Integer>();
    for (var other : all) {
      var match = NUMBERED.matcher(other.column());
      if (match.matches()
          && match.group(1).equals(own.group(1))
          && match.group(3).equals(own.group(3))) {
        times.add(Integer.parseInt(match.group(2)));
      }
    }
    int mine = Integer.parseInt(own.group(2));
    return times.size() < 2 ? 0 : times.stream().allMatch(t -> t >= mine) ? -1 : 1;
  }
}
