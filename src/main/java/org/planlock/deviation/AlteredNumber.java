package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceFields;
import org.planlock.trace.TraceValue;

/**
 * Finds numbers in the results that are not those of the trace: participants, the chosen penalty,
 * errors, coefficients, and the values that hypotheses were judged by. What the trace does not tell
 * is not compared.
 */
final class AlteredNumber implements ReportedDetector {
  /** A number by its name, as it was recorded and as it is reported. */
  private record Pair(String name, Optional<Double> recorded, Optional<TraceValue> told) {
    boolean isApart(Near near) {
      return recorded.isPresent()
          && !(told.orElse(null) instanceof TraceValue.Number number
              && near.same(recorded.get(), number.value()));
    }
  }

  @Override
  public Stream<Finding> detect(Reported reported, Evidence evidence) {
    var models = evidence.models().stream().flatMap(spec -> model(spec, reported, evidence));
    var hypotheses =
        evidence.plan().hypotheses().orElse(List.of()).stream()
            .flatMap(hypothesis -> hypothesis(hypothesis.id(), reported, evidence));
    return Stream.of(sample(reported, evidence), models, hypotheses).flatMap(found -> found);
  }

  private static Stream<Finding> sample(Reported reported, Evidence evidence) {
    var told = Reported.part(reported.fields(), "sample");
    var event = evidence.trace().first(TraceEvents.SAMPLE);
    var pairs =
        List.of(
            new Pair(
                "enrolled",
                count(evidence.trace().first(TraceEvents.ENROLLED)),
                told.value("enrolled")),
            new Pair("analysed", count(event), told.value("analysed")));
    return found("sample.rows", "the sample", pairs, event, reported, evidence)
        .map(deviation -> deviation);
  }

  private static Optional<Double> count(Optional<TraceEvent> event) {
    return event.flatMap(e -> e.texts("ids")).map(ids -> (double) ids.size());
  }

  private static Stream<Finding> model(ModelSpec spec, Reported reported, Evidence evidence) {
    var told = reported.model(spec.name());
    var fit = evidence.first(TraceEvents.FIT, spec.name());
    if (told.isEmpty() || fit.isEmpty()) {
      return Stream.empty();
    }
    var pairs = new ArrayList<Pair>();
    pairs.add(
        new Pair("n", fit.get().texts("rows").map(r -> (double) r.size()), told.get().value("n")));
    var selection = evidence.first(TraceEvents.SELECTION, spec.name());
    var selected = Reported.part(told.get(), "selected");
    for (var name : List.of("l1Ratio", "gamma", "lambda", "mse", "error")) {
      pairs.add(new Pair(name, selection.flatMap(e -> e.number(name)), selected.value(name)));
    }
    pairs.add(
        new Pair("intercept", fit.get().number("interceptValue"), told.get().value("intercept")));
    pairs.addAll(coefficients(fit.get(), Reported.part(told.get(), "coefficients")));
    return found(
            PlanPaths.model(spec.name()), "`" + spec.name() + "`", pairs, fit, reported, evidence)
        .map(deviation -> deviation.inModel(spec.name()));
  }

  private static List<Pair> coefficients(TraceEvent fit, TraceFields told) {
    var columns = fit.texts("columns").orElse(List.of());
    var values = fit.numbers("coefficients").orElse(List.of());
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
      var name = columns.get(i);
      pairs.add(
          new Pair(
              "coefficient of " + name,
              Optional.of(values.get(i)).filter(Double::isFinite),
              told.value(name)));
    }
    return pairs;
  }

  private static Stream<Finding> hypothesis(String id, Reported reported, Evidence evidence) {
    var told = reported.hypothesis(id).map(one -> Reported.part(one, "values"));
    var event = evidence.trace().ofType(TraceEvents.HYPOTHESIS, "id", id).stream().findFirst();
    var recorded = event.flatMap(e -> e.object("values"));
    if (told.isEmpty() || recorded.isEmpty()) {
      return Stream.empty();
    }
    var pairs =
        recorded.get().members().keySet().stream()
            .map(call -> new Pair(call, recorded.get().number(call), told.get().value(call)))
            .toList();
    return found(PlanPaths.join("hypotheses", id), "`" + id + "`", pairs, event, reported, evidence)
        .map(deviation -> deviation);
  }

  /** One deviation for all numbers of a part; the first stands in its message. */
  private static Stream<Deviation> found(
      String path,
      String what,
      List<Pair> pairs,
      Optional<TraceEvent> event,
      Reported reported,
      Evidence evidence) {
    var apart = pairs.stream().filter(pair -> pair.isApart(evidence.near())).toList();
    if (apart.isEmpty()) {
      return Stream.empty();
    }
    var first = apart.get(0);
    var deviation =
        reported
            .deviation(
                Rule.ALTERED_NUMBER,
                path,
                DeviationSeverity.S3,
                "the results of " + what + " give another " + first.name() + " than the analysis")
            .values(
                TraceValue.of(first.recorded().orElseThrow()),
                first.told().orElseGet(TraceValue::missing));
    for (var other : apart.subList(1, apart.size())) {
      deviation = deviation.consequence("another " + other.name() + " too");
    }
    return Stream.of(event.map(deviation::at).orElse(deviation));
  }
}
