package org.planlock.plan.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.plan.expression.Expression;

/**
 * One threshold that is once inside and once outside, as in {@code <= 7} and {@code < 7}.
 *
 * <p>Two variables that cut one quantity at one number, and both towards the same side, are one
 * definition said in two ways: an error, since no reader can tell which group is meant. Elsewhere
 * the two places may mean different things, and it is a warning.
 */
final class ThresholdContradiction implements PlanCheck {
  /**
   * A comparison where it stands.
   *
   * @param variable the variable that it defines, or empty
   */
  private record Cut(Atom atom, String variable) {
    static Stream<Cut> in(Expression expression, String variable) {
      return Atom.in(expression).stream().map(atom -> new Cut(atom, variable));
    }

    boolean definesTheSameAs(Cut other) {
      return !variable.isEmpty()
          && !other.variable.isEmpty()
          && atom.isBelow() == other.atom.isBelow();
    }
  }

  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var first = new HashMap<List<String>, Cut>();
    var rows =
        Stream.concat(
            facts.variables().stream().flatMap(one -> Cut.in(one.value(), one.name())),
            facts.rules().stream().flatMap(one -> Cut.in(PlanExpressions.condition(one), "")));
    var results = PlanExpressions.aboutResults(facts).flatMap(one -> Cut.in(one, ""));
    return Stream.concat(
        rows.flatMap(cut -> against(first, cut, "").stream()),
        results.flatMap(
            cut -> against(first, cut, cut.atom().isBelow() ? "below" : "above").stream()));
  }

  /**
   * What is wrong if the first comparison with this threshold puts the number on the other side.
   *
   * @param side two claims about results may both hold at their common limit, so only those that
   *     look to one side are compared; rows are divided
   */
  private static Optional<Diagnostic> against(Map<List<String>, Cut> first, Cut cut, String side) {
    var atom = cut.atom();
    var threshold = List.of(atom.quantity(), atom.number().toPlainString(), atom.unit(), side);
    return Optional.ofNullable(first.putIfAbsent(threshold, cut))
        .filter(other -> other.atom().putsNumberBelow() != atom.putsNumberBelow())
        .map(other -> other.definesTheSameAs(cut) ? twice(other, cut) : finding(other, cut));
  }

  private static Diagnostic twice(Cut earlier, Cut cut) {
    var number = number(cut.atom());
    return Diagnostic.at(
            cut.atom().span(),
            Rule.THRESHOLD_CONTRADICTION,
            "`"
                + earlier.variable()
                + "` and `"
                + cut.variable()
                + "` cut `"
                + cut.atom().quantity()
                + "` at "
                + number
                + ", once with `"
                + earlier.atom().operator()
                + "` and once with `"
                + cut.atom().operator()
                + "`")
        .weighing(Severity.ERROR)
        .captioned(side(cut.atom()))
        .labelled(earlier.atom().span(), side(earlier.atom()))
        .note("somebody with exactly " + number + " is in one group and not in the other")
        .help("keep one of them; a second definition belongs in a variant of `sensitivity`");
  }

  private static Diagnostic finding(Cut earlier, Cut cut) {
    return Diagnostic.at(
            cut.atom().span(),
            Rule.THRESHOLD_CONTRADICTION,
            "whether `"
                + cut.atom().quantity()
                + "` of exactly "
                + number(cut.atom())
                + " counts with the lower or with the higher values is said in two ways")
        .captioned(side(cut.atom()))
        .labelled(earlier.atom().span(), side(earlier.atom()))
        .help("use operators that agree: `<=` with `>`, `<` with `>=`");
  }

  private static String number(Atom atom) {
    return atom.number().toPlainString() + (atom.unit().isEmpty() ? "" : " " + atom.unit());
  }

  private static String side(Atom atom) {
    return atom.putsNumberBelow() ? "with the lower" : "with the higher";
  }
}
