package org.planlock.syntax.yaml;

import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.PlanWriter;

/** Writes YAML: items that fit on a line in braces, everything else as indented lines. */
public final class YamlPlanWriter implements PlanWriter {
  private static final int WIDEST = 140;

  @Override
  public Checked<String> write(PlanNode.Mapping plan) {
    var text = new StringBuilder();
    plan.entries().forEach(entry -> entry(text, entry, 0));
    return Checked.of(text.isEmpty() ? "{}\n" : text.toString());
  }

  private static void entry(StringBuilder text, PlanNode.Entry entry, int indent) {
    text.append(" ".repeat(indent))
        .append(YamlText.plainOrQuoted(entry.key().text(), false))
        .append(':');
    int column = indent + entry.key().text().length() + 2;
    var line = oneLine(entry.value(), column, indent == 0);
    if (line.isPresent()) {
      text.append(' ').append(line.get()).append('\n');
    } else if (entry.value() instanceof PlanNode.Sequence sequence) {
      text.append('\n');
      sequence.items().forEach(item -> item(text, item, indent + 2));
    } else {
      text.append('\n');
      ((PlanNode.Mapping) entry.value()).entries().forEach(inner -> entry(text, inner, indent + 2));
    }
  }

  private static void item(StringBuilder text, PlanNode item, int indent) {
    var line = oneLine(item, indent + 2, false);
    if (line.isPresent()) {
      text.append(" ".repeat(indent)).append("- ").append(line.get()).append('\n');
      return;
    }
    var block = new StringBuilder();
    if (item instanceof PlanNode.Sequence sequence) {
      sequence.items().forEach(inner -> item(block, inner, indent + 2));
    } else {
      ((PlanNode.Mapping) item).entries().forEach(inner -> entry(block, inner, indent + 2));
    }
    text.append(" ".repeat(indent)).append("- ").append(block.substring(indent + 2));
  }

  /**
   * A value on one line, if it has to be or fits; whole sections of a plan are spread out even if
   * they would fit.
   */
  private static Optional<String> oneLine(PlanNode node, int column, boolean section) {
    if (node instanceof PlanNode.Scalar scalar) {
      return Optional.of(YamlText.plainOrQuoted(scalar.text(), false));
    }
    boolean spread = section && isSection(node);
    String line = YamlText.flow(node);
    return isEmpty(node) || (!spread && depth(node) <= 3 && column + line.length() <= WIDEST)
        ? Optional.of(line)
        : Optional.empty();
  }

  private static boolean isSection(PlanNode node) {
    return node instanceof PlanNode.Mapping mapping
        ? mapping.entries().size() > 2
        : node instanceof PlanNode.Sequence sequence
            && sequence.items().stream().anyMatch(PlanNode.Mapping.class::isInstance);
  }

  private static boolean isEmpty(PlanNode node) {
    return node instanceof PlanNode.Mapping mapping
        ? mapping.entries().isEmpty()
        : node instanceof PlanNode.Sequence s && s.items().isEmpty();
  }

  private static int depth(PlanNode node) {
    if (node instanceof PlanNode.Mapping mapping) {
      return 1 + mapping.entries().stream().mapToInt(entry -> depth(entry.value())).max().orElse(0);
    }
    return node instanceof PlanNode.Sequence sequence
        ? 1 + sequence.items().stream().mapToInt(YamlPlanWriter::depth).max().orElse(0)
        : 0;
  }
}
