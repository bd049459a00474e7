package org.planlock.deviation.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.planlock.deviation.Deviation;
import org.planlock.deviation.DeviationReport;
import org.planlock.deviation.DeviationSeverity;
import org.planlock.deviation.Evidence;
import org.planlock.deviation.Gap;
import org.planlock.lock.PlanDigest;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceMemory;
import org.planlock.trace.TraceValue;

/** Folds that the registered seed does not give, alone and beside something else. */
final class OtherDrawTest {
  private static final MutatedStudy STUDY = MutatedStudy.of("visits");
  private static final String SEED = "X524 models.agnostic.validate.seed";
  private static final TraceEvent UNPLANNED =
      TraceEvent.of(TraceEvents.UNPLANNED).with("model", "another").with("because", "it fits");

  @Test
  void anotherDrawIsToldAtTheSeed() {
    var found = found(OtherDrawTest::swapped);
    assertThat(found).extracting(OtherDrawTest::brief).containsExactly(SEED);
    assertThat(found.get(0).message())
        .isEqualTo("`agnostic` was validated in other folds than its seed gives");
    assertThat(found.get(0).planned()).isEqualTo(TraceValue.of("plan_digest"));
  }

  /** Another plan has another digest, so that its folds are others as well. */
  @Test
  void besideAnotherDifferenceOurOwnDrawFollowsFromItAndWeighsAsMuch() {
    var found = found(event -> withUnplanned(swapped(event)));
    assertThat(found).extracting(OtherDrawTest::brief).containsExactly("X510 models.another");
    assertThat(found.get(0).consequences())
        .containsExactly("`agnostic` was validated in other folds than its seed gives");
    assertThat(found.get(0).floor()).isEqualTo(DeviationSeverity.S3);
  }

  @Test
  void foldsThatAnotherProgramBroughtAlongAreToldBesideIt() {
    var found = found(event -> byAnother(withUnplanned(swapped(event))));
    assertThat(found).extracting(OtherDrawTest::brief).contains(SEED, "X510 models.another");
  }

  /** The plan leaves the generator open: folds that are not ours may be the seed's all the same. */
  @Test
  void withoutARegisteredGeneratorOtherProgramsMustTellTheirSeed() throws IOException {
    var text = Files.readString(MutatedStudy.FOLDER.resolve("visits.plan.yaml"));
    var open = text.lines().filter(line -> !line.strip().startsWith("rng:")).toList();
    var source = SourceFile.of("visits.plan.yaml", String.join("\n", open) + "\n");
    var plan = new YamlPlanReader().read(source).then(PlanBinder::bind).orThrow();
    var digest = PlanDigest.of(plan.canonical()).orThrow().toString();
    var events = byAnother(STUDY.trace().events());
    events.set(0, events.get(0).with("plan", digest));
    var told = TraceEvent.of(TraceEvents.SETTING).with("value", "plan_digest");
    var silent = events.stream().filter(event -> !tellsASeed(event)).toList();
    assertThat(gaps(plan, silent)).contains("models.agnostic.validate.seed");
    assertThat(DeviationReport.of(evidence(plan, silent)).deviations())
        .noneMatch(found -> found.path().endsWith(".seed"));
    var longer = new ArrayList<>(silent);
    longer.add(1, told.with("path", "models.agnostic.validate.seed"));
    assertThat(gaps(plan, longer)).doesNotContain("models.agnostic.validate.seed");
    var ours = new ArrayList<>(silent);
    ours.set(0, STUDY.trace().events().get(0).with("plan", digest));
    assertThat(DeviationReport.of(evidence(plan, ours)).deviations())
        .extracting(OtherDrawTest::brief)
        .contains(SEED);
  }

  private static boolean tellsASeed(TraceEvent event) {
    return event.type().equals(TraceEvents.SETTING)
        && event.text("path").filter(path -> path.endsWith("seed")).isPresent();
  }

  private static List<String> gaps(BoundPlan plan, List<TraceEvent> events) {
    return DeviationReport.of(evidence(plan, events)).gaps().stream().map(Gap::path).toList();
  }

  private static Evidence evidence(BoundPlan plan, List<TraceEvent> events) {
    var memory = new TraceMemory();
    events.forEach(memory::record);
    return new Evidence(plan, Optional.empty(), memory.trace("trace.jsonl"));
  }

  private static String brief(Deviation deviation) {
    return deviation.rule().code() + " " + deviation.path();
  }

  private static List<Deviation> found(UnaryOperator<List<TraceEvent>> change) {
    var memory = new TraceMemory();
    change.apply(STUDY.trace().events()).forEach(memory::record);
    Trace changed = memory.trace("trace.jsonl");
    return DeviationReport.of(STUDY.evidence(changed)).deviations();
  }

  /** Two participants of the first random folds change places. */
  private static List<TraceEvent> swapped(List<TraceEvent> events) {
    var changed = new ArrayList<>(events);
    for (int i = 0; i < changed.size(); i++) {
      var event = changed.get(i);
      if (event.type().equals(TraceEvents.FOLDS)) {
        var folds = new ArrayList<>(event.items("fold").orElseThrow());
        int other = 1;
        while (folds.get(other).equals(folds.get(0))) {
          other++;
        }
        Collections.swap(folds, 0, other);
        changed.set(i, event.with("fold", TraceValue.items(folds)));
        return changed;
      }
    }
    throw new AssertionError("no folds in the trace");
  }

  private static List<TraceEvent> withUnplanned(List<TraceEvent> events) {
    var longer = new ArrayList<>(events);
    longer.add(longer.size() - 1, UNPLANNED);
    return longer;
  }

  private static List<TraceEvent> byAnother(List<TraceEvent> events) {
    var changed = new ArrayList<>(events);
    var tool = Map.of("name", TraceValue.of("R glmnet"), "version", TraceValue.of("4.1-6"));
    changed.set(0, changed.get(0).with("tool", TraceValue.fields(tool)));
    return changed;
  }
}
