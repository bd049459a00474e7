package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.sample.SampleRule;

/** Rules of the sample that together, or with a column's range, leave nobody. */
final class RuleAdmitsNobody implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var byQuantity = new LinkedHashMap<String, List<Atom>>();
    facts
        .rules()
        .forEach(
            rule ->
                staying(rule)
                    .forEach(
                        atom ->
                            byQuantity
                                .computeIfAbsent(atom.quantity(), q -> new ArrayList<>())
                                .add(atom)));
    return byQuantity.entrySet().stream()
        .filter(entry -> isEmpty(facts, entry))
        .map(entry -> finding(facts, entry.getKey(), entry.getValue()));
  }

  /** What must hold for those who stay, as far as it is plain comparisons. */
  private static List<Atom> staying(SampleRule rule) {
    if (rule instanceof SampleRule.Include include) {
      return Atom.all(include.include().node()).orElse(List.of());
    }
    return rule instanceof SampleRule.Exclude exclude
        ? Atom.of(exclude.exclude().node(), true).map(List::of).orElse(List.of())
        : List.of();
  }

  private static boolean isEmpty(PlanFacts facts, Map.Entry<String, List<Atom>> entry) {
    if (entry.getValue().stream().map(Atom::unit).filter(u -> !u.isEmpty()).distinct().count()
        > 1) {
      return false;
    }
    return Interval.of(entry.getValue()).and(range(facts, entry.getKey())).isEmpty();
  }

  private static Interval range(PlanFacts facts, String quantity) {
    var name = quantity.split(" at ")[0];
    return facts
        .column(name)
        .filter(column -> column.range().size() == 2)
        .map(
            column ->
                Interval.between(column.range().get(0).value(), column.range().get(1).value()))
        .orElse(Interval.ALL);
  }

  private static Diagnostic finding(PlanFacts facts, String quantity, List<Atom> atoms) {
    var last = atoms.get(atoms.size() - 1);
    var finding =
        Diagnostic.at(
            last.span(),
            Rule.RULE_ADMITS_NOBODY,
            "no value of `" + quantity + "` passes the rules");
    for (var earlier : atoms.subList(0, atoms.size() - 1)) {
      finding = finding.labelled(earlier.span(), "together with this");
    }
    var range = range(facts, quantity);
    return range.equals(Interval.ALL)
        ? finding.help("change one of the limits")
        : finding
            .note(
                "its column holds "
                    + range.low().orElseThrow().toPlainString()
                    + " to "
                    + range.high().orElseThrow().toPlainString())
            .help("change the rule, or the range of the column");
  }
}
