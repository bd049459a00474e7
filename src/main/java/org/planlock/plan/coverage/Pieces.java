package org.planlock.plan.coverage;

import java.util.ArrayList;
import java.util.List;

/**
 * A text cut at a mark of several letters, without a regular expression: each start reads the
 * catalogue.
 */
final class Pieces {
  private Pieces() {}

  /** What stands between the marks, one piece more than there are marks. */
  static List<String> of(String text, String mark) {
    var pieces = new ArrayList<String>();
    int start = 0;
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, start)) {
      pieces.add(text.substring(start, at));
      start = at + mark.length();
    }
    pieces.add(text.substring(start));
    return pieces;
  }
}
