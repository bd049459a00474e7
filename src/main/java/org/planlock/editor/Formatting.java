package org.planlock.editor;

import java.util.ArrayList;
import java.util.List;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.notation.PlanFormat;

/**
 * Lays out a draft as {@code plan fmt} does. Only blanks change, so each change is one of the
 * blanks between two letters: the cursor and everything folded or marked stay where they are.
 */
public final class Formatting {
  private final SourceFile source;
  private final int[] before;
  private final int[] after;
  private final List<TextEditing> edits = new ArrayList<>();

  private Formatting(SourceFile source, String laidOut) {
    this.source = source;
    this.before = source.text().codePoints().toArray();
    this.after = laidOut.codePoints().toArray();
  }

  /** What to change, in the order of the text; nothing in a text that is not a plan yet. */
  public static List<TextEditing> of(Draft draft) {
    var laidOut = PlanFormat.of(draft.language().notation(), draft.source());
    return laidOut.isSound()
        ? new Formatting(draft.source(), laidOut.orThrow()).edits()
        : List.of();
  }

  private List<TextEditing> edits() {
    int was = 0;
    int is = 0;
    while (was < before.length || is < after.length) {
      int wasEnd = blanks(before, was);
      int isEnd = blanks(after, is);
      change(was, wasEnd, new String(after, is, isEnd - is));
      was = wasEnd + 1;
      is = isEnd + 1;
    }
    return List.copyOf(edits);
  }

  private void change(int from, int to, String blanks) {
    int end = Math.min(to, before.length);
    int start = Math.min(from, end);
    if (!source.slice(start, end).equals(blanks)) {
      edits.add(new TextEditing(new Span(source, start, end), blanks));
    }
  }

  private static int blanks(int[] points, int from) {
    int to = from;
    while (to < points.length && isBlank(points[to])) {
      to++;
    }
    return to;
  }

  /** What {@code PlanFormat} may change: the blanks of a pattern's {@code \s}. */
  private static boolean isBlank(int point) {
    return point == ' ' || (point >= '\t' && point <= '\r');
  }
}
