package org.planlock.plan.binding;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * Finds two digits in a list of numbers that may be one number with a decimal comma.
 *
 * <p>With a blank behind it a comma always stands between two numbers: {@code 0, 5}. Without one it
 * is taken for a decimal mark
 *
 * <ul>
 *   <li>in any list, where what follows begins with a 0 and has more digits: {@code 0,05};
 *   <li>in a list that stands in no brackets, of numbers that have a range (strengths and shares,
 *       while codes of levels are as often {@code 0,1}), where no other comma without a blank is
 *       beside it: {@code 0,5} and {@code 0,5, 1}, but neither {@code 1,2,3} nor {@code [0,5]}.
 * </ul>
 */
final class CommaWithoutBlank {
  private final PlanNode.Sequence list;
  private final boolean mayHaveDecimals;

  CommaWithoutBlank(PlanNode.Sequence list, Limits limits) {
    this.list = list;
    this.mayHaveDecimals = limits.between() != null && !list.span().text().startsWith("[");
  }

  /** The first pair that may be one number, if there is one. */
  Optional<Diagnostic> find() {
    return IntStream.range(0, list.items().size() - 1)
        .filter(i -> isOneNumber(i))
        .mapToObj(i -> finding(list.items().get(i).span(), list.items().get(i + 1).span()))
        .findFirst();
  }

  private boolean isOneNumber(int first) {
    if (!isGlued(first) || !matches(first, "-?(?:0|[1-9][0-9]*)")) {
      return false;
    }
    return matches(first + 1, "0[0-9]+")
        || (mayHaveDecimals
            && matches(first + 1, "[0-9]+")
            && !isGlued(first - 1)
            && !isGlued(first + 1));
  }

  private boolean matches(int index, String digits) {
    return list.items().get(index) instanceof PlanNode.Scalar scalar
        && scalar.text().matches(digits)
        && scalar.span().text().equals(scalar.text());
  }

  /** Whether nothing but the comma stands between an item and the next. */
  private boolean isGlued(int first) {
    List<PlanNode> items = list.items();
    return first >= 0
        && first + 1 < items.size()
        && items.get(first).span().end() + 1 == items.get(first + 1).span().start();
  }

  private static Diagnostic finding(Span whole, Span decimals) {
    var written = whole.to(decimals);
    return Diagnostic.at(
            written, Rule.NOT_A_NUMBER, "`" + written.text() + "` may be one number or two")
        .note("the decimal mark of a plan is the point; a comma stands between two values")
        .help(
            decimals.text().matches("0[0-9]+")
                ? "write `" + whole.text() + "." + decimals.text() + "`"
                : "write `"
                    + whole.text()
                    + "."
                    + decimals.text()
                    + "`, or `"
                    + whole.text()
                    + ", "
                    + decimals.text()
                    + "` for two");
  }
}
