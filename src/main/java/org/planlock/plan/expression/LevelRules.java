package org.planlock.plan.expression;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.ExpressionNode;

/** What texts and levels may be equal to; a word that names nothing is a level beside a column. */
final class LevelRules {
  private final NameTypes names;
  private final TypeFindings findings;

  LevelRules(NameTypes names, TypeFindings findings) {
    this.names = names;
    this.findings = findings;
  }

  /** Reports two values of which at most one is a number and that can never be equal. */
  void same(ExpressionNode leftNode, ValueType left, ExpressionNode rightNode, ValueType right) {
    if (left instanceof ValueType.Levels known) {
      level(leftNode, known, rightNode, right);
    } else if (right instanceof ValueType.Levels known) {
      level(rightNode, known, leftNode, left);
    } else if (!takesWord(left, right) && !takesWord(right, left)) {
      kinds(leftNode, names.value(leftNode, left), rightNode, names.value(rightNode, right));
    }
  }

  private static boolean takesWord(ValueType column, ValueType word) {
    return word instanceof ValueType.Word
        && (column instanceof ValueType.Text || column instanceof ValueType.Unknown);
  }

  private void kinds(
      ExpressionNode leftNode, ValueType left, ExpressionNode rightNode, ValueType right) {
    boolean open = left instanceof ValueType.Unknown || right instanceof ValueType.Unknown;
    if (!open && !left.getClass().equals(right.getClass())) {
      different(leftNode, left, rightNode, right);
    }
  }

  private void level(
      ExpressionNode column, ValueType.Levels known, ExpressionNode other, ValueType type) {
    var written = written(other, type);
    if (written.isPresent()) {
      boolean isLevel =
          known.levels().contains(written.get())
              || (other instanceof ExpressionNode.Number number
                  && known.levels().stream()
                      .anyMatch(l -> Comparisons.isLevel(l, number.value().doubleValue())));
      if (!isLevel) {
        findings.add(noLevel(column, known.levels(), other, written.get()));
      }
    } else if (other instanceof ExpressionNode.Name name && known.levels().contains(name.name())) {
      findings.wrongKind(
          other,
          "`"
              + name.name()
              + "` is a level of "
              + TypeFindings.shown(column)
              + " and also the name of a column or variable",
          "write the level in quotes: `\"" + name.name() + "\"`");
    } else if (type instanceof ValueType.Number || type instanceof ValueType.Truth) {
      different(column, known, other, type);
    }
  }

  private static Optional<String> written(ExpressionNode node, ValueType type) {
    if (type instanceof ValueType.Word word) {
      return Optional.of(word.word());
    }
    if (node instanceof ExpressionNode.Text text) {
      return Optional.of(text.text());
    }
    return node instanceof ExpressionNode.Number number && number.unit().isEmpty()
        ? Optional.of(ExpressionText.of(number))
        : Optional.empty();
  }

  private static Diagnostic noLevel(
      ExpressionNode column, List<String> levels, ExpressionNode other, String written) {
    var finding =
        Diagnostic.at(
                other.span(),
                Rule.NOT_A_LEVEL,
                "`" + written + "` is no level of " + TypeFindings.shown(column))
            .note(
                "declared are "
                    + levels.stream()
                        .limit(12)
                        .map(l -> "`" + l + "`")
                        .collect(Collectors.joining(", ")));
    return TypeFindings.guess(finding, written, levels);
  }

  private void different(
      ExpressionNode leftNode, ValueType left, ExpressionNode rightNode, ValueType right) {
    findings.wrongKind(
        rightNode,
        TypeFindings.shown(leftNode)
            + " is "
            + left.phrase()
            + ", and "
            + TypeFindings.shown(rightNode)
            + " is "
            + right.phrase(),
        "only values of one kind can be equal");
  }
}
