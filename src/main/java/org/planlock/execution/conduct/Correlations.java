package org.planlock.execution.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.RawColumns;
import org.planlock.execution.result.CorrelationResult;
import org.planlock.plan.inference.Correlation;
import org.planlock.stats.DoubleVector;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceSink;
import org.planlock.trace.TraceValue;

/** Computes the correlations that a plan declares outside its confirmatory family. */
final class Correlations {
  private final RawColumns values;
  private final TraceSink sink;

  Correlations(RawColumns values, TraceSink sink) {
    this.values = values;
    this.sink = sink;
  }

  /** One result a correlation; pairs with a missing value are left out. */
  Checked<List<CorrelationResult>> all(List<Correlation> correlations) {
    var results = new ArrayList<CorrelationResult>();
    var found = new ArrayList<Diagnostic>();
    for (var correlation : correlations) {
      var result = one(correlation);
      found.addAll(result.diagnostics());
      result.value().ifPresent(results::add);
    }
    return found.stream().anyMatch(Diagnostic::isError)
        ? Checked.failed(found)
        : Checked.of(results, found);
  }

  private Checked<CorrelationResult> one(Correlation correlation) {
    boolean raw =
        correlation
            .values()
            .stated()
            .filter(w -> w.text().equals("before residualise"))
            .isPresent();
    return values
        .numbers(correlation.correlate(), raw)
        .then(
            first ->
                values
                    .numbers(correlation.with(), raw)
                    .map(second -> recorded(correlated(correlation, first, second))));
  }

  private static CorrelationResult correlated(
      Correlation correlation, List<Double> first, List<Double> second) {
    var left = new ArrayList<Double>();
    var right = new ArrayList<Double>();
    for (int i = 0; i < first.size(); i++) {
      if (Double.isFinite(first.get(i)) && Double.isFinite(second.get(i))) {
        left.add(first.get(i));
        right.add(second.get(i));
      }
    }
    var a = DoubleVector.of(left).toArray();
    var b = DoubleVector.of(right).toArray();
    var found =
        correlation.by() == Correlation.Method.PEARSON
            ? org.planlock.stats.Correlation.pearson(a, b)
            : org.planlock.stats.Correlation.spearman(a, b);
    return new CorrelationResult(
        correlation.correlate(),
        correlation.with(),
        correlation.by().name().toLowerCase(Locale.ROOT),
        a.length,
        found.map(c -> c.r()),
        found.flatMap(
            c ->
                c.pTwoSided().isPresent()
                    ? Optional.of(c.pTwoSided().getAsDouble())
                    : Optional.empty()));
  }

  private CorrelationResult recorded(CorrelationResult result) {
    sink.record(
        TraceEvent.of(TraceEvents.CORRELATION)
            .with("outcome", result.outcome())
            .with("with", result.with())
            .with("method", result.method())
            .with("n", result.n())
            .with("value", orMissing(result.value()))
            .with("p", orMissing(result.p())));
    return result;
  }

  private static TraceValue orMissing(Optional<Double> number) {
    return number.map(TraceValue::of).orElseGet(TraceValue::missing);
  }
}
