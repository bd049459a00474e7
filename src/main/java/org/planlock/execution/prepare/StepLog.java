package org.planlock.execution.prepare;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.planlock.execution.Learning;
import org.planlock.trace.TraceEvent;

/**
 * What the steps of each fold learnt, kept until the trace is written: folds are prepared by
 * several threads, and a trace is the same however many there are.
 */
final class StepLog {
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /** One preparation learnt from one set of rows. */
  private record Key(int preparation, String fold, String training) {
    /** Folds in the order of their numbers. */
    String sortable() {
      return DIGITS
          .matcher(fold)
          .replaceAll(
              number -> "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
    }
  }

  private final NavigableMap<Key, List<TraceEvent>> events =
      new ConcurrentSkipListMap<>(
          Comparator.comparingInt(Key::preparation)
              .thenComparing(Key::sortable)
              .thenComparing(Key::training));
  private final LongAdder nested = new LongAdder();

  /**
   * Keeps what was learnt for a fold. Of the inner folds of nested validation, and of its outer
   * folds where the validation and not the step says from whom scaling learns, only that there was
   * one: their events would be read as those of the steps' own rows.
   */
  void keep(int preparation, String name, Learning learning, List<TraceEvent> learnt) {
    var fold = learning.fold();
    if (fold.contains("inner") || learning.scaling().isPresent()) {
      nested.increment();
      return;
    }
    var named = learnt.stream().map(event -> placed(event, name, fold)).toList();
    events.put(new Key(preparation, fold, String.join("\n", learning.training())), named);
  }

  /** All kept events: preparation by preparation, the final fit first, then fold by fold. */
  List<TraceEvent> events() {
    return events.values().stream().flatMap(List::stream).toList();
  }

  long insideNested() {
    return nested.sum();
  }

  private static TraceEvent placed(TraceEvent event, String preparation, String fold) {
    var named = event.with("prepare", preparation);
    return fold.isEmpty() ? named.without("fold") : named.with("fold", fold);
  }
}
