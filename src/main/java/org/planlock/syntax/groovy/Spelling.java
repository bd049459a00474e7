package org.planlock.syntax.groovy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.planlock.syntax.PlanNode;

/** Values as Groovy writes them, on one line where they fit and else item by item. */
final class Spelling {
  /** Lines are not longer than this, unless one text is. */
  static final int WIDEST = 140;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> CONSTANTS = Set.of("true", "false", "null");
  private static final String GAP = "  ";

  private Spelling() {}

  /** A value that begins in a column of a line with this indentation. */
  static String value(PlanNode node, String indent, int column) {
    var line = oneLine(node);
    if (column + line.length() <= WIDEST || node instanceof PlanNode.Scalar) {
      return line;
    }
    var inner = indent + GAP;
    return parts(node, inner).stream()
        .map(part -> inner + part)
        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
  }

  private static List<String> parts(PlanNode node, String indent) {
    if (node instanceof PlanNode.Sequence list) {
      return list.items().stream().map(item -> value(item, indent, indent.length() + 1)).toList();
    }
    return ((PlanNode.Mapping) node)
        .entries().stream().map(entry -> named(entry, indent, indent.length() + 1)).toList();
  }

  /** {@code key: value}. */
  static String named(PlanNode.Entry entry, String indent, int column) {
    var key = key(entry.key().text()) + ": ";
    return key + value(entry.value(), indent, column + key.length());
  }

  static String oneLine(PlanNode node) {
    if (node instanceof PlanNode.Sequence list) {
      return list.items().stream()
          .map(Spelling::oneLine)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (node instanceof PlanNode.Mapping map) {
      return map.entries().isEmpty()
          ? "[:]"
          : map.entries().stream()
              .map(entry -> key(entry.key().text()) + ": " + oneLine(entry.value()))
              .collect(Collectors.joining(", ", "[", "]"));
    }
    return text(((PlanNode.Scalar) node).text());
  }

  private static String key(String key) {
    return NAME.matcher(key).matches() && !CONSTANTS.contains(key) ? key : quoted(key);
  }

  private static String text(String text) {
    return Numerals.isPlain(text) || text.equals("true") || text.equals("false")
        ? text
        : quoted(text);
  }

  /** In single quotes, unless only double ones spare the reader a backslash. */
  private static String quoted(String text) {
    boolean isPlainInDouble =
        text.indexOf('\'') >= 0 && text.chars().noneMatch(sign -> "\"$\\\n\t".indexOf(sign) >= 0);
    if (isPlainInDouble) {
      return '"' + text + '"';
    }
    var quoted = new StringBuilder("'");
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      switch (sign) {
        case '\'' -> quoted.append("\\'");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(sign);
      }
    }
    return quoted.append('\'').toString();
  }
}
