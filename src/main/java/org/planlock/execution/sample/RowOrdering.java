package org.planlock.execution.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.planlock.data.Dataset;
import org.planlock.diagnostic.Checked;
import org.planlock.plan.sample.RowOrder;
import org.planlock.source.Span;

/** Puts participants into their registered order; ids and texts compare by code points. */
final class RowOrdering {
  /** By Unicode code points, the same in every locale. */
  static final Comparator<String> CODE_POINTS =
      (a, b) -> {
        var left = a.codePoints().iterator();
        var right = b.codePoints().iterator();
        while (left.hasNext() && right.hasNext()) {
          int difference = Integer.compare(left.nextInt(), right.nextInt());
          if (difference != 0) {
            return difference;
          }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
      };

  private final Dataset dataset;
  private final String key;

  /** For a data set whose participants stand in the column {@code key}. */
  RowOrdering(Dataset dataset, String key) {
    this.dataset = dataset;
    this.key = key;
  }

  /** The positions in the data set, in row order; equal values keep the order of the file. */
  Checked<int[]> of(RowOrder order, Span asked) {
    var ids = dataset.participants();
    var file = IntStream.range(0, ids.size()).toArray();
    if (order.column().equals("file")) {
      return Checked.of(file);
    }
    if (order.column().equals(key)) {
      return Checked.of(sorted(Comparator.comparing(ids::get, CODE_POINTS), order.ascending()));
    }
    return dataset.find(order.column(), asked).then(id -> byColumn(id, order.ascending()));
  }

  private Checked<int[]> byColumn(org.planlock.data.ColumnId id, boolean ascending) {
    var numbers = dataset.numbers(id);
    if (numbers.isSound() && !numbers.orThrow().perSession()) {
      var values = numbers.orThrow().values();
      return Checked.of(sorted(Comparator.comparingDouble(i -> values[i]), ascending));
    }
    return dataset.texts(id).map(texts -> sorted(byText(texts.values()), ascending));
  }

  private static Comparator<Integer> byText(List<Optional<String>> texts) {
    return Comparator.comparing(i -> texts.get(i).orElse(""), CODE_POINTS);
  }

  private int[] sorted(Comparator<Integer> by, boolean ascending) {
    return IntStream.range(0, dataset.participants().size())
        .boxed()
        .sorted(ascending ? by : by.reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
