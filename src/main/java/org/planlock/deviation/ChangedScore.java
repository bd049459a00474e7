package org.planlock.deviation;

import java.util.HashSet;
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

/** Finds scores of another definition than the registered one. */
final class ChangedScore implements SettingKind {
  private static final List<FieldCheck> FIELDS = List.of(FieldCheck.I7, FieldCheck.I8);

  @Override
  public Rule rule() {
    return Rule.CHANGED_SCORE;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return DeviationSeverity.S3;
  }

  @Override
  public String note() {
    return "two definitions of one word can differ in sign";
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    return FIELDS.stream().anyMatch(FieldCheck.at(used.path())::contains);
  }

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return Stream.concat(scores(evidence), SettingKind.super.detect(evidence));
  }

  private static Stream<Finding> scores(Evidence evidence) {
    var inference = evidence.plan().inference().stated();
    Map<String, Defined> defined = inference.map(ChangedScore::definitions).orElse(Map.of());
    var seen = new HashSet<String>();
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
                        Rule.CHANGED_SCORE,
                        planned.path(),
                        DeviationSeverity.S3,
                        "`" + event.text("name").orElse("") + "` was computed as `" + used + "`")
                    .values(planned.definition(), used)
                    .at(event)
                    .note("two definitions of one word can differ in sign")
                    .help("execute the plan as locked"));
  }
}
