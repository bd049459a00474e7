package org.planlock.report;

import java.util.List;
import java.util.Optional;
import org.planlock.lock.TreeDifference;

/**
 * How two plans differ, path by path.
 *
 * @param first what the first plan is called
 * @param second what the second plan is called
 */
public record DifferenceText(String first, String second) {
  private static final int LONGEST = 400;

  /** One block a path and a last line with the count. */
  public String of(List<TreeDifference> differences) {
    if (differences.isEmpty()) {
      return "no difference\n";
    }
    var text = new StringBuilder();
    for (var difference : differences) {
      text.append(Visible.text(difference.path())).append('\n');
      text.append(side(first, difference.planned())).append(side(second, difference.found()));
    }
    int count = differences.size();
    return text.append(count == 1 ? "1 value differs\n" : count + " values differ\n").toString();
  }

  private String side(String name, Optional<String> value) {
    int width = Math.max(first.length(), second.length());
    var shown = value.map(DifferenceText::shortened).orElse("(nothing)");
    return "  " + Columns.padded(Visible.text(name), width) + "  " + shown + "\n";
  }

  private static String shortened(String value) {
    var shown =
        value.codePointCount(0, value.length()) > LONGEST
            ? value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…"
            : value;
    return Visible.text(shown);
  }
}
