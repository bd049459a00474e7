package org.planlock.deviation.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.PlanSetting;
import org.planlock.execution.sample.SampleRequest;
import org.planlock.syntax.TreePaths;

/**
 * Carries a study out with one value otherwise, for every value that the plan has.
 *
 * @param every whether all values of all parts are tried, or one of each part of a kind
 */
record Executions(MutatedStudy study, boolean every) {

  /** Silent executions and ones with {@code --set} in turn. */
  Stream<Mutant> mutants() {
    Set<String> parts = new HashSet<>();
    return TreePaths.entries(study.executable().canonical()).keySet().stream()
        .filter(Executions::isOneValue)
        .filter(path -> every || !parts.contains(Part.of(path)))
        .flatMap(
            path -> {
              var found = at(path);
              if (!found.isEmpty()) {
                parts.add(Part.of(path));
              }
              return found.stream();
            });
  }

  private List<Mutant> at(String path) {
    var node = TreePaths.get(study.executable().canonical(), path).orThrow();
    var found = new ArrayList<Mutant>();
    for (var value : OtherValues.of(path, node)) {
      if (!every && !found.isEmpty()) {
        break;
      }
      boolean silent = (path.hashCode() + found.size()) % 3 == 0;
      (silent ? executed(path, value) : overridden(path, value)).ifPresent(found::add);
    }
    return found;
  }

  /** An execution that nobody tells of; none where nothing at all is done otherwise. */
  private Optional<Mutant> executed(String path, String value) {
    return other(path, value)
        .flatMap(study::executed)
        .filter(trace -> !trace.events().equals(study.trace().events()))
        .map(trace -> Mutant.of(study.name(), Source.EXECUTED, path, value, study.evidence(trace)));
  }

  private Optional<Mutant> overridden(String path, String value) {
    return other(path, value)
        .flatMap(set -> study.overridden(set, SampleRequest.AS_PLANNED, Map.of()))
        .map(found -> new Mutant(study.name(), Source.OVERRIDDEN, path, value, found));
  }

  private Optional<List<PlanSetting>> other(String path, String value) {
    return MutatedStudy.with(study.executable(), path, value)
        .map(other -> List.of(new PlanSetting(path, value, Optional.empty(), false)));
  }

  /** Whether a value can be another one without its neighbours. */
  static boolean isOneValue(String path) {
    // the number of a step is its place
    return !path.endsWith(".step");
  }
}
