package org.planlock.report;

/** Fills text up to a width, which counts characters as people see most of them. */
final class Columns {
  private Columns() {}

  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
  }

  static String padded(int width, String text) {
    return " ".repeat(Math.max(0, width - text.codePointCount(0, text.length()))) + text;
  }
}
