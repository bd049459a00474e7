package org.planlock.plan.check;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.LambdaRule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.value.Decimal;

/** Tuning values that are not in their order. */
final class GridOutOfOrder implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .flatMap(model -> Stream.concat(ratios(facts, model), strengths(facts, model)));
  }

  private static Stream<Diagnostic> ratios(PlanFacts facts, ModelSpec model) {
    return model.penalty().stated().flatMap(p -> p.l1Ratio().stated()).stream()
        .filter(values -> firstBreak(values, 1).isPresent())
        .map(
            values ->
                Diagnostic.at(
                        facts.placeOf(model, "penalty.l1_ratio"),
                        Rule.GRID_OUT_OF_ORDER,
                        "the values of l1_ratio do not rise")
                    .help("list them from the smallest to the largest"));
  }

  private static Stream<Diagnostic> strengths(PlanFacts facts, ModelSpec model) {
    return model.penalty().stated().flatMap(p -> p.lambda().stated()).stream()
        .filter(LambdaRule.Listed.class::isInstance)
        .filter(rule -> firstBreak(((LambdaRule.Listed) rule).listed(), -1).isPresent())
        .map(
            rule ->
                Diagnostic.at(
                        facts.placeOf(model, "penalty.lambda"),
                        Rule.GRID_OUT_OF_ORDER,
                        "the values of lambda do not fall")
                    .note("paths are followed from the largest strength to the smallest")
                    .help("list them from the largest to the smallest"));
  }

  private static java.util.OptionalInt firstBreak(List<Decimal> values, int direction) {
    return IntStream.range(1, values.size())
        .filter(i -> values.get(i).compareTo(values.get(i - 1)) * direction < 0)
        .findFirst();
  }
}
