package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.expression.Unit;
import org.planlock.plan.prepare.Variable;

/** A quantity without a declared unit that is compared in two units. */
final class QuantityInTwoUnits implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var first = new HashMap<String, Atom>();
    var found = new ArrayList<Diagnostic>();
    Stream.of(
            facts.variables().stream().map(Variable::value),
            facts.rules().stream().map(PlanExpressions::condition),
            PlanExpressions.aboutResults(facts))
        .flatMap(all -> all)
        .flatMap(expression -> Atom.in(expression).stream())
        .filter(atom -> !atom.unit().isEmpty() && !hasUnit(facts, atom))
        .forEach(
            atom -> {
              var earlier = first.putIfAbsent(atom.quantity(), atom);
              if (earlier != null && !Unit.parse(earlier.unit()).equals(Unit.parse(atom.unit()))) {
                found.add(finding(earlier, atom));
              }
            });
    return found.stream();
  }

  private static boolean hasUnit(PlanFacts facts, Atom atom) {
    return facts
        .column(atom.quantity().split(" at ")[0])
        .flatMap(column -> column.unit().stated())
        .isPresent();
  }

  private static Diagnostic finding(Atom earlier, Atom atom) {
    return Diagnostic.at(
            atom.span(),
            Rule.QUANTITY_IN_TWO_UNITS,
            "`"
                + atom.quantity()
                + "` is compared in `"
                + earlier.unit()
                + "` and in `"
                + atom.unit()
                + "`")
        .labelled(earlier.span(), "the other unit")
        .note("nothing is converted, so one of the two limits would be read wrongly")
        .help("write both limits in the unit of the column, and declare that unit");
  }
}
