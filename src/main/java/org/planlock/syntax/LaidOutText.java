package org.planlock.syntax;

/**
 * Lines of a text that is being laid out: nothing stands behind their last letter, at most one
 * empty line stands between two others, and the last one ends.
 */
public final class LaidOutText {
  private final StringBuilder text = new StringBuilder();
  private boolean isAfterEmpty;

  /** Adds a line; {@code indent} counts blanks before it. */
  public void line(int indent, String content) {
    var line = content.stripTrailing();
    if (line.isEmpty()) {
      isAfterEmpty = !text.isEmpty();
      return;
    }
    separate();
    text.append(" ".repeat(indent)).append(line).append('\n');
  }

  /** Adds a line that is part of a text and stays as it is. */
  public void verbatim(String line) {
    separate();
    text.append(line).append('\n');
  }

  private void separate() {
    if (isAfterEmpty) {
      text.append('\n');
      isAfterEmpty = false;
    }
  }

  /** The number of blanks before the first letter; a tab counts as two. */
  public static int indentOf(String line) {
    int indent = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == ' ') {
        indent++;
      } else if (line.charAt(i) == '\t') {
        indent += 2;
      } else {
        return indent;
      }
    }
    return indent;
  }

  /** All lines. */
  @Override
  public String toString() {
    return text.toString();
  }
}
