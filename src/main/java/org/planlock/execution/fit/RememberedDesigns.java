package org.planlock.execution.fit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.tuning.FoldDesign;
import org.planlock.stats.tuning.FoldPreparation;

/**
 * Prepares each fold once, as long as all of them together stay small; what comes beyond that is
 * prepared again each time, so that memory never grows with the number of folds.
 */
final class RememberedDesigns implements FoldPreparation {
  /** 32 MB of numbers. */
  private static final long MOST_VALUES = 4_000_000;

  private record Place(int repeat, int fold) {}

  private final FoldPreparation source;
  private final Map<Place, FoldDesign> kept = new ConcurrentHashMap<>();
  private final AtomicLong values = new AtomicLong();

  RememberedDesigns(FoldPreparation source) {
    this.source = source;
  }

  @Override
  public FoldDesign prepare(FoldAssignment folds, int repeat, int fold) {
    var place = new Place(repeat, fold);
    var known = kept.get(place);
    if (known != null) {
      return known;
    }
    var design = source.prepare(folds, repeat, fold);
    long size = (long) folds.rows() * (design.test().count() + 1);
    if (values.addAndGet(size) <= MOST_VALUES) {
      kept.put(place, design);
    }
    return design;
  }
}
