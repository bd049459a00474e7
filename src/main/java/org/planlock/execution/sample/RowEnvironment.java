package org.planlock.execution.sample;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.expression.Environment;
import org.planlock.plan.expression.Evaluator;
import org.planlock.plan.expression.Value;
import org.planlock.syntax.ExpressionNode;

/** What names and functions mean in the row of one participant. */
public final class RowEnvironment implements Environment {
  private final RowValues values;
  private final int row;

  /** The row counts from 0, in row order. */
  public RowEnvironment(RowValues values, int row) {
    this.values = values;
    this.row = row;
  }

  @Override
  public Value name(String name) {
    return values
        .column(name)
        .map(column -> in(column, Optional.empty()))
        .orElseGet(() -> Value.text(name));
  }

  @Override
  public Value at(String name, String session) {
    return values
        .column(name)
        .map(column -> in(column, Optional.of(session)))
        .orElseGet(() -> Value.text(name));
  }

  @Override
  public Optional<Value> call(String function, List<ExpressionNode> arguments, Evaluator self) {
    return switch (function) {
      case "residual" -> named(arguments).map(name -> residual(name, self.session()));
      case "share_missing" -> Optional.of(shareMissing(arguments));
      default -> Optional.empty();
    };
  }

  private Value residual(String name, Optional<String> session) {
    return values
        .residual(name)
        .map(column -> in(column, session))
        .orElseGet(() -> Value.missing("`" + name + "` was not residualised"));
  }

  private Value shareMissing(List<ExpressionNode> arguments) {
    var members =
        arguments.stream()
            .filter(ExpressionNode.Name.class::isInstance)
            .flatMap(name -> values.members(((ExpressionNode.Name) name).name()).stream())
            .distinct()
            .toList();
    long missing =
        members.stream()
            .filter(each -> values.column(each).filter(c -> c.isMissing(row)).isPresent())
            .count();
    return Value.number(missing / (double) members.size());
  }

  private Value in(Column column, Optional<String> session) {
    if (column.perSession() != session.isPresent()) {
      return Value.missing(
          column.perSession()
              ? "`" + column.name() + "` has a value for each session"
              : "`" + column.name() + "` has no sessions");
    }
    var part = session.isPresent() ? column.at(session.get()) : column.always();
    return part.filter(values -> !values.isMissing(row))
        .map(values -> value(values, column.name()))
        .orElseGet(() -> Value.missing("`" + column.name() + "` is missing"));
  }

  private Value value(Values part, String name) {
    return part instanceof Values.Numbers numbers
        ? Value.number(numbers.numbers().at(row), values.unit(name))
        : Value.text(((Values.Texts) part).texts().get(row).orElseThrow());
  }

  private static Optional<String> named(List<ExpressionNode> arguments) {
    return arguments.size() == 1 && arguments.get(0) instanceof ExpressionNode.Name name
        ? Optional.of(name.name())
        : Optional.empty();
  }
}
