package org.planlock.execution;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.execution.prepare.PreparationEngine;
import org.planlock.execution.sample.DataIntake;
import org.planlock.execution.sample.DataRequest;
import org.planlock.execution.sample.Frame;
import org.planlock.execution.sample.SampleRequest;
import org.planlock.execution.sample.SampleResult;
import org.planlock.execution.sample.SampleSelection;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.Plan;
import org.planlock.plan.PlanBinder;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;
import org.planlock.trace.TraceMemory;

/** A plan taken from its text to its designs, as an execution does it. */
final class Prepared {
  static final Path RCT = Path.of("src/test/resources/reference/rct21");

  final BoundPlan bound;
  final Path folder;
  final TraceMemory trace = new TraceMemory();

  Prepared(BoundPlan bound, Path folder) {
    this.bound = bound;
    this.folder = folder;
  }

  static Path published() {
    var root = System.getProperty("planlock.reference", "");
    var folder = Path.of(root).resolve("real");
    assumeTrue(
        !root.isEmpty() && Files.isDirectory(folder),
        "the published tables are not here; say where with -Dplanlock.reference=DIR");
    return folder;
  }

  static String text(String plan) {
    try (var stream = Prepared.class.getResourceAsStream("/plans/" + plan + ".plan.yaml")) {
      return new String(
          Objects.requireNonNull(stream, plan).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BoundPlan bind(String yaml) {
    return new YamlPlanReader()
        .read(SourceFile.of("test.plan.yaml", yaml))
        .then(PlanBinder::bind)
        .orThrow();
  }

  static Prepared of(String yaml, Path folder) {
    return new Prepared(bind(yaml), folder);
  }

  Plan plan() {
    return bound.plan();
  }

  Checked<Frame> frame() {
    return new DataIntake(plan(), new Places(bound), DataRequest.in(folder), trace).read();
  }

  Checked<SampleResult> sample(SampleRequest request) {
    return frame()
        .then(f -> new SampleSelection(plan(), new Places(bound), f, request).select(trace));
  }

  Checked<SampleResult> sample() {
    return sample(SampleRequest.AS_PLANNED);
  }

  Checked<PreparationEngine> checkedEngine() {
    var frame = frame().orThrow();
    var sample =
        new SampleSelection(plan(), new Places(bound), frame, SampleRequest.AS_PLANNED)
            .select(trace)
            .orThrow();
    return PreparationEngine.of(plan(), new Places(bound), frame, sample);
  }

  PreparationEngine engine() {
    return checkedEngine().orThrow();
  }

  ModelSpec spec(String name) {
    return plan().models().orElse(List.of()).stream()
        .filter(spec -> spec.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Checked<Design> design(String name) {
    return checkedEngine()
        .then(e -> e.design(spec(name), everybody(sample().orThrow().analysed())));
  }

  static Learning everybody(List<String> analysed) {
    return new Learning(analysed, analysed, Optional.empty(), "");
  }

  static double[] column(Design design, String name) {
    int j = design.columns().indexOf(name);
    return design.x().stream().mapToDouble(row -> row[j]).toArray();
  }
}
