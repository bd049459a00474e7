package org.planlock.editor;

import org.planlock.source.SourceFile;
import org.planlock.source.Span;

/**
 * Places as editors count them: lines from 0, and in a line UTF-16 code units from 0; ours are code
 * points from the start of the text.
 *
 * @param marked whether the editor's text begins with a byte order mark, which ours does not
 */
public record TextPlaces(SourceFile source, boolean marked) {
  /** A place in an editor's text. */
  public record Position(int line, int character) {}

  /** Two places, the second one exclusive. */
  public record Range(Position start, Position end) {}

  /** The places of a text as the editor has it. */
  public static TextPlaces of(String name, String text) {
    return new TextPlaces(SourceFile.of(name, text), text.startsWith("\uFEFF"));
  }

  /**
   * The code point before which an editor's place is; places outside the text are drawn into it.
   */
  public int offset(Position at) {
    int last = source.lineOf(source.length());
    if (at.line() > last - 1) {
      return source.length();
    }
    int number = Math.max(at.line(), 0) + 1;
    int start = source.startOf(number);
    var line = source.line(number);
    int units = Math.max(0, at.character() - (isMarked(number) ? 1 : 0));
    return start + line.codePointCount(0, Math.min(units, line.length()));
  }

  /** The editor's place of a code point. */
  public Position position(int offset) {
    int within = Math.min(Math.max(offset, 0), source.length());
    int number = source.lineOf(within);
    int start = source.startOf(number);
    int units = source.slice(start, within).length();
    return new Position(number - 1, units + (isMarked(number) ? 1 : 0));
  }

  /** The editor's places of a stretch. */
  public Range range(Span span) {
    return new Range(position(span.start()), position(span.end()));
  }

  private boolean isMarked(int line) {
    return marked && line == 1;
  }
}
