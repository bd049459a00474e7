package org.planlock.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Ways to assign rows to folds; the random ones depend on their stream of numbers only. */
public final class Folds {
  private Folds() {}

  /** Row i is fold i. */
  public static FoldAssignment leaveOneOut(int rows) {
    return FoldAssignment.of(IntStream.range(0, rows).toArray());
  }

  /** Rows are shuffled and dealt to the folds in turn, so sizes differ by one at most. */
  public static FoldAssignment kFold(int rows, int folds, Sha256Counter numbers) {
    return FoldAssignment.of(deal(rows, folds, numbers));
  }

  /** {@link #kFold} once per repeat; repeat r reads the stream named "stream/r". */
  public static List<FoldAssignment> repeatedKFold(
      int rows, int folds, int repeats, byte[] seed, String stream) {
    return IntStream.range(0, repeats)
        .mapToObj(r -> kFold(rows, folds, new Sha256Counter(seed, stream + "/" + r)))
        .toList();
  }

  /** Every group is a fold of its own; folds are numbered by first appearance. */
  public static FoldAssignment given(List<String> groups) {
    var numbers = new HashMap<String, Integer>();
    var folds = new int[groups.size()];
    for (int i = 0; i < folds.length; i++) {
      int next = numbers.size();
      folds[i] = numbers.computeIfAbsent(groups.get(i), group -> next);
    }
    return FoldAssignment.of(folds);
  }

  /**
   * Rows of one group stay together; the groups, sorted by name, are shuffled and dealt in turn.
   */
  public static FoldAssignment grouped(List<String> groups, int folds, Sha256Counter numbers) {
    var names = new ArrayList<>(new TreeSet<>(groups));
    var dealt = deal(names.size(), folds, numbers);
    var byName = new HashMap<String, Integer>();
    for (int g = 0; g < dealt.length; g++) {
      byName.put(names.get(g), dealt[g]);
    }
    return FoldAssignment.of(groups.stream().mapToInt(byName::get).toArray());
  }

  private static int[] deal(int items, int folds, Sha256Counter numbers) {
    if (folds < 2 || folds > items) {
      throw new IllegalArgumentException(folds + " folds of " + items);
    }
    var order = numbers.permutation(items);
    var dealt = new int[items];
    for (int position = 0; position < items; position++) {
      dealt[order[position]] = position % folds;
    }
    return dealt;
  }
}
