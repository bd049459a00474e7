package org.planlock.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.planlock.plan.coverage.Coverage;
import org.planlock.plan.coverage.FieldCoverage;

/** How much of a complete plan is said, as people read it. */
public final class CoverageText {
  private static final String INDENT = "      ";
  private static final String HANGING = "         ";

  private CoverageText() {}

  /** The counts on one line. */
  public static String summary(Coverage coverage) {
    return coverage.summary() + "   (plan check --fields lists them)\n";
  }

  /**
   * A line a field; below those that are not closed, what is missing and what to write.
   *
   * @param width columns of the screen
   */
  public static String fields(Coverage coverage, int width) {
    var cells = coverage.fields().stream().map(CoverageText::cells).toList();
    var lines = FittedTable.of(cells, Style.UNBOUNDED);
    var text = new StringBuilder();
    var field = coverage.fields().iterator();
    for (var line : lines.split("\n", -1)) {
      if (field.hasNext()) {
        text.append(line).append('\n').append(details(field.next(), width));
      }
    }
    return text.append('\n').toString();
  }

  private static List<String> cells(FieldCoverage one) {
    return List.of(one.field().id(), one.field().title(), one.status().words());
  }

  private static String details(FieldCoverage one, int width) {
    if (one.missing().isEmpty()) {
      return "";
    }
    var lines = new ArrayList<String>();
    lines.addAll(broken("unknown: ", one.field().ambiguity(), width));
    lines.addAll(broken("missing: ", String.join(", ", one.missing()), width));
    lines.add("write:   " + one.field().example().strip().replace("\n", "\n" + INDENT + HANGING));
    return lines.stream()
        .map(line -> INDENT + Visible.text(line).replace("\\u{a}", "\n") + "\n")
        .collect(Collectors.joining());
  }

  /** What to write is not broken, because it is copied. */
  private static List<String> broken(String word, String text, int width) {
    int room = width - INDENT.length() - HANGING.length();
    var lines = new ArrayList<String>();
    for (var line : Wrapped.lines(text, room, room)) {
      lines.add((lines.isEmpty() ? word : HANGING) + line);
    }
    return lines;
  }
}
