package org.planlock.syntax.groovy;

import java.util.ArrayList;
import java.util.List;
import org.planlock.syntax.PlanNode;

/** Puts statements on lines: long ones go on after a comma, blocks stand apart. */
final class Page {
  private static final String GAP = "  ";

  private final StringBuilder text = new StringBuilder();
  private String indent = "";

  /** Whether the next statement is the first of its block. */
  private boolean isFirst = true;

  private boolean afterBlock;

  /** A statement without a block. */
  void statement(String opening, List<String> arguments, String closing) {
    apart(false);
    text.append(indent).append(opening).append(joined(arguments)).append(closing).append('\n');
    isFirst = false;
    afterBlock = false;
  }

  /** The opening of a block. */
  void open(String head) {
    apart(true);
    text.append(indent).append(head).append(" {\n");
    indent += GAP;
    isFirst = true;
    afterBlock = false;
  }

  void close() {
    indent = indent.substring(GAP.length());
    text.append(indent).append("}\n");
    isFirst = false;
    afterBlock = true;
  }

  private void apart(boolean isBlock) {
    if (!isFirst && (isBlock || afterBlock)) {
      text.append('\n');
    }
  }

  /** The indentation of values on lines of their own. */
  String indent() {
    return indent;
  }

  /** Whether a statement fits on one line. */
  boolean fits(String line) {
    return indent.length() + line.length() <= Spelling.WIDEST;
  }

  /** A named value as it may stand among others. */
  String named(PlanNode.Entry entry) {
    return Spelling.named(entry, indent + GAP + GAP, indent.length() + 2 * GAP.length());
  }

  /** A named value that is all that follows a word. */
  String only(PlanNode.Entry entry, String word) {
    return Spelling.named(entry, indent, indent.length() + word.length() + 1);
  }

  /** A value as it may stand among others. */
  String value(PlanNode node) {
    return Spelling.value(node, indent + GAP + GAP, indent.length() + 2 * GAP.length());
  }

  private String joined(List<String> arguments) {
    int start = text.lastIndexOf("\n") + 1;
    int column = text.length() - start;
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var argument : arguments) {
      int width = argument.lines().findFirst().orElse("").length();
      if (!line.isEmpty() && column + line.length() + 2 + width > Spelling.WIDEST) {
        lines.add(line.toString());
        line.setLength(0);
        column = indent.length() + 2 * GAP.length();
      }
      line.append(line.isEmpty() ? "" : ", ").append(argument);
    }
    lines.add(line.toString());
    return String.join(",\n" + indent + GAP + GAP, lines);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
