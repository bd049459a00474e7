package org.planlock.deviation.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.DataAccess;
import org.planlock.ExecutionOrder;
import org.planlock.Planlock;
import org.planlock.deviation.DeclaredDeviations;
import org.planlock.deviation.Foreknowledge;
import org.planlock.execution.Progress;
import org.planlock.execution.sample.SampleRequest;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.yaml.YamlPlanReader;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceMemory;

/** A plan and its data, small enough to be executed some hundred times. */
record MutatedStudy(String name, BoundPlan plan, Path data) {

  static MutatedStudy of(String name, Path planFile, Path data) {
    return new MutatedStudy(name, PlanBinder.bind(tree(read(planFile))).orThrow(), data);
  }

  /** The plan with another value, if that is a plan and not the same. */
  Optional<BoundPlan> with(String path, String yaml) {
    return TreePaths.set(plan.canonical(), path, value(yaml))
        .value()
        .flatMap(tree -> PlanBinder.bind(tree).value())
        .filter(other -> !other.canonical().sameAs(plan.canonical()));
  }

  /** The trace of a plan carried out on the study's data, if it can be. */
  Optional<Trace> executed(BoundPlan other) {
    var memory = new TraceMemory();
    var order =
        new ExecutionOrder(
            other,
            Optional.empty(),
            data,
            List.of(),
            SampleRequest.AS_PLANNED,
            Map.of(),
            DeclaredDeviations.NONE,
            false,
            2,
            Progress.silent(),
            DataAccess.PLAIN,
            Foreknowledge.NONE);
    return Planlock.execute(order, memory, "trace.jsonl")
        .value()
        .map(done -> memory.trace("trace.jsonl"));
  }

  private static PlanNode value(String yaml) {
    return tree("value: " + yaml).get("value").orElseThrow();
  }

  private static PlanNode.Mapping tree(String yaml) {
    return new YamlPlanReader().read(SourceFile.of("m.plan.yaml", yaml)).orThrow();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
