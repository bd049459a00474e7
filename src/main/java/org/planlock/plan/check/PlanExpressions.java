package org.planlock.plan.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.sample.SampleRule;
import org.planlock.syntax.ExpressionNode;

/** Every expression of a plan, and the words in expressions. */
final class PlanExpressions {
  private PlanExpressions() {}

  /** The condition of a sample rule. */
  static Expression condition(SampleRule rule) {
    if (rule instanceof SampleRule.Include include) {
      return include.include();
    }
    return rule instanceof SampleRule.Exclude exclude
        ? exclude.exclude()
        : ((SampleRule.DropRun) rule).dropRun();
  }

  /** What hypotheses, nulls, the retained rule and contingencies say about results. */
  static Stream<Expression> aboutResults(PlanFacts facts) {
    var hypotheses =
        facts.hypotheses().stream()
            .flatMap(
                h -> Stream.concat(Stream.of(h.corroborated()), h.falsified().stated().stream()));
    var nulls =
        facts.inference().flatMap(i -> i.nulls().stated()).orElse(List.of()).stream()
            .map(wanted -> wanted.statistic());
    var contingency =
        facts.plan().contingency().orElse(List.of()).stream().map(branch -> branch.when());
    return Stream.of(hypotheses, nulls, contingency).flatMap(all -> all);
  }

  /** Every name in what is said about results. */
  static Stream<String> words(PlanFacts facts) {
    return aboutResults(facts).flatMap(e -> nodes(e.node())).flatMap(node -> word(node).stream());
  }

  /** The name that a node is, if it is one. */
  static Optional<String> word(ExpressionNode node) {
    if (node instanceof ExpressionNode.Name name) {
      return Optional.of(name.name());
    }
    return node instanceof ExpressionNode.Term term
        ? Optional.of(String.join(":", term.parents()))
        : Optional.empty();
  }

  /** The calls of a function in an expression. */
  static Stream<ExpressionNode.Call> calls(Expression expression, String function) {
    return nodes(expression.node())
        .filter(ExpressionNode.Call.class::isInstance)
        .map(ExpressionNode.Call.class::cast)
        .filter(call -> call.function().equals(function));
  }

  /** A node and everything below it; chains of any length. */
  static Stream<ExpressionNode> nodes(ExpressionNode node) {
    var found = new ArrayList<ExpressionNode>();
    var waiting = new ArrayDeque<ExpressionNode>(List.of(node));
    while (!waiting.isEmpty()) {
      var next = waiting.pop();
      found.add(next);
      pushInOrder(children(next), waiting::push);
    }
    return found.stream();
  }

  /** Pushes children so that the first is taken first. */
  static void pushInOrder(List<ExpressionNode> children, Consumer<ExpressionNode> push) {
    for (int i = children.size() - 1; i >= 0; i--) {
      push.accept(children.get(i));
    }
  }

  static List<ExpressionNode> children(ExpressionNode node) {
    if (node instanceof ExpressionNode.Call call) {
      return call.arguments();
    }
    if (node instanceof ExpressionNode.At at) {
      return List.of(at.value());
    }
    if (node instanceof ExpressionNode.Unary unary) {
      return List.of(unary.operand());
    }
    if (node instanceof ExpressionNode.Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    if (node instanceof ExpressionNode.Range range) {
      return List.of(range.value(), range.low(), range.high());
    }
    if (node instanceof ExpressionNode.In in) {
      return Stream.concat(Stream.of(in.value()), in.options().stream()).toList();
    }
    return node instanceof ExpressionNode.AtLeast some ? some.conditions() : List.of();
  }
}
