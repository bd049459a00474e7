package org.planlock.plan.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.plan.prepare.Variable;
import org.planlock.syntax.ExpressionNode;

/** A range that no number lies in. */
final class EmptyRange implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var columns =
        facts.columns().stream()
            .filter(column -> !column.range().isEmpty())
            .flatMap(
                column ->
                    wrong(column).map(message -> inContract(facts, column, message)).stream());
    var expressions =
        Stream.of(
                facts.variables().stream().map(Variable::value),
                facts.rules().stream().map(PlanExpressions::condition),
                PlanExpressions.aboutResults(facts))
            .flatMap(all -> all)
            .flatMap(expression -> PlanExpressions.nodes(expression.node()))
            .flatMap(node -> inExpression(node).stream());
    return Stream.concat(columns, expressions);
  }

  private static Optional<String> wrong(ColumnContract column) {
    var range = column.range();
    if (range.size() != 2) {
      return Optional.of("a range has two ends, and this one has " + range.size());
    }
    return range.get(0).compareTo(range.get(1)) > 0
        ? Optional.of(
            "no number lies between " + range.get(0).text() + " and " + range.get(1).text())
        : Optional.empty();
  }

  private static Diagnostic inContract(PlanFacts facts, ColumnContract column, String message) {
    return facts
        .at(Places.path("data.columns", column.name()) + ".range", Rule.EMPTY_RANGE, message)
        .help("write the lower end first");
  }

  private static Optional<Diagnostic> inExpression(ExpressionNode node) {
    if (node instanceof ExpressionNode.Range range
        && Atom.number(range.low()).isPresent()
        && Atom.number(range.high()).isPresent()
        && Atom.number(range.low()).get().compareTo(Atom.number(range.high()).get()) > 0) {
      return Optional.of(
          Diagnostic.at(
                  range.span(),
                  Rule.EMPTY_RANGE,
                  "no number lies between "
                      + Atom.number(range.low()).get().toPlainString()
                      + " and "
                      + Atom.number(range.high()).get().toPlainString())
              .help("write the lower end first"));
    }
    return Optional.empty();
  }
}
