package org.planlock.lock.seal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;

/** Deals the labels of a table to its rows anew; each label stays as frequent as it was. */
final class LabelShuffle {
  private LabelShuffle() {}

  /**
   * The same rows of labels in an order that the seed fixes, which is another than before wherever
   * there is another.
   *
   * @param labels of each row, which stay together
   */
  static List<List<String>> shuffled(List<List<String>> labels, byte[] seed) {
    var dealt = new ArrayList<>(labels);
    var draws = new SeededDraws(seed);
    // Fisher and Yates: Knuth, The Art of Computer Programming 2, 3.4.2, algorithm P
    for (int last = dealt.size() - 1; last > 0; last--) {
      Collections.swap(dealt, last, draws.below(last + 1));
    }
    if (dealt.equals(labels)) {
      int other = firstOther(dealt);
      Collections.swap(dealt, 0, other);
    }
    return List.copyOf(dealt);
  }

  /** In how many different ways the labels can be dealt. */
  static BigInteger ways(List<List<String>> labels) {
    var counts = new HashMap<List<String>, Integer>();
    var ways = BigInteger.ONE;
    for (int i = 0; i < labels.size(); i++) {
      int count = counts.merge(labels.get(i), 1, Integer::sum);
      // the multinomial coefficient, one row at a time: every quotient is whole
      ways = ways.multiply(BigInteger.valueOf(i + 1L)).divide(BigInteger.valueOf(count));
    }
    return ways;
  }

  private static int firstOther(List<List<String>> labels) {
    for (int i = 1; i < labels.size(); i++) {
      if (!labels.get(i).equals(labels.get(0))) {
        return i;
      }
    }
    return 0;
  }
}
