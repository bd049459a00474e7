package org.planlock.plan.fit;

import java.util.Optional;
import org.planlock.plan.value.Form;
import org.planlock.plan.value.Phrase;

/**
 * How much each row counts in a fit and in the loss.
 *
 * @param column the column or variable that holds the weights; empty where all rows count the same
 */
@Form("`equal`, or `column` and a name")
public record RowWeights(Optional<String> column) implements Phrase {
  private static final String OF_A_COLUMN = "column ";

  /** Reads {@code equal} and {@code column precision}. */
  public static Optional<RowWeights> parse(String text) {
    if (text.equals("equal")) {
      return Optional.of(new RowWeights(Optional.empty()));
    }
    return text.matches(OF_A_COLUMN + "\\S+")
        ? Optional.of(new RowWeights(Optional.of(text.substring(OF_A_COLUMN.length()))))
        : Optional.empty();
  }

  @Override
  public String text() {
    return column.map(OF_A_COLUMN::concat).orElse("equal");
  }
}
