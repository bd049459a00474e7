package org.planlock.execution.conduct;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.execution.result.Results;
import org.planlock.execution.sample.DataRequest;
import org.planlock.lock.PlanDigest;
import org.planlock.lock.Provenance;
import org.planlock.lock.Sha256;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.yaml.YamlPlanReader;
import org.planlock.trace.TraceMemory;
import org.planlock.trace.TraceSink;

/** A plan carried out on tables, as tests need it. */
final class Execution {
  static final Path RCT = Path.of("src/test/resources/reference/rct21");

  final BoundPlan plan;
  final Path folder;
  final TraceMemory trace = new TraceMemory();

  Execution(BoundPlan plan, Path folder) {
    this.plan = plan;
    this.folder = folder;
  }

  static Execution of(String name, Path folder) {
    try (var stream = Execution.class.getResourceAsStream("/plans/" + name + ".plan.yaml")) {
      var text =
          new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
      return new Execution(bind(text), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BoundPlan bind(String yaml) {
    return tree(yaml).then(PlanBinder::bind).orThrow();
  }

  static Checked<PlanNode.Mapping> tree(String yaml) {
    return new YamlPlanReader().read(SourceFile.of("test.plan.yaml", yaml));
  }

  static Path published() {
    var root = System.getProperty("planlock.reference", "");
    var folder = Path.of(root).resolve("real");
    assumeTrue(
        !root.isEmpty() && Files.isDirectory(folder),
        "the published tables are not here; say where with -Dplanlock.reference=DIR");
    return folder;
  }

  /** The same with another value, written as YAML, at a path. */
  Execution with(String path, String yaml) {
    var value = tree("value: " + yaml).orThrow().get("value").orElseThrow();
    var changed = TreePaths.set(plan.canonical(), path, value).then(PlanBinder::bind).orThrow();
    return new Execution(changed, folder);
  }

  ExecutionRequest request() {
    return requestTo(trace);
  }

  ExecutionRequest requestTo(TraceSink sink) {
    var registered =
        new Registered(
            PlanDigest.of(plan.canonical()).orThrow(),
            Optional.of(Sha256.of(new byte[] {1})),
            new Provenance.Tool("planlock", "test"),
            1);
    return ExecutionRequest.of(plan, registered, DataRequest.in(folder), sink);
  }

  Checked<Results> carriedOut() {
    return PlanExecutor.execute(request().onThreads(2));
  }

  Results results() {
    return carriedOut().orThrow();
  }
}
