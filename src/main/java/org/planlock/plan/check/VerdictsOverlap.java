package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.inference.Hypothesis;

/** A hypothesis that some results would both corroborate and falsify. */
final class VerdictsOverlap implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.hypotheses().stream().flatMap(hypothesis -> in(hypothesis).stream());
  }

  private static Optional<Diagnostic> in(Hypothesis hypothesis) {
    var falsified = hypothesis.falsified().stated();
    var yes = Atom.all(hypothesis.corroborated().node());
    var no = falsified.flatMap(f -> Atom.all(f.node()));
    if (yes.isEmpty() || no.isEmpty() || areApart(yes.get(), no.get())) {
      return Optional.empty();
    }
    boolean related = yes.get().stream().anyMatch(a -> no.get().stream().anyMatch(b -> same(a, b)));
    var finding = finding(hypothesis, falsified.orElseThrow());
    return Optional.of(related ? finding : finding.weighing(Severity.WARNING));
  }

  private static boolean areApart(List<Atom> yes, List<Atom> no) {
    var both = new ArrayList<>(yes);
    both.addAll(no);
    return both.stream()
        .map(Atom::quantity)
        .distinct()
        .anyMatch(
            quantity ->
                Interval.of(both.stream().filter(a -> a.quantity().equals(quantity)).toList())
                    .isEmpty());
  }

  private static boolean same(Atom a, Atom b) {
    return a.quantity().equals(b.quantity());
  }

  private static Diagnostic finding(Hypothesis hypothesis, Expression falsified) {
    return Diagnostic.at(
            falsified.node().span(),
            Rule.VERDICTS_OVERLAP,
            "some results would both corroborate and falsify `" + hypothesis.id() + "`")
        .labelled(hypothesis.corroborated().node().span(), "corroborated here")
        .note("a verdict that depends on which condition is read first is none")
        .help("choose limits that no result can meet together");
  }
}
