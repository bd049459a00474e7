package org.planlock.plan.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.LambdaRule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.value.Decimal;

/** Tuning values that repeat, or an end of the sequence where it cannot be. */
final class GridOutOfRange implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .flatMap(model -> Stream.concat(ratios(facts, model), strengths(facts, model)));
  }

  private static Stream<Diagnostic> ratios(PlanFacts facts, ModelSpec model) {
    return model.penalty().stated().flatMap(p -> p.l1Ratio().stated()).stream()
        .flatMap(values -> repeated(values).stream())
        .map(
            value ->
                finding(
                        facts,
                        model,
                        "penalty.l1_ratio",
                        "l1_ratio " + value.text() + " stands twice")
                    .help("list each value once"));
  }

  private static Stream<Diagnostic> strengths(PlanFacts facts, ModelSpec model) {
    var rule = model.penalty().stated().flatMap(p -> p.lambda().stated());
    if (rule.isPresent() && rule.get() instanceof LambdaRule.Listed listed) {
      return repeated(listed.listed())
          .map(
              value ->
                  finding(
                          facts,
                          model,
                          "penalty.lambda",
                          "lambda " + value.text() + " stands twice")
                      .help("list each value once"))
          .stream();
    }
    return rule.stream()
        .map(LambdaRule.Spaced.class::cast)
        .flatMap(spaced -> wrong(spaced).stream())
        .map(
            message ->
                finding(facts, model, "penalty.lambda", message)
                    .help("write the larger end first, and let both be above zero"));
  }

  private static Optional<String> wrong(LambdaRule.Spaced spaced) {
    var from = spaced.from();
    var to = spaced.to();
    if (from.otherwise().isPresent()) {
      return Optional.of("lambda starts at `" + from.text() + "`, which is two values");
    }
    boolean comparable = from.ofMax() == to.ofMax();
    var least = to.otherwise().filter(o -> o.compareTo(to.factor()) < 0).orElse(to.factor());
    var most = to.otherwise().filter(o -> o.compareTo(to.factor()) > 0).orElse(to.factor());
    if (comparable && from.factor().compareTo(most) <= 0) {
      return Optional.of(
          "lambda goes from `" + from.text() + "` to `" + to.text() + "`, which is not smaller");
    }
    boolean logarithmic = spaced.spacing() == LambdaRule.Spacing.LOG_SPACED;
    boolean positive =
        from.factor().value().signum() > 0 && least.value().signum() >= (logarithmic ? 1 : 0);
    return positive
        ? Optional.empty()
        : Optional.of("lambda cannot be `" + to.text() + "` in this spacing");
  }

  private static Optional<Decimal> repeated(List<Decimal> values) {
    var seen = new HashSet<Decimal>();
    return values.stream().filter(value -> !seen.add(value)).findFirst();
  }

  private static Diagnostic finding(PlanFacts facts, ModelSpec model, String key, String message) {
    return Diagnostic.at(facts.placeOf(model, key), Rule.GRID_OUT_OF_RANGE, message);
  }
}
