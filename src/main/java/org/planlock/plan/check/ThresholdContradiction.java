package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.prepare.Variable;
import org.planlock.plan.sample.SampleRule;

/** One threshold that is once inside and once outside, as in {@code <= 7} and {@code < 7}. */
final class ThresholdContradiction implements PlanCheck {
  private record Threshold(String quantity, String number, String unit, boolean below) {}

  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var first = new HashMap<Threshold, Atom>();
    var found = new ArrayList<Diagnostic>();
    for (var atom : atoms(facts)) {
      var threshold =
          new Threshold(
              atom.quantity(), atom.number().toPlainString(), atom.unit(), atom.isBelow());
      var earlier = first.putIfAbsent(threshold, atom);
      if (earlier != null && earlier.isStrict() != atom.isStrict()) {
        found.add(finding(earlier, atom));
      }
    }
    return found.stream();
  }

  private static List<Atom> atoms(PlanFacts facts) {
    var variables = facts.variables().stream().map(Variable::value);
    return Stream.of(
            variables.flatMap(value -> Atom.in(value, false).stream()),
            facts.rules().stream()
                .flatMap(
                    rule ->
                        Atom.in(
                            PlanExpressions.condition(rule), !(rule instanceof SampleRule.Include))
                            .stream()),
            PlanExpressions.aboutResults(facts).flatMap(e -> Atom.in(e, false).stream()))
        .flatMap(all -> all)
        .toList();
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
                + " is "
                + (atom.isBelow() ? "below" : "above")
                + " the threshold is said in two ways")
        .captioned(atom.isStrict() ? "here it is not" : "here it is")
        .labelled(earlier.span(), earlier.isStrict() ? "here it is not" : "here it is")
        .help("write the same operator in both places");
  }
}
