package org.planlock.execution.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planlock.trace.TraceValue;

/**
 * How two branches of one plan differ: what is kept, the chosen penalty, errors, coefficients and
 * verdicts. Only what differs is listed, but for hypotheses, of which each has its two verdicts.
 */
public record BranchDifference(Results planned, Results done) {
  /** The difference as members of a results file. */
  public TraceValue.Fields fields() {
    return new JsonObject()
        .with("models", TraceValue.items(models()))
        .with("hypotheses", TraceValue.items(hypotheses()))
        .fields();
  }

  private List<TraceValue.Fields> models() {
    var before = planned.byName();
    var after = done.byName();
    var found = new ArrayList<TraceValue.Fields>();
    for (var name : names(planned.models(), done.models(), ModelResult::name)) {
      var one = before.get(name);
      var other = after.get(name);
      if (one == null || other == null) {
        found.add(only(name, one == null ? "executed" : "planned"));
      } else {
        found.add(model(one, other));
      }
    }
    return found;
  }

  private static TraceValue.Fields only(String name, String branch) {
    return new JsonObject().with("name", name).with("only", branch).fields();
  }

  private static TraceValue.Fields model(ModelResult one, ModelResult other) {
    var kept = kept(one);
    var keptNow = kept(other);
    return new JsonObject()
        .with("name", one.name())
        .with("added", TraceValue.texts(without(keptNow, kept)))
        .with("dropped", TraceValue.texts(without(kept, keptNow)))
        .with("values", pairs(values(one), values(other)))
        .with("coefficients", pairs(one.coefficients().byTerm(), other.coefficients().byTerm()))
        .fields();
  }

  /** By the plan's rule where it has one, else by not being zero. */
  private static List<String> kept(ModelResult model) {
    return model
        .retained()
        .orElseGet(
            () ->
                model.coefficients().byTerm().entrySet().stream()
                    .filter(term -> term.getValue() != 0)
                    .map(Map.Entry::getKey)
                    .toList());
  }

  private static List<String> without(List<String> terms, List<String> others) {
    return terms.stream().filter(term -> !others.contains(term)).toList();
  }

  private static Map<String, Double> values(ModelResult model) {
    var values = new LinkedHashMap<String, Double>();
    values.put("n", (double) model.participants().size());
    model.cv().ifPresent(cv -> crossValidated(cv, values));
    model.r2().forEach(share -> share.value().ifPresent(value -> values.put(share.name(), value)));
    return values;
  }

  private static void crossValidated(CvResult cv, Map<String, Double> values) {
    cv.selected()
        .ifPresent(
            cell -> {
              values.put("l1Ratio", cell.l1Ratio());
              cell.gamma().ifPresent(gamma -> values.put("gamma", gamma));
              values.put("lambda", cell.lambda());
            });
    values.put(ErrorNames.of(cv.loss()).crossValidated(), cv.error());
  }

  private static TraceValue.Fields pairs(Map<String, Double> one, Map<String, Double> other) {
    var json = new JsonObject();
    Set<String> names = new LinkedHashSet<>(one.keySet());
    names.addAll(other.keySet());
    for (var name : names) {
      var planned = Optional.ofNullable(one.get(name));
      var done = Optional.ofNullable(other.get(name));
      if (!planned.equals(done)) {
        json.with(
            name,
            new JsonObject().withNumber("planned", planned).withNumber("done", done).fields());
      }
    }
    return json.fields();
  }

  private List<TraceValue.Fields> hypotheses() {
    var before = verdicts(planned);
    var after = verdicts(done);
    return names(planned.hypotheses(), done.hypotheses(), HypothesisResult::id).stream()
        .map(
            id ->
                new JsonObject()
                    .with("id", id)
                    .withText("planned", Optional.ofNullable(before.get(id)))
                    .withText("done", Optional.ofNullable(after.get(id)))
                    .fields())
        .toList();
  }

  private static Map<String, String> verdicts(Results results) {
    return results.hypotheses().stream()
        .collect(
            Collectors.toMap(
                HypothesisResult::id, one -> one.verdict().name().toLowerCase(Locale.ROOT)));
  }

  private static <T> Set<String> names(List<T> one, List<T> other, Function<T, String> name) {
    Set<String> names = new LinkedHashSet<>(one.stream().map(name).toList());
    other.stream().map(name).forEach(names::add);
    return names;
  }
}
