package org.planlock.execution.prepare;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.planlock.execution.Learning;
import org.planlock.plan.value.Scope;

/**
 * What was learnt already, by the rows that it was learnt from: models that share a preparation,
 * and inner folds that leave out the same two participants, ask for the same columns. Holds the
 * first that come, up to a limit; used by several threads.
 */
final class LearntColumns {
  /** 32 MB of numbers; what comes later is learnt again each time. */
  private static final long MOST_VALUES = 4_000_000;

  /** A column is kept raw, unscaled and as it is. */
  private static final int STATES = 3;

  /**
   * All that steps know of a learning, apart from what the trace calls it.
   *
   * @param outerTraining nobody where no step learns from it
   */
  private record Rows(
      boolean whole, List<String> training, List<String> outerTraining, Optional<Scope> scaling) {
    /** Written out: what Java would make up for it at run time delays every start. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Rows rows
          && whole == rows.whole
          && training.equals(rows.training)
          && outerTraining.equals(rows.outerTraining)
          && scaling.equals(rows.scaling);
    }

    @Override
    public int hashCode() {
      return Objects.hash(whole, training, outerTraining, scaling);
    }
  }

  private final Map<Rows, PreparedColumns.Outcome> kept = new ConcurrentHashMap<>();
  private final AtomicLong values = new AtomicLong();
  private final boolean outerMatters;

  LearntColumns(boolean outerMatters) {
    this.outerMatters = outerMatters;
  }

  Optional<PreparedColumns.Outcome> find(Learning learning) {
    return Optional.ofNullable(kept.get(rows(learning)));
  }

  void keep(Learning learning, PreparedColumns.Outcome outcome, int participants) {
    long size = (long) outcome.columns().size() * participants * STATES;
    if (values.addAndGet(size) <= MOST_VALUES) {
      kept.put(rows(learning), outcome);
    }
  }

  private Rows rows(Learning learning) {
    boolean outer =
        outerMatters || learning.scaling().filter(Scope.OUTER_TRAINING_FOLD::equals).isPresent();
    return new Rows(
        learning.fold().isEmpty(),
        learning.training(),
        outer ? learning.outerTraining() : List.of(),
        learning.scaling());
  }
}
