package org.planlock.report;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * How many columns of a terminal text takes: none for a mark on the letter before it, two for the
 * scripts and pictures that terminals draw wide (Unicode Standard Annex 11, classes W and F).
 */
final class CellWidth {
  private static final Set<UnicodeScript> WIDE =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO);
  private static final Set<UnicodeBlock> WIDE_BLOCKS =
      Set.of(UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION, UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS);
  private static final int FIRST_WIDE = 0x1100;
  private static final int FIRST_HALF_WIDTH = 0xff61;
  private static final int LAST_HALF_WIDTH = 0xffdc;
  private static final int FIRST_PICTURE = 0x1f300;
  private static final int LAST_PICTURE = 0x1faff;

  private CellWidth() {}

  static int of(CharSequence text) {
    return text.codePoints().map(CellWidth::of).sum();
  }

  private static int of(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  private static boolean isWide(int point) {
    if (point < FIRST_WIDE || isWithin(point, FIRST_HALF_WIDTH, LAST_HALF_WIDTH)) {
      return false;
    }
    return WIDE.contains(UnicodeScript.of(point))
        || isOfWideBlock(point)
        || isWithin(point, FIRST_PICTURE, LAST_PICTURE);
  }

  private static boolean isOfWideBlock(int point) {
    var block = UnicodeBlock.of(point);
    return block != null && WIDE_BLOCKS.contains(block);
  }

  private static boolean isWithin(int point, int first, int last) {
    return point >= first && point <= last;
  }
}
