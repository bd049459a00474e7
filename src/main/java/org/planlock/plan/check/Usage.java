package org.planlock.plan.check;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.planlock.syntax.PlanNode;

/** How often each word stands anywhere in the canonical plan. */
final class Usage {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}_.-]+");

  private final Map<String, Integer> times = new HashMap<>();

  Usage(PlanNode tree) {
    count(tree);
  }

  /** Whether a name stands anywhere but where it is declared. */
  boolean isUsed(String name) {
    return times.getOrDefault(name, 0) > 1;
  }

  private void count(PlanNode node) {
    if (node instanceof PlanNode.Scalar scalar) {
      BETWEEN.splitAsStream(scalar.text()).forEach(word -> times.merge(word, 1, Integer::sum));
    } else if (node instanceof PlanNode.Sequence list) {
      list.items().forEach(this::count);
    } else {
      ((PlanNode.Mapping) node).entries().forEach(entry -> count(entry.value()));
    }
  }
}
