package org.planlock.execution.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.plan.expression.Evaluator;
import org.planlock.plan.expression.Value;
import org.planlock.plan.prepare.Variable;

/** Forms a variable by evaluating its expression in every row. */
public final class VariableFormation {
  private VariableFormation() {}

  /**
   * A variable as formed.
   *
   * @param whyMissing why the first row without a value has none
   */
  public record Formed(Column column, Optional<String> whyMissing) {
    /** Whether nobody has a value, which is a mistake in the expression and not in the data. */
    public boolean isEmpty() {
      return column.always().filter(Formed::allMissing).isPresent();
    }

    private static boolean allMissing(Values values) {
      for (int row = 0; row < values.size(); row++) {
        if (!values.isMissing(row)) {
          return false;
        }
      }
      return true;
    }
  }

  /** The variable of all rows: numbers, conditions as 1 and 0, or text where it gives text. */
  public static Formed form(Variable variable, RowValues names, int rows) {
    var values = new ArrayList<Value>();
    for (int row = 0; row < rows; row++) {
      values.add(new Evaluator(new RowEnvironment(names, row)).value(variable.value()));
    }
    var why =
        values.stream()
            .filter(Value.Missing.class::isInstance)
            .map(missing -> ((Value.Missing) missing).reason())
            .findFirst();
    return new Formed(Column.of(variable.name(), collected(values)), why);
  }

  private static Values collected(List<Value> values) {
    boolean text = values.stream().anyMatch(Value.Text.class::isInstance);
    return text
        ? new Values.Texts(values.stream().map(VariableFormation::text).toList())
        : Values.of(values.stream().mapToDouble(VariableFormation::number).toArray());
  }

  private static Optional<String> text(Value value) {
    return value instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty();
  }

  private static double number(Value value) {
    if (value instanceof Value.Truth truth) {
      return truth.value() ? 1 : 0;
    }
    return value instanceof Value.Number number ? number.value() : Double.NaN;
  }
}
