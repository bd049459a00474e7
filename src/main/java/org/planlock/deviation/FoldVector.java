package org.planlock.deviation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceValue;

/**
 * Who is held out together: fold names in the order of first use, each with its participants.
 *
 * @param isComplete whether every participant has one fold
 */
record FoldVector(Map<String, List<String>> folds, int size, boolean isComplete) {
  static FoldVector of(TraceEvent event) {
    var ids = event.texts("ids").orElse(List.of());
    var names = event.items("fold").orElse(List.of()).stream().map(ValueText::of).toList();
    Map<String, List<String>> folds = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(ids.size(), names.size()); i++) {
      folds.computeIfAbsent(names.get(i), name -> new ArrayList<>()).add(ids.get(i));
    }
    return new FoldVector(folds, ids.size(), ids.size() == names.size());
  }

  int largest() {
    return folds.values().stream().mapToInt(List::size).max().orElse(0);
  }

  int smallest() {
    return folds.values().stream().mapToInt(List::size).min().orElse(0);
  }

  /** How many are in each fold, as in {@code 21 × 1}, or how many folds there are. */
  String brief() {
    return largest() == smallest() ? folds.size() + " × " + largest() : folds.size() + "";
  }

  /**
   * Who is held out together, whatever the folds are called; without participants, which places.
   */
  static Set<Set<String>> partition(TraceEvent event) {
    var folds = of(event).folds();
    if (folds.isEmpty()) {
      var names = raw(event);
      for (int i = 0; i < names.size(); i++) {
        folds.computeIfAbsent(ValueText.of(names.get(i)), name -> new ArrayList<>()).add(i + "");
      }
    }
    return folds.values().stream().map(Set::copyOf).collect(Collectors.toSet());
  }

  static List<TraceValue> raw(TraceEvent event) {
    return event.items("fold").orElse(List.of());
  }
}
