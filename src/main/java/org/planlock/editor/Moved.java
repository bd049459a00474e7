package org.planlock.editor;

import java.util.Arrays;
import java.util.OptionalInt;
import org.planlock.source.SourceFile;

/**
 * Where the places of a text were before one stretch of it was changed.
 *
 * @param before how many code points from the start are the same
 * @param after how many up to the end
 */
record Moved(SourceFile was, SourceFile is, int before, int after) {
  static Moved between(SourceFile was, SourceFile is) {
    int[] old = was.text().codePoints().toArray();
    int[] now = is.text().codePoints().toArray();
    int shorter = Math.min(old.length, now.length);
    int differ = Arrays.mismatch(old, now);
    int before = differ < 0 ? shorter : differ;
    int after = 0;
    while (after < shorter - before && old[old.length - 1 - after] == now[now.length - 1 - after]) {
      after++;
    }
    return new Moved(was, is, before, after);
  }

  /** The offset in the text before, unless it lies in what was changed. */
  OptionalInt back(int offset) {
    if (offset <= before) {
      return OptionalInt.of(offset);
    }
    return offset >= is.length() - after
        ? OptionalInt.of(offset - is.length() + was.length())
        : OptionalInt.empty();
  }

  /** Whether the same word stood there. */
  boolean isSameWord(int offset, int earlier) {
    return word(is, offset).equals(word(was, earlier));
  }

  private static String word(SourceFile source, int offset) {
    return source.slice(Cursor.wordStart(source, offset), Cursor.wordEnd(source, offset));
  }
}
