package org.planlock.syntax;

import java.util.stream.Collectors;

/**
 * Prints a tree on one line, as people read it in a message: {@code 0.05}, {@code [a, b]}, {@code
 * {by: median}}.
 */
public final class TreeText {
  private TreeText() {}

  /** The tree on one line; white space inside phrases is one space. */
  public static String of(PlanNode node) {
    if (node instanceof PlanNode.Sequence list) {
      return list.items().stream().map(TreeText::of).collect(Collectors.joining(", ", "[", "]"));
    }
    if (node instanceof PlanNode.Mapping mapping) {
      return mapping.entries().stream()
          .map(entry -> entry.key().text() + ": " + of(entry.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return spaced(((PlanNode.Scalar) node).text().strip());
  }

  /** Most texts have no white space but single spaces; a pattern takes longer than all the rest. */
  private static String spaced(String text) {
    boolean isSpaced = !text.contains("  ");
    for (int i = 0; i < text.length() && isSpaced; i++) {
      isSpaced = text.charAt(i) == ' ' || !Character.isWhitespace(text.charAt(i));
    }
    return isSpaced ? text : text.replaceAll("\\s+", " ");
  }
}
