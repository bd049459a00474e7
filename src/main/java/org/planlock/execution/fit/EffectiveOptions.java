package org.planlock.execution.fit;

import java.util.List;
import java.util.Locale;
import org.planlock.plan.fit.Penalty;
import org.planlock.stats.elasticnet.ElasticNetOptions;
import org.planlock.stats.elasticnet.Solve;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceValue;

/** The flags of an elastic net as the trace tells them: the values in force. */
record EffectiveOptions(Penalty penalty, ElasticNetOptions options, List<String> columns) {

  TraceEvent describe(TraceEvent event) {
    var factors = options.penaltyFactors();
    var described =
        stopping(
                event
                    .with("family", word(penalty.family()))
                    .with("distribution", word(options.family()))
                    .with("objective", word(options.objective()))
                    .with("solve", word(options.solve())))
            .with("standardize", options.standardize())
            .with("intercept", options.intercept() ? "free" : "none")
            .with(
                "penaltyFactors",
                factors.factors().isEmpty()
                    ? TraceValue.of(1.0)
                    : TraceValue.numbers(factors.factors()))
            .withTexts("excluded", factors.excluded().stream().sorted().map(columns::get).toList());
    return described
        .with("lowerLimits", limits(options.limits().lower()))
        .with("upperLimits", limits(options.limits().upper()));
  }

  private TraceEvent stopping(TraceEvent event) {
    var stopping = options.stopping();
    return options.solve() == Solve.GLMNET
        ? event.with("threshold", stopping.threshold()).with("maxPasses", stopping.maxPasses())
        : event.with("tolerance", stopping.tolerance());
  }

  private static TraceValue limits(List<Double> limits) {
    return limits.stream().allMatch(limit -> Double.isInfinite(limit))
        ? TraceValue.of("none")
        : TraceValue.numbers(limits);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
