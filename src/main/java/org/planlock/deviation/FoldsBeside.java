package org.planlock.deviation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.deviation.Parting.Difference;
import org.planlock.trace.TraceEvent;

/**
 * Who was held out together in two analyses. What a fold is called does not count: two programs
 * that hold out the same participants together have the same folds.
 */
record FoldsBeside(TraceEvent here, TraceEvent there) {
  /** The first participant who was held out with others than in the other analysis. */
  Optional<Difference> first() {
    var ours = together(here);
    var theirs = together(there);
    return here.texts("ids").orElse(List.of()).stream()
        .filter(id -> theirs.containsKey(id) && !theirs.get(id).equals(ours.get(id)))
        .findFirst()
        .map(id -> new Difference("participant " + id, fold(here, id), fold(there, id)));
  }

  private static Map<String, Set<String>> together(TraceEvent event) {
    var all = new HashMap<String, Set<String>>();
    FoldVector.of(event)
        .folds()
        .values()
        .forEach(ids -> ids.forEach(id -> all.put(id, new HashSet<>(ids))));
    return all;
  }

  private static String fold(TraceEvent event, String participant) {
    return FoldVector.of(event).folds().entrySet().stream()
        .filter(fold -> fold.getValue().contains(participant))
        .map(fold -> "fold " + fold.getKey() + " of " + fold.getValue().size())
        .findFirst()
        .orElse("no fold");
  }
}
