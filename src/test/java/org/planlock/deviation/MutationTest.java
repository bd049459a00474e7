package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceValue;

/** Every value that a conforming trace holds matters, but for those listed here with a reason. */
final class MutationTest {
  private static final Map<String, String> EXEMPT =
      Map.ofEntries(
          Map.entry("start.format", "the reader of traces refuses other formats"),
          Map.entry("start.label", "labels are computed, never taken from the trace"),
          Map.entry("start.overrides", "empty here; settings tell the same"),
          Map.entry("start.choices", "empty here"),
          Map.entry("data.path", "the digest is the sealed one, wherever the file lay"),
          Map.entry("data.bytes", "follows from the digest"),
          Map.entry("data.rows", "follows from the digest"),
          Map.entry("data.columns", "follows from the digest; only patterns are spelt out with it"),
          Map.entry("sample.target", "planned values are read from the plan"),
          Map.entry("sample.minimum", "planned values are read from the plan"),
          Map.entry("flow.by", "a count for people"),
          Map.entry("flow.counts", "a count for people"),
          Map.entry("flow.groups", "a count for people, judged only against limits"),
          Map.entry("cv.se", "only the rule of one standard error uses it"),
          Map.entry("cv.nonzero", "no rule uses it"),
          Map.entry("cv.mse", "a worse error of a cell that was not chosen changes nothing"),
          Map.entry("selection.tied", "a remark for people"),
          Map.entry("selection.edge", "a remark for people"),
          Map.entry("fit.interceptValue", "a result"),
          Map.entry("fit.coefficients", "a result; a verdict that rests on it is made again"),
          Map.entry("fit.kkt", "a result; `converged` is what the plan speaks of"),
          Map.entry("fit.iterations", "a result"),
          Map.entry("score.name", "a score that the plan does not define is an addition"),
          Map.entry("score.value", "a result; a verdict that rests on it is made again"),
          Map.entry("hypothesis.values", "a result; a verdict that rests on it is made again"),
          Map.entry("correlation.n", "a result"),
          Map.entry("correlation.value", "a result"),
          Map.entry("correlation.p", "a result"));

  @Test
  void everyOtherValueOfATraceMatters() {
    var study = SmallStudy.conforming();
    Set<String> unnoticed = new LinkedHashSet<>();
    for (int i = 0; i < study.events().size(); i++) {
      for (var field : study.events().get(i).members().keySet()) {
        var event = study.events().get(i);
        var name = event.type() + "." + field;
        if (!EXEMPT.containsKey(name)) {
          mutants(Objects.requireNonNull(event.members().get(field))).stream()
              .filter(mutant -> replaced(study, event, field, mutant).found().isEmpty())
              .forEach(mutant -> unnoticed.add(name + " = " + ValueText.of(mutant)));
        }
      }
    }
    assertThat(unnoticed).isEmpty();
  }

  @Test
  void everyExemptionIsStillOne() {
    var study = SmallStudy.conforming();
    var names = new LinkedHashSet<String>();
    study
        .events()
        .forEach(e -> e.members().keySet().forEach(field -> names.add(e.type() + "." + field)));
    assertThat(names).containsAll(EXEMPT.keySet());
  }

  @Test
  void everyEventOfATraceMatters() {
    var study = SmallStudy.conforming();
    Set<String> unnoticed = new LinkedHashSet<>();
    for (var event : study.events()) {
      var rest = new ArrayList<>(study.events());
      rest.remove(event);
      var judgement =
          Judgement.of(study.events(rest).evidence(), DeclaredDeviations.NONE, LockStanding.INTACT);
      if (judgement.verdict() == Verdict.CONFORMS) {
        unnoticed.add(event.type());
      }
    }
    assertThat(unnoticed)
        .as("counts, scores and settings repeat what other events tell; one outcome is enough")
        .containsExactlyInAnyOrder("flow", "score", "setting", "design");
  }

  private static SmallStudy replaced(
      SmallStudy study, TraceEvent event, String field, TraceValue mutant) {
    var members = new LinkedHashMap<>(event.members());
    members.put(field, mutant);
    var events = new ArrayList<>(study.events());
    events.set(events.indexOf(event), new TraceEvent(0, event.type(), members));
    return study.events(events);
  }

  private static List<TraceValue> mutants(TraceValue value) {
    if (value instanceof TraceValue.Text text) {
      return List.of(TraceValue.of(text.text() + "x"));
    }
    if (value instanceof TraceValue.Number number) {
      return List.of(TraceValue.of(number.value() * 1.5 + 1));
    }
    if (value instanceof TraceValue.Truth truth) {
      return List.of(TraceValue.of(!truth.value()));
    }
    if (value instanceof TraceValue.Fields fields) {
      return inside(fields);
    }
    return value instanceof TraceValue.Items items ? inside(items.items()) : List.of();
  }

  private static List<TraceValue> inside(TraceValue.Fields fields) {
    var all = new ArrayList<TraceValue>();
    for (var member : fields.members().entrySet()) {
      for (var mutant : mutants(member.getValue())) {
        var changed = new LinkedHashMap<>(fields.members());
        changed.put(member.getKey(), mutant);
        all.add(TraceValue.fields(changed));
      }
    }
    return all;
  }

  private static List<TraceValue> inside(List<TraceValue> items) {
    var all = new ArrayList<TraceValue>();
    for (int i = 0; i < items.size(); i++) {
      for (var mutant : mutants(items.get(i))) {
        var changed = new ArrayList<>(items);
        changed.set(i, mutant);
        all.add(TraceValue.items(changed));
      }
    }
    if (!items.isEmpty()) {
      all.add(TraceValue.items(items.subList(0, items.size() - 1)));
    }
    return all;
  }
}
