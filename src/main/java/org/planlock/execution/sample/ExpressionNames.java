package org.planlock.execution.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.ExpressionNode;

/**
 * Finds words in an expression that are neither a column nor a variable nor a value of a text
 * column in it: such a word would silently be text that equals nothing.
 */
public final class ExpressionNames {
  private final RowValues values;

  /** Looks names up among these values. */
  public ExpressionNames(RowValues values) {
    this.values = values;
  }

  /** One finding for each word that means nothing. */
  public List<Diagnostic> unknown(ExpressionNode expression) {
    var words = new ArrayList<ExpressionNode.Name>();
    collect(expression, words);
    var levels = new HashSet<String>();
    words.forEach(word -> levels.addAll(texts(word.name())));
    return words.stream()
        .filter(word -> values.column(word.name()).isEmpty() && !levels.contains(word.name()))
        .filter(word -> isColumn(word.name()))
        .map(ExpressionNames::unknown)
        .toList();
  }

  /** Whether an expression calls a function. */
  public static boolean calls(ExpressionNode node, String function) {
    return (node instanceof ExpressionNode.Call call && call.function().equals(function))
        || parts(node).stream().anyMatch(part -> calls(part, function));
  }

  private boolean isColumn(String name) {
    var members = values.members(name);
    return members.equals(List.of(name));
  }

  private static Diagnostic unknown(ExpressionNode.Name word) {
    return Diagnostic.at(
            word.span(),
            Rule.UNKNOWN_COLUMN,
            "`" + word.name() + "` is neither a column nor a value that anybody has")
        .help("correct the name; a level that nobody has must stand in quotes");
  }

  private Set<String> texts(String name) {
    var found = new HashSet<String>();
    values
        .column(name)
        .ifPresent(
            column ->
                column.parts().values().stream()
                    .filter(Values.Texts.class::isInstance)
                    .flatMap(part -> ((Values.Texts) part).texts().stream())
                    .forEach(text -> text.ifPresent(found::add)));
    return found;
  }

  private static void collect(ExpressionNode node, List<ExpressionNode.Name> words) {
    if (node instanceof ExpressionNode.Name name) {
      words.add(name);
    }
    parts(node).forEach(part -> collect(part, words));
  }

  /** The expressions directly inside. */
  public static List<ExpressionNode> parts(ExpressionNode node) {
    if (node instanceof ExpressionNode.Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    if (node instanceof ExpressionNode.Unary unary) {
      return List.of(unary.operand());
    }
    if (node instanceof ExpressionNode.Call call) {
      return call.arguments();
    }
    if (node instanceof ExpressionNode.At at) {
      return List.of(at.value());
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
