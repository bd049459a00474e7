package org.planlock.deviation.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Executes plans that differ from the locked one in one value. */
final class DeviationMutationsTest {
  static java.util.List<String> plans() { return java.util.List.of(System.getProperty("plans", "lines,groups,wide,visits,classes,trial").split(",")); }

  @ParameterizedTest
  @MethodSource("plans")
  void exactlyTheChangedFieldIsNamed(String name) {
    long t = System.nanoTime();
    var study = MutatedStudy.of(name);
    System.out.println(name + " " + (System.nanoTime() - t) / 1000000);
    assertThat(Mutant.found(study.evidence(study.trace()))).isEmpty();
    t = System.nanoTime();
    var all = new Executions(study, Boolean.getBoolean("every")).mutants().toList();
    System.out.println(name + " mutants " + all.size() + " " + (System.nanoTime() - t) / 1000000);
    all.stream().filter(m -> !m.isNamed()).forEach(System.out::println);
  }
}
