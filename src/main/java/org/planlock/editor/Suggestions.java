package org.planlock.editor;

import java.util.List;

/**
 * What may be written at a place.
 *
 * @param from the offset from which on the text is replaced, up to the cursor
 */
public record Suggestions(int from, List<Suggestion> all) {
  public Suggestions {
    all = List.copyOf(all);
  }
}
