package org.planlock.execution.conduct;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.execution.result.HypothesisResult;
import org.planlock.execution.result.HypothesisResult.Verdict;
import org.planlock.execution.result.ModelResult;
import org.planlock.plan.expression.Evaluator;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.expression.Value;
import org.planlock.plan.inference.Hypothesis;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/**
 * Decides hypotheses on results: corroborated or falsified where exactly one of the two conditions
 * holds; inconclusive where both hold or neither, or where something that they need is missing.
 */
final class HypothesisVerdicts {
  private final Map<String, Hypothesis> hypotheses = new LinkedHashMap<>();
  private final Map<String, HypothesisResult> decided = new LinkedHashMap<>();
  private final Set<String> deciding = new HashSet<>();
  private final ResultEnvironment environment;

  HypothesisVerdicts(List<Hypothesis> hypotheses, Map<String, ModelResult> models) {
    hypotheses.forEach(hypothesis -> this.hypotheses.put(hypothesis.id(), hypothesis));
    this.environment = new ResultEnvironment(models, this::verdict);
  }

  /** One result a hypothesis, in the plan's order. */
  List<HypothesisResult> all() {
    return List.copyOf(hypotheses.values()).stream().map(this::decide).toList();
  }

  /** What the trace says of a verdict. */
  static TraceEvent event(HypothesisResult result) {
    var event =
        TraceEvent.of(TraceEvents.HYPOTHESIS)
            .with("id", result.id())
            .with("verdict", result.verdict().name().toLowerCase(Locale.ROOT))
            .with("values", TraceValue.fields(result.values()));
    return result.reason().map(reason -> event.with("because", reason)).orElse(event);
  }

  private Value verdict(String id) {
    var hypothesis = hypotheses.get(id);
    if (hypothesis == null) {
      return Value.missing("there is no hypothesis `" + id + "`");
    }
    return deciding.contains(id)
        ? Value.missing("the verdict on `" + id + "` depends on itself")
        : Value.text(decide(hypothesis).verdict().name().toLowerCase(Locale.ROOT));
  }

  private HypothesisResult decide(Hypothesis hypothesis) {
    var known = decided.get(hypothesis.id());
    if (known != null) {
      return known;
    }
    deciding.add(hypothesis.id());
    var evaluator = new Evaluator(environment);
    var corroborated = evaluator.decide(hypothesis.corroborated());
    var falsified =
        hypothesis.falsified().stated().map(evaluator::decide).orElse(Value.truth(false));
    var result = result(hypothesis, corroborated, falsified);
    deciding.remove(hypothesis.id());
    decided.put(hypothesis.id(), result);
    return result;
  }

  private HypothesisResult result(Hypothesis hypothesis, Value corroborated, Value falsified) {
    var missing = new ArrayList<String>();
    for (var value : List.of(corroborated, falsified)) {
      if (value instanceof Value.Missing nothing && !missing.contains(nothing.reason())) {
        missing.add(nothing.reason());
      }
    }
    boolean forIt = corroborated.equals(Value.truth(true));
    boolean againstIt = falsified.equals(Value.truth(true));
    var verdict =
        !missing.isEmpty() || forIt == againstIt
            ? Verdict.INCONCLUSIVE
            : forIt ? Verdict.CORROBORATED : Verdict.FALSIFIED;
    return new HypothesisResult(
        hypothesis.id(),
        hypothesis.claim().stated(),
        verdict,
        reason(hypothesis, verdict, missing, forIt),
        values(hypothesis),
        Optional.empty(),
        List.of());
  }

  private static Optional<String> reason(
      Hypothesis hypothesis, Verdict verdict, List<String> missing, boolean both) {
    if (!missing.isEmpty()) {
      return Optional.of(String.join("; ", missing));
    }
    if (verdict != Verdict.INCONCLUSIVE) {
      return Optional.empty();
    }
    var otherwise = hypothesis.otherwise().stated().map(words -> "; otherwise: " + words.text());
    var met = both ? "both conditions are met" : "neither condition is met";
    return Optional.of(met + otherwise.filter(text -> !text.endsWith("inconclusive")).orElse(""));
  }

  private Map<String, TraceValue> values(Hypothesis hypothesis) {
    var values = new LinkedHashMap<String, TraceValue>();
    var evaluator = new Evaluator(environment);
    var conditions = new ArrayList<>(List.of(hypothesis.corroborated()));
    hypothesis.falsified().stated().ifPresent(conditions::add);
    for (var condition : conditions) {
      for (var call : DomainCalls.in(condition.node())) {
        var expression = Expression.of(call);
        values.put(expression.text(), recorded(evaluator.value(expression)));
      }
    }
    return values;
  }

  private static TraceValue recorded(Value value) {
    if (value instanceof Value.Number number) {
      return TraceValue.of(number.share());
    }
    if (value instanceof Value.Truth truth) {
      return TraceValue.of(truth.value());
    }
    return value instanceof Value.Text text ? TraceValue.of(text.text()) : TraceValue.missing();
  }
}
