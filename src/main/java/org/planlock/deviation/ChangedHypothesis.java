package org.planlock.deviation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.inference.Inference;
import org.planlock.plan.inference.Score;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/**
 * Finds hypotheses that were judged by other conditions, hypotheses that the plan does not have,
 * and scores of another definition.
 */
final class ChangedHypothesis implements DeviationDetector {
  private static final List<String> PARTS = List.of("hypotheses", "inference", "retained");

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var settings =
        evidence.usedValues().changes().stream()
            .filter(used -> concerns(used) && !SeedNotFromLock.concerns(used))
            .map(used -> (Finding) changed(used, evidence));
    return Stream.of(settings, unknown(evidence), scores(evidence)).flatMap(s -> s);
  }

  static boolean concerns(UsedValue used) {
    return PARTS.stream().anyMatch(used::isWithin);
  }

  private static Deviation changed(UsedValue used, Evidence evidence) {
    var floor = used.isWithin("hypotheses") ? DeviationSeverity.S4 : DeviationSeverity.S3;
    return ChangedSetting.deviation(used, Rule.CHANGED_HYPOTHESIS, floor, evidence);
  }

  private static Stream<Finding> unknown(Evidence evidence) {
    var ids = evidence.plan().hypotheses().orElse(List.of()).stream().map(h -> h.id()).toList();
    return evidence.trace().ofType(TraceEvents.HYPOTHESIS).stream()
        .filter(event -> event.text("id").filter(ids::contains).isEmpty())
        .map(ChangedHypothesis::unregistered);
  }

  private static Finding unregistered(TraceEvent event) {
    var id = event.text("id").orElse("");
    return Deviation.of(
            Rule.CHANGED_HYPOTHESIS,
            PlanPaths.join("hypotheses", id),
            DeviationSeverity.S4,
            "the plan has no hypothesis `" + id + "`, and it was judged")
        .values(TraceValue.missing(), TraceValue.of(id))
        .at(event)
        .note("a hypothesis made after the result agrees with it")
        .help("report it as exploratory");
  }

  private static Stream<Finding> scores(Evidence evidence) {
    var inference = evidence.plan().inference().stated();
    Map<String, Defined> defined = inference.map(ChangedHypothesis::definitions).orElse(Map.of());
    var seen = new java.util.HashSet<String>();
    return evidence.trace().ofType(TraceEvents.SCORE).stream()
        .flatMap(
            event ->
                event.text("name").map(defined::get).stream()
                    .flatMap(planned -> otherDefinition(planned, event).stream()))
        .filter(deviation -> seen.add(deviation.path()))
        .map(deviation -> deviation);
  }

  /** A score as the plan defines it, and where. */
  private record Defined(String path, String definition) {}

  private static Map<String, Defined> definitions(Inference inference) {
    Map<String, Defined> found = new LinkedHashMap<>();
    define("inSample", "inference.r2_in_sample", inference.r2InSample().stated(), found);
    define("crossValidated", "inference.cv_r2", inference.cvR2().stated(), found);
    define("nested", "inference.nested_r2", inference.nestedR2().stated(), found);
    for (var named : inference.scores()) {
      define(
          named.name(),
          PlanPaths.join("inference.scores", named.name()),
          Optional.of(named.score()),
          found);
    }
    return found;
  }

  private static void define(
      String name, String path, Optional<Score> score, Map<String, Defined> found) {
    score.ifPresent(s -> found.put(name, new Defined(path, text(s))));
  }

  private static String text(Score score) {
    var around = score.sst().stated().map(sst -> "; sst " + sst.spelling()).orElse("");
    return score.formula() == Score.Formula.SUMS_OF_SQUARES
        ? score.formula().spelling() + around
        : score.formula().spelling();
  }

  private static Optional<Deviation> otherDefinition(Defined planned, TraceEvent event) {
    return event
        .text("definition")
        .filter(used -> !used.equals(planned.definition()))
        .map(
            used ->
                Deviation.of(
                        Rule.CHANGED_HYPOTHESIS,
                        planned.path(),
                        DeviationSeverity.S3,
                        "`" + event.text("name").orElse("") + "` was computed as `" + used + "`")
                    .values(planned.definition(), used)
                    .at(event)
                    .note("two definitions of one word can differ in sign")
                    .help("execute the plan as locked"));
  }
}
