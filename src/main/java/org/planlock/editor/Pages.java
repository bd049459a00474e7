package org.planlock.editor;

import java.util.ArrayList;
import org.planlock.plan.binding.Expected;
import org.planlock.plan.binding.KeyMeaning;
import org.planlock.plan.coverage.CoverageField;
import org.planlock.plan.expression.FunctionSpec;
import org.planlock.syntax.TreeText;

/** What is shown about keys, names and functions, as Markdown. */
final class Pages {
  private static final int LONGEST_VALUE = 200;

  private Pages() {}

  /** About a key, without a value. */
  static String ofKey(Expected expected) {
    var lines = new ArrayList<String>();
    lines.add("**`" + expected.key() + "`**: " + meaning(expected));
    lines.add(expected.form() + silence(expected));
    expected.meaning().map(KeyMeaning::example).ifPresent(e -> lines.add("Example: `" + e + "`"));
    return String.join("\n\n", lines);
  }

  /** About a key at a place, with its value and the researcher's choice that it closes. */
  static String ofSpot(Draft draft, Spot spot, Expected expected) {
    var page = new ArrayList<String>();
    page.add(ofKey(expected));
    ClosedFields.of(draft, spot).forEach(field -> page.add(field(field)));
    var value = TreeText.of(spot.node());
    if (!value.contains(Mark.WORD)) {
      page.add("Here: " + Markdown.code(shortened(value)));
    }
    return String.join("\n\n", page);
  }

  /** About a function of expressions. */
  static String ofFunction(FunctionSpec function) {
    return "**`" + function.usage() + "`**: " + function.description();
  }

  static String meaning(Expected expected) {
    return expected.meaning().map(KeyMeaning::meaning).orElse("");
  }

  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_VALUE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
  }

  private static String silence(Expected expected) {
    return expected
        .technical()
        .map(
            value -> "; where the plan is silent, `" + value + "` holds and the lock writes it out")
        .orElse("");
  }

  private static String field(CoverageField field) {
    return "Field "
        + field.id()
        + ", "
        + field.title()
        + ": while it is open, nobody knows "
        + field.ambiguity();
  }
}
