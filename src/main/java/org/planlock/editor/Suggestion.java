package org.planlock.editor;

/**
 * Something that may be written at the cursor.
 *
 * @param insert what is written, where it is not the label
 * @param detail a few words beside the label
 * @param page more about it, as Markdown
 */
public record Suggestion(String label, Kind kind, String insert, String detail, String page) {
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
    OTHER_NAME
  }
}
