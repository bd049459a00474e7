package org.planlock.syntax;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which item of a list a name means, worked out once for each list: a plan of thousands of lines is
 * asked for thousands of places.
 */
final class ItemNames {
  private final IdentityHashMap<PlanNode.Sequence, Map<String, Integer>> known =
      new IdentityHashMap<>();

  /** Where the first item that can be called so stands in its list, from 0. */
  synchronized Optional<Integer> index(PlanNode.Sequence list, String name) {
    return Optional.ofNullable(known.computeIfAbsent(list, ItemNames::all).get(name));
  }

  private static Map<String, Integer> all(PlanNode.Sequence list) {
    var labels = TreeLabels.of(list);
    var index = new HashMap<String, Integer>();
    for (int i = 0; i < labels.size(); i++) {
      for (var alias : TreeLabels.aliases(list.items().get(i), labels.get(i))) {
        index.putIfAbsent(alias, i);
      }
    }
    return index;
  }
}
