package org.planlock.deviation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.fit.PenaltyFactors;
import org.planlock.plan.value.Decimal;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceValue;

/** The flags of one fit. */
record FitFlags(String modelName, TraceEvent event, List<Deviation> found) {
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
    var used = Evidence.word(event, field).map(FitFlags::plain);
    if (planned.isPresent() && used.isPresent() && !planned.get().equals(used.get())) {
      boolean numeric = field.equals("standardize") || field.equals("solve");
      add(
          key,
          TraceValue.of(field.equals("intercept") ? spoken(planned.get()) : planned.get()),
          event.value(field).orElseThrow(),
          numeric ? DeviationSeverity.S2 : DeviationSeverity.S3);
    }
  }

  /** The fit of another program is exact by its certificate: its optimality conditions hold. */
  void solve(Penalty penalty, boolean isForeign) {
    double tolerance = penalty.kkt().tolerance().toDouble();
    boolean certified = event.number("kkt").filter(kkt -> kkt <= tolerance).isPresent();
    if (!isForeign || penalty.solve() != Penalty.Solve.EXACT || !certified) {
      word("solve", "solve", Optional.of(Phrasing.of(penalty.solve())));
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

  /** Where a fit ended by another tolerance, the last digits are others. */
  void stopping(Penalty penalty) {
    number("tolerance", "kkt.tolerance", penalty.kkt().tolerance().toDouble());
    penalty
        .passes()
        .ifPresent(
            passes -> {
              number("threshold", "passes.threshold", passes.threshold().toDouble());
              number("maxPasses", "passes.most", passes.most());
            });
  }

  private void number(String field, String key, double planned) {
    var used = event.number(field);
    if (used.filter(value -> value != planned).isPresent()) {
      add(key, TraceValue.of(planned), TraceValue.of(used.get()), DeviationSeverity.S2);
    }
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
            && event.numbers("weights").filter(w -> w.stream().distinct().count() < 2).isPresent());
  }

  void factors(PenaltyFactors planned, Evidence evidence) {
    var columns = event.texts("columns").orElse(List.of());
    if (columns.isEmpty()) {
      return;
    }
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

  void add(String key, TraceValue planned, TraceValue used, DeviationSeverity severity) {
    found.add(
        Deviation.of(
                rule(key),
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

  private static Rule rule(String key) {
    if (key.equals("standardize")) {
      return Rule.SECOND_SCALING;
    }
    return key.startsWith("penalty_factor") ? Rule.CHANGED_TERM_PENALTY : Rule.CHANGED_FIT;
  }
}
