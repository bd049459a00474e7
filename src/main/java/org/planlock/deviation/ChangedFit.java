package org.planlock.deviation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.fit.PenaltyFactors;
import org.planlock.plan.value.Decimal;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds models that were fitted with other flags than the registered ones. */
final class ChangedFit implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.models().stream()
        .flatMap(
            spec ->
                spec.penalty().stated().stream().flatMap(p -> model(spec, p, evidence).stream()));
  }

  private static List<Finding> model(ModelSpec spec, Penalty penalty, Evidence evidence) {
    var fit = evidence.first(TraceEvents.FIT, spec.name());
    var found = new ArrayList<Finding>();
    if (fit.isPresent()) {
      var flags = new Flags(spec.name(), fit.get(), found);
      flags.family(penalty);
      flags.word("objective", "objective", penalty.objective().stated().map(Phrasing::of));
      if (Evidence.isTuned(spec)) {
        flags.word("solve", "solve", Optional.of(Phrasing.of(penalty.solve())));
      }
      flags.word("standardize", "standardize", penalty.standardize().stated().map(String::valueOf));
      flags.word("intercept", "intercept", penalty.intercept().stated().map(Flags::intercept));
      flags.weights(penalty);
      penalty.penaltyFactor().stated().ifPresent(factors -> flags.factors(factors, evidence));
    }
    evidence
        .first(TraceEvents.GRID, spec.name())
        .filter(grid -> found.stream().noneMatch(f -> isAbout(f, "objective")))
        .ifPresent(
            grid ->
                new Flags(spec.name(), grid, found)
                    .word(
                        "objective", "objective", penalty.objective().stated().map(Phrasing::of)));
    return found;
  }

  private static boolean isAbout(Finding finding, String key) {
    return finding instanceof Deviation deviation && deviation.path().endsWith("." + key);
  }

  /** The flags of one fit. */
  private record Flags(String modelName, TraceEvent event, List<Finding> found) {
    void family(Penalty penalty) {
      var used = event.text("family");
      var outcome =
          penalty.distribution().stated().map(d -> Phrasing.of(d.family())).orElse("gaussian");
      var planned = Phrasing.of(penalty.family());
      if (used.filter(word -> !word.equals(planned) && !word.equals(outcome)).isPresent()) {
        add("family", TraceValue.of(planned), TraceValue.of(used.get()), DeviationSeverity.S4);
      }
    }

    void word(String field, String key, Optional<String> planned) {
      var used = Evidence.word(event, field).map(Flags::plain);
      if (planned.isPresent() && used.isPresent() && !planned.get().equals(used.get())) {
        boolean numeric = field.equals("standardize") || field.equals("solve");
        add(
            key,
            TraceValue.of(field.equals("intercept") ? spoken(planned.get()) : planned.get()),
            event.value(field).orElseThrow(),
            numeric ? DeviationSeverity.S2 : DeviationSeverity.S3);
      }
    }

    /** An intercept may be recorded as a truth: {@code true} stands for a free one. */
    static String intercept(Penalty.Intercept planned) {
      return planned == Penalty.Intercept.FREE ? "true" : "false";
    }

    private static String spoken(String truth) {
      return truth.equals("true") ? "free" : "none";
    }

    private static String plain(String word) {
      return word.equals("free") ? "true" : word.equals("none") ? "false" : word;
    }

    void weights(Penalty penalty) {
      var planned = penalty.distribution().stated().flatMap(d -> d.weights().stated());
      var used = event.value("weights");
      if (planned.isPresent() && used.isPresent() && !isSame(planned.get().text(), used.get())) {
        add(
            "distribution.weights",
            TraceValue.of(planned.get().text()),
            used.get(),
            DeviationSeverity.S3);
      }
    }

    private boolean isSame(String planned, TraceValue used) {
      return used instanceof TraceValue.Missing
          || ValueText.of(used).equals(planned)
          || (planned.equals("equal")
              && event
                  .numbers("weights")
                  .filter(w -> w.stream().distinct().count() < 2)
                  .isPresent());
    }

    void factors(PenaltyFactors planned, Evidence evidence) {
      var columns = event.texts("columns").orElse(List.of());
      var expected = expected(planned, columns, evidence);
      var used =
          event
              .number("penaltyFactors")
              .map(one -> columns.stream().map(column -> one).toList())
              .or(() -> event.numbers("penaltyFactors"));
      if (used.isPresent() && !evidence.near().same(expected, used.get())) {
        add(
            "penalty_factor",
            TraceValue.numbers(expected),
            event.value("penaltyFactors").orElseThrow(),
            DeviationSeverity.S3);
      }
    }

    private static List<Double> expected(
        PenaltyFactors planned, List<String> columns, Evidence evidence) {
      Map<String, Decimal> own = new HashMap<>();
      for (var factor : planned.terms()) {
        evidence.terms().of(factor.forTerms()).forEach(name -> own.put(name, factor.factor()));
      }
      var free = evidence.terms().of(planned.unpenalised());
      return columns.stream()
          .map(
              column ->
                  PlannedTerms.holds(free, column)
                      ? 0.0
                      : own.getOrDefault(column, planned.everyTerm()).toDouble())
          .toList();
    }

    private void add(String key, TraceValue planned, TraceValue used, DeviationSeverity severity) {
      found.add(
          Deviation.of(
                  Rule.CHANGED_FIT,
                  PlanPaths.model(modelName, "penalty") + "." + key,
                  severity,
                  "`"
                      + modelName
                      + "` was fitted with `"
                      + key
                      + "` "
                      + ValueText.of(used)
                      + ", registered was "
                      + ValueText.of(planned))
              .values(planned, used)
              .at(event)
              .inModel(modelName)
              .note("the same data give other coefficients under another flag")
              .help("execute the plan as locked"));
    }
  }
}
