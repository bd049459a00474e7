package org.planlock.execution.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.prepare.Variable;
import org.planlock.syntax.ExpressionNode;

/** Finds rules that ask for a value before it exists: who stays is decided before any step. */
final class RuleNames {
  private final Map<String, Variable> variables;

  RuleNames(Map<String, Variable> variables) {
    this.variables = variables;
  }

  /** One finding for each residual, or variable of residuals, whose value a rule compares. */
  List<Diagnostic> tooEarly(ExpressionNode rule) {
    return early(rule).toList();
  }

  private Stream<Diagnostic> early(ExpressionNode node) {
    if (node instanceof ExpressionNode.Call call
        && List.of("missing", "share_missing").contains(call.function())) {
      return Stream.empty();
    }
    boolean residual =
        node instanceof ExpressionNode.Call call && call.function().equals("residual");
    if (residual || (node instanceof ExpressionNode.Name name && isOfResiduals(name.name()))) {
      return Stream.of(
          Diagnostic.at(
                  node.span(),
                  Rule.NOT_YET_FORMED,
                  "a rule of the sample uses `"
                      + node.span().text()
                      + "`, which exists only after residualising")
              .note("a rule is applied before any step learns from anybody")
              .help("a rule may ask whether it is `missing`, or use the values before the step"));
    }
    return ExpressionNames.parts(node).stream().flatMap(this::early);
  }

  private boolean isOfResiduals(String name) {
    var variable = variables.get(name);
    return variable != null && ExpressionNames.calls(variable.value().node(), "residual");
  }
}
