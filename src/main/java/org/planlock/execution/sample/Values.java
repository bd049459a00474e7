package org.planlock.execution.sample;

import java.util.List;
import java.util.Optional;
import org.planlock.stats.DoubleVector;

/** One value for each enrolled participant, in row order. */
public sealed interface Values {
  /** How many rows there are. */
  int size();

  /** Whether a row, counted from 0, has no value. */
  boolean isMissing(int row);

  /** Numbers; NaN means missing. */
  record Numbers(DoubleVector numbers) implements Values {
    @Override
    public int size() {
      return numbers.size();
    }

    @Override
    public boolean isMissing(int row) {
      return Double.isNaN(numbers.at(row));
    }
  }

  /** Texts, such as levels that are not coded yet. */
  record Texts(List<Optional<String>> texts) implements Values {
    public Texts {
      texts = List.copyOf(texts);
    }

    @Override
    public int size() {
      return texts.size();
    }

    @Override
    public boolean isMissing(int row) {
      return texts.get(row).isEmpty();
    }
  }

  /** A copy of these numbers. */
  static Values of(double... numbers) {
    return new Numbers(DoubleVector.of(numbers));
  }
}
