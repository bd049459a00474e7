package org.planlock.plan.sample;

import java.util.Optional;
import org.planlock.plan.value.Form;
import org.planlock.plan.value.Phrase;

/** The order of rows, which is the order of folds. */
@Form("a column and `ascending` or `descending`, or `file`")
public record RowOrder(String column, boolean ascending) implements Phrase {
  /** Reads {@code participant_id ascending} and {@code file}. */
  public static Optional<RowOrder> parse(String text) {
    var parts = text.split(" ");
    if (text.equals("file")) {
      return Optional.of(new RowOrder("file", true));
    }
    return parts.length == 2 && parts[1].matches("ascending|descending")
        ? Optional.of(new RowOrder(parts[0], parts[1].equals("ascending")))
        : Optional.empty();
  }

  @Override
  public String text() {
    return column.equals("file") ? "file" : column + (ascending ? " ascending" : " descending");
  }
}
