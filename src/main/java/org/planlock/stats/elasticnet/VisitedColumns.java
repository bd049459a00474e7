package org.planlock.stats.elasticnet;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The columns that a full pass visits, ascending: all, or those that the strong rule keeps. */
abstract class VisitedColumns {
  private int[] columns;
  private int count;

  private VisitedColumns(int... columns) {
    this.columns = columns;
    this.count = columns.length;
  }

  static VisitedColumns all(WorkingSet set) {
    return new All(set);
  }

  static VisitedColumns strong(WorkingSet set, UnitPenalty penalty, ColumnScreen screen) {
    return new Strong(set, penalty, screen);
  }

  int[] columns() {
    return columns;
  }

  int count() {
    return count;
  }

  final void insert(int column) {
    if (count == columns.length) {
      columns = Arrays.copyOf(columns, Math.max(16, 2 * count));
    }
    int place = -1 - Arrays.binarySearch(columns, 0, count, column);
    System.arraycopy(columns, place, columns, place + 1, count - place);
    columns[place] = column;
    count++;
  }

  /** Chooses for lambda k of a path, from the products at the fit before. */
  abstract void start(int k, double lambda, double previous);

  /** Whether columns had to be added because they belong to the fit at this lambda. */
  abstract boolean growsAt(double lambda);

  /** x'r of every column at the first fit of the path. */
  abstract double[] gradient();

  private static final class All extends VisitedColumns {
    private final WorkingSet set;

    All(WorkingSet set) {
      super(IntStream.range(0, set.size()).toArray());
      this.set = set;
    }

    @Override
    void start(int k, double lambda, double previous) {}

    @Override
    boolean growsAt(double lambda) {
      return false;
    }

    @Override
    double[] gradient() {
      var byColumn = new double[set.size()];
      for (int position = 0; position < byColumn.length; position++) {
        byColumn[set.columnAt(position)] = set.gradient[position];
      }
      return byColumn;
    }
  }

  private static final class Strong extends VisitedColumns {
    private final WorkingSet set;
    private final UnitPenalty penalty;
    private final ColumnScreen screen;
    private int place;

    Strong(WorkingSet set, UnitPenalty penalty, ColumnScreen screen) {
      super();
      this.set = set;
      this.penalty = penalty;
      this.screen = screen;
    }

    @Override
    void start(int k, double lambda, double previous) {
      place = k;
      if (k == 0) {
        screen.look(set, 0);
      }
      add(2 * penalty.level(lambda) - penalty.level(previous));
    }

    @Override
    boolean growsAt(double lambda) {
      screen.look(set, place);
      return add(penalty.level(lambda));
    }

    /** At l1Ratio 0 glmnet keeps the products from before the first fit; so do we. */
    @Override
    double[] gradient() {
      return penalty.l1Ratio() == 0 ? set.problem().moments() : screen.products(set);
    }

    private boolean add(double level) {
      int before = set.size();
      screen.beyond(
          set,
          level,
          penalty,
          (column, product) -> {
            set.add(column, product);
            insert(column);
          });
      return set.size() > before;
    }
  }
}
