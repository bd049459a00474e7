package org.planlock.editor;

import java.util.function.Supplier;

/**
 * Something that may be written at the cursor.
 *
 * @param insert what is written, where it is not the label
 * @param detail a few words beside the label
 * @param pages makes more about it, as Markdown; most suggestions are never shown
 */
public record Suggestion(
    String label, Kind kind, String insert, String detail, Supplier<String> pages) {
  Suggestion(String label, Kind kind, String insert, String detail, String page) {
    this(label, kind, insert, detail, () -> page);
  }

  /** More about it, as Markdown; empty if there is no more. */
  public String page() {
    return pages.get();
  }

  /** What it is, for the sign that editors show. */
  public enum Kind {
    KEY,
    WORD,
    EXAMPLE,
    FUNCTION,
    COLUMN,
    VARIABLE,
    SET,
    MODEL,
    REGION,
    HYPOTHESIS,
    OTHER_NAME;

    /** Whether the plan gives it its name, or a table. */
    boolean isName() {
      return compareTo(COLUMN) >= 0;
    }
  }
}
