package org.planlock.deviation.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.deviation.DeviationReport;
import org.planlock.deviation.Evidence;
import org.planlock.deviation.FieldCheck;
import org.planlock.plan.BoundPlan;
import org.planlock.syntax.TreePaths;
import org.planlock.trace.Trace;

/**
 * Executes plans that differ from the locked one in one value, tells nobody, and asks which value
 * it was.
 */
@Tag("thorough")
final class DeviationMutationsTest {
  private static final Path PLANS = Path.of("src/test/resources/mutation");

  @ParameterizedTest
  @ValueSource(strings = {"lines", "groups"})
  void exactlyTheChangedFieldIsNamed(String name) {
    var study = MutatedStudy.of(name, PLANS.resolve(name + ".plan.yaml"), PLANS);
    assertThat(found(study, study.executed(study.plan()).orElseThrow())).isEmpty();
    var wrong = new ArrayList<String>();
    int mutants = 0;
    for (var entry : TreePaths.entries(study.plan().canonical()).entrySet()) {
      for (var value : OtherValues.of(entry.getKey(), entry.getValue())) {
        var traced = executed(study, entry.getKey(), value);
        if (traced.isPresent()) {
          mutants++;
          judge(study, entry.getKey(), value, traced.get()).ifPresent(wrong::add);
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(mutants).isGreaterThan(50);
  }

  private static Optional<Trace> executed(MutatedStudy study, String path, String value) {
    // the number of a step is its place, and changed with its neighbours or not at all; a step is
    // called by its first column, so that another first column is another step
    return path.endsWith(".step") || path.endsWith("].scale")
        ? Optional.empty()
        : study.with(path, value).flatMap((BoundPlan other) -> study.executed(other));
  }

  private static Optional<String> judge(
      MutatedStudy study, String path, String value, Trace trace) {
    var found = found(study, trace);
    var fields = FieldCheck.at(path);
    boolean named =
        found.size() == 1
            && FieldCheck.at(found.get(0).substring(5)).stream().anyMatch(fields::contains);
    return named ? Optional.empty() : Optional.of(path + " = " + value + " -> " + found);
  }

  private static List<String> found(MutatedStudy study, Trace trace) {
    var report = DeviationReport.of(new Evidence(study.plan(), Optional.empty(), trace));
    return Stream.concat(
            report.deviations().stream().map(d -> d.rule().code() + " " + d.path()),
            report.gaps().stream().map(gap -> "gap  " + gap.path()))
        .toList();
  }
}
