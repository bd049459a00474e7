package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.expression.Environment;
import org.planlock.plan.expression.Evaluator;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.expression.Value;
import org.planlock.source.Span;
import org.planlock.syntax.ExpressionNode;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceFields;
import org.planlock.trace.TraceValue;

/**
 * What the calls in a hypothesis were worth, as its event says; coefficients and errors that the
 * trace also holds elsewhere are taken from there.
 */
final class RecordedValues implements Environment {
  private final TraceFields recorded;
  private final Optional<Evidence> evidence;
  private boolean complete = true;

  RecordedValues(TraceFields recorded, Evidence evidence) {
    this(recorded, Optional.of(evidence));
  }

  private RecordedValues(TraceFields recorded, Optional<Evidence> evidence) {
    this.recorded = recorded;
    this.evidence = evidence;
  }

  /** Only what the event itself says. */
  static RecordedValues alone(TraceFields recorded) {
    return new RecordedValues(recorded, Optional.empty());
  }

  /** Whether every call had a recorded value. */
  boolean isComplete() {
    return complete;
  }

  @Override
  public Value name(String name) {
    return Value.text(name);
  }

  @Override
  public Value at(String name, String session) {
    complete = false;
    return Value.missing("results have no sessions");
  }

  @Override
  public Optional<Value> call(String function, List<ExpressionNode> arguments, Evaluator self) {
    var call = new ExpressionNode.Call(function, arguments, Span.none("trace"));
    var text = Expression.of(call).text();
    var value =
        evidence
            .flatMap(trace -> elsewhere(trace, function, arguments))
            .or(() -> recorded.value(text));
    complete &= value.isPresent();
    return Optional.of(value(value.orElseGet(TraceValue::missing)));
  }

  private static Value value(TraceValue value) {
    if (value instanceof TraceValue.Number number) {
      return Value.number(number.value());
    }
    if (value instanceof TraceValue.Truth truth) {
      return Value.truth(truth.value());
    }
    return value instanceof TraceValue.Text text
        ? Value.text(text.text())
        : Value.missing("the trace has no value");
  }

  private static Optional<TraceValue> elsewhere(
      Evidence evidence, String function, List<ExpressionNode> arguments) {
    var words = arguments.stream().map(node -> Expression.of(node).text()).toList();
    if (function.equals("cv_mse") && words.size() == 1) {
      return evidence
          .first(TraceEvents.SELECTION, words.get(0))
          .flatMap(event -> onItsCurve(evidence, event, words.get(0)).or(() -> event.number("mse")))
          .map(TraceValue::of);
    }
    return function.equals("coefficient") && words.size() == 2
        ? evidence.first(TraceEvents.FIT, words.get(0)).flatMap(fit -> at(fit, words.get(1)))
        : Optional.empty();
  }

  /** The error that the curve has at the cell that was selected. */
  private static Optional<Double> onItsCurve(
      Evidence evidence, TraceEvent selection, String modelName) {
    var near = evidence.near();
    return selection
        .number("mse")
        .flatMap(
            mse ->
                Choice.cells(evidence.of(TraceEvents.CV, modelName)).stream()
                    .filter(c -> is(selection, "l1Ratio", c.l1Ratio(), near))
                    .filter(c -> near.same(selection.number("gamma").orElse(1.0), c.gamma()))
                    .filter(c -> is(selection, "lambda", c.lambda(), near))
                    .map(Choice.Cell::error)
                    .findFirst());
  }

  private static boolean is(TraceEvent selection, String field, double value, Near near) {
    return selection.number(field).filter(used -> near.same(used, value)).isPresent();
  }

  private static Optional<TraceValue> at(TraceEvent fit, String column) {
    var columns = fit.texts("columns").orElse(List.of());
    var coefficients = fit.numbers("coefficients").orElse(List.of());
    int index = columns.indexOf(column);
    return index < 0 || index >= coefficients.size()
        ? Optional.empty()
        : Optional.of(TraceValue.of(coefficients.get(index)));
  }
}
