package org.planlock.intake.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.planlock.intake.json.JsonValue;

/** The model of a run or session in a BIDS Stats Model, as it bears on an imported first level. */
record StatsModelFirstLevel(
    JsonValue node,
    String place,
    String name,
    JsonValue model,
    List<JsonValue> contrasts,
    List<JsonValue> instructions) {
  private static final String NUMBER = "[0-9]{1,9}(\\.[0-9]{1,9})?";
  private static final Set<String> INTERCEPT = Set.of("1", "intercept");

  /** What is tested, convolved, or named after a kind of trial. */
  Set<String> events(List<String> terms) {
    var events = new LinkedHashSet<String>();
    contrasts.forEach(it -> events.addAll(texts(it.get("ConditionList"))));
    var dummy = node.get("DummyContrasts");
    events.addAll(texts(dummy.flatMap(it -> it.get("Contrasts"))));
    convolved().forEach(it -> events.addAll(texts(it.get("Input"))));
    events.addAll(texts(model.get("HRF").flatMap(it -> it.get("Variables"))));
    terms.stream().filter(it -> it.startsWith("trial_type.")).forEach(events::add);
    boolean isAll = dummy.filter(it -> it.get("Contrasts").isEmpty()).isPresent();
    return isAll ? new LinkedHashSet<>(terms) : events;
  }

  List<JsonValue> convolved() {
    return instructions.stream()
        .filter(
            it -> it.get("Name").flatMap(JsonValue::text).filter("Convolve"::equals).isPresent())
        .toList();
  }

  Optional<String> hrf() {
    return model
        .get("HRF")
        .flatMap(it -> it.get("Model"))
        .flatMap(JsonValue::text)
        .or(
            () ->
                convolved().stream()
                    .flatMap(it -> it.get("Model").flatMap(JsonValue::text).stream())
                    .findFirst());
  }

  /** The cut-off of its filter, with its unit. */
  Optional<String> highPass() {
    return model
        .get("Options")
        .flatMap(it -> it.get("HighPassFilterCutoffHz"))
        .filter(JsonValue.Number.class::isInstance)
        .flatMap(JsonValue::scalar)
        .filter(it -> it.matches(NUMBER))
        .map(it -> it + " Hz");
  }

  /** The terms of a formula in order, without the intercept. */
  static List<String> terms(List<JsonValue> x) {
    return x.stream()
        .filter(JsonValue.Text.class::isInstance)
        .flatMap(it -> it.text().stream())
        .filter(it -> !INTERCEPT.contains(it))
        .distinct()
        .toList();
  }

  private static List<String> texts(Optional<JsonValue> value) {
    return value.map(StatsModelFirstLevel::texts).orElse(List.of());
  }

  /** The texts of a list, or the one text that stands in place of a list. */
  static List<String> texts(JsonValue value) {
    return value.text().map(List::of).orElseGet(() -> terms(value.items()));
  }
}
