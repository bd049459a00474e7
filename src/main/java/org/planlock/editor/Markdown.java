package org.planlock.editor;

/**
 * Text of plans and tables in Markdown: editors make HTML of it, and a file of somebody else must
 * bring no pictures, links or tags into that.
 */
final class Markdown {
  private static final String SPECIAL = "\\`*_[]()~|$!#<>&";

  private Markdown() {}

  /** Text that shows as it is written, on one line. */
  static String text(String text) {
    var safe = new StringBuilder();
    text.replaceAll("\\s+", " ")
        .codePoints()
        .forEach(
            point -> {
              if (SPECIAL.indexOf(point) >= 0) {
                safe.append('\\');
              }
              safe.appendCodePoint(point);
            });
    return safe.toString();
  }

  /** Text in the letters of code, in more backticks than it has itself. */
  static String code(String text) {
    var line = text.replaceAll("\\s+", " ");
    var fence = "`";
    while (line.contains(fence)) {
      fence += "`";
    }
    var space = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + space + line + space + fence;
  }
}
