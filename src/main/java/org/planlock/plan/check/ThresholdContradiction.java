package org.planlock.plan.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.prepare.Variable;

/** One threshold that is once inside and once outside, as in {@code <= 7} and {@code < 7}. */
final class ThresholdContradiction implements PlanCheck {
  private record Threshold(String quantity, String number, String unit, String side) {}

  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var first = new HashMap<Threshold, Atom>();
    var rows =
        Stream.concat(
            facts.variables().stream().map(Variable::value),
            facts.rules().stream().map(PlanExpressions::condition));
    return Stream.concat(
        rows.flatMap(condition -> Atom.in(condition).stream())
            .flatMap(atom -> earlier(first, atom, "").map(other -> finding(other, atom)).stream()),
        PlanExpressions.aboutResults(facts)
            .flatMap(condition -> Atom.in(condition).stream())
            .flatMap(
                atom ->
                    earlier(first, atom, atom.isBelow() ? "below" : "above")
                        .map(other -> finding(other, atom))
                        .stream()));
  }

  /**
   * The first comparison with this threshold, if it puts the number on the other side.
   *
   * @param side two claims about results may both hold at their common limit, so only those that
   *     look to one side are compared; rows are divided
   */
  private static Optional<Atom> earlier(Map<Threshold, Atom> first, Atom atom, String side) {
    var threshold =
        new Threshold(atom.quantity(), atom.number().toPlainString(), atom.unit(), side);
    var earlier = first.putIfAbsent(threshold, atom);
    return Optional.ofNullable(earlier)
        .filter(other -> other.putsNumberBelow() != atom.putsNumberBelow());
  }

  private static Diagnostic finding(Atom earlier, Atom atom) {
    var number = atom.number().toPlainString() + (atom.unit().isEmpty() ? "" : " " + atom.unit());
    return Diagnostic.at(
            atom.span(),
            Rule.THRESHOLD_CONTRADICTION,
            "whether `"
                + atom.quantity()
                + "` of exactly "
                + number
                + " counts with the lower or with the higher values is said in two ways")
        .captioned(side(atom))
        .labelled(earlier.span(), side(earlier))
        .help("use operators that agree: `<=` with `>`, `<` with `>=`");
  }

  private static String side(Atom atom) {
    return atom.putsNumberBelow() ? "with the lower" : "with the higher";
  }
}
