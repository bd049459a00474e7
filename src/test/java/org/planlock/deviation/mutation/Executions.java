package org.planlock.deviation.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.PlanSetting;
import org.planlock.execution.sample.SampleRequest;
import org.planlock.syntax.TreePaths;
import org.planlock.trace.Trace;

/** Carries a study out with one value otherwise, for every value that the plan has. */
record Executions(MutatedStudy study, int most) {

  /** At most so many mutants for each value, in turn silent ones and ones by {@code --set}. */
  Stream<Mutant> mutants() {
    return TreePaths.entries(study.executable().canonical()).keySet().stream()
        .filter(Executions::isOneValue)
        .flatMap(path -> at(path).stream());
  }

  private List<Mutant> at(String path) {
    var node = TreePaths.get(study.executable().canonical(), path).orThrow();
    var found = new ArrayList<Mutant>();
    for (var value : OtherValues.of(path, node)) {
      if (found.size() == most) {
        break;
      }
      boolean silent = (path.hashCode() + found.size()) % 2 == 0;
      (silent ? executed(path, value) : overridden(path, value))
          .map(
              trace ->
                  Mutant.of(
                      study.name(),
                      silent ? Source.EXECUTED : Source.OVERRIDDEN,
                      path,
                      value,
                      study.evidence(trace)))
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<Trace> executed(String path, String value) {
    return MutatedStudy.with(study.executable(), path, value).flatMap(study::executed);
  }

  private Optional<Trace> overridden(String path, String value) {
    var setting = new PlanSetting(path, value, Optional.empty(), false);
    return MutatedStudy.with(study.executable(), path, value)
        .flatMap(
            other ->
                study.executed(
                    study.executable(), List.of(setting), SampleRequest.AS_PLANNED, Map.of()));
  }

  /** Whether a value can be another one without its neighbours. */
  static boolean isOneValue(String path) {
    // the number of a step is its place, and a step is called by its first column
    return !path.endsWith(".step") && !path.endsWith("].scale");
  }
}
