package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Product;
import org.planlock.plan.prepare.Step;

/** Steps in an order in which they cannot be carried out. */
final class StepOrder implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.preparations().stream()
        .flatMap(
            preparation ->
                Stream.of(
                        numbers(facts, preparation),
                        products(facts, preparation),
                        targets(facts, preparation))
                    .flatMap(found -> found));
  }

  private static Stream<Diagnostic> numbers(PlanFacts facts, Preparation preparation) {
    var steps = preparation.steps();
    return IntStream.range(0, steps.size())
        .filter(i -> steps.get(i).step() != i + 1)
        .limit(1)
        .mapToObj(
            i ->
                facts
                    .at(
                        Steps.path(preparation, steps.get(i)) + ".step",
                        Rule.STEP_ORDER,
                        "step " + steps.get(i).step() + " stands in place " + (i + 1))
                    .note("steps are carried out from the top, and are numbered 1, 2, 3 and so on")
                    .help("number the steps of `" + preparation.name() + "` from 1 without a gap"));
  }

  /** Parents that must be scaled or residual before their product is formed. */
  private static Stream<Diagnostic> products(PlanFacts facts, Preparation preparation) {
    var found = new ArrayList<Diagnostic>();
    for (var step : preparation.steps()) {
      if (step instanceof Step.Interact interact && interact.as().stated().isPresent()) {
        var product = interact.as().stated().get();
        var crossing = interact.interact();
        parent(facts, preparation, step, crossing.left(), product.left()).ifPresent(found::add);
        parent(facts, preparation, step, crossing.right(), product.right()).ifPresent(found::add);
      }
    }
    return found.stream();
  }

  private static Optional<Diagnostic> parent(
      PlanFacts facts, Preparation preparation, Step step, String parent, Product.State state) {
    if (state != Product.State.SCALED) {
      return Optional.empty();
    }
    var columns = facts.terms().expand(parent);
    boolean scaled =
        preparation.steps().stream()
            .takeWhile(earlier -> earlier != step)
            .filter(Step.Scale.class::isInstance)
            .anyMatch(scale -> facts.terms().expand(Steps.targets(scale)).containsAll(columns));
    return scaled
        ? Optional.empty()
        : Optional.of(
            facts
                .at(
                    Steps.path(preparation, step) + ".as",
                    Rule.STEP_ORDER,
                    "`" + parent + "` enters the product scaled, and no step before scales it")
                .help(
                    "put a `scale` step for `" + parent + "` before this one, or say `unscaled`"));
  }

  /** Columns that are changed before a later step makes them. */
  private static Stream<Diagnostic> targets(PlanFacts facts, Preparation preparation) {
    var steps = preparation.steps();
    var found = new ArrayList<Diagnostic>();
    for (var maker : steps) {
      if (maker instanceof Step.Interact || maker instanceof Step.Derive) {
        var made = facts.terms().expand(Steps.targets(maker));
        early(facts, steps, maker, made)
            .map(early -> tooEarly(facts, preparation, early, maker, made))
            .ifPresent(found::add);
      }
    }
    return found.stream();
  }

  private static Optional<Step> early(
      PlanFacts facts, List<Step> steps, Step maker, java.util.Set<String> made) {
    return steps.stream()
        .takeWhile(step -> step != maker)
        .filter(step -> facts.terms().expand(Steps.targets(step)).stream().anyMatch(made::contains))
        .findFirst();
  }

  private static Diagnostic tooEarly(
      PlanFacts facts,
      Preparation preparation,
      Step early,
      Step maker,
      java.util.Set<String> made) {
    var column =
        facts.terms().expand(Steps.targets(early)).stream()
            .filter(made::contains)
            .findFirst()
            .orElseThrow();
    return facts
        .at(
            Steps.path(preparation, early) + "." + Steps.verb(early),
            Rule.STEP_ORDER,
            "step "
                + early.step()
                + " changes `"
                + column
                + "`, which step "
                + maker.step()
                + " only then makes")
        .labelled(
            facts.places().of(Steps.path(preparation, maker) + "." + Steps.verb(maker)),
            "made here")
        .help("put `" + Steps.verb(maker) + "` before `" + Steps.verb(early) + "`");
  }
}
