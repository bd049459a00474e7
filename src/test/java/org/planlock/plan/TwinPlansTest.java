package org.planlock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.planlock.lock.PlanDigest;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.notation.PlanNotation;

/** Every plan of the project stands in several notations, and is one plan. */
class TwinPlansTest {
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("examples"),
          Path.of("plans"),
          Path.of("src/test/resources/plans"),
          Path.of("src/test/resources/targets"));

  @TestFactory
  Stream<DynamicTest> theTwoNotationsAreOnePlan() throws IOException {
    return yamlPlans().stream()
        .map(yaml -> DynamicTest.dynamicTest(yaml.toString(), () -> compare(yaml, twin(yaml))));
  }

  @TestFactory
  Stream<DynamicTest> convertingThereAndBackKeepsTheDigest() throws IOException {
    return yamlPlans().stream()
        .map(yaml -> DynamicTest.dynamicTest(yaml.toString(), () -> convert(yaml)));
  }

  @TestFactory
  Stream<DynamicTest> groovyPlansAreTheSamePlans() throws IOException {
    return withGroovy(yamlPlans()).stream()
        .map(yaml -> DynamicTest.dynamicTest(yaml.toString(), () -> compare(yaml, groovy(yaml))));
  }

  private static void compare(Path yaml, Path plan) throws IOException {
    var left = PlanBinder.bind(tree(yaml, Files.readString(yaml))).orThrow();
    var right = PlanBinder.bind(tree(plan, Files.readString(plan))).orThrow();
    assertThat(right.plan()).isEqualTo(left.plan());
    assertThat(digest(right)).isEqualTo(digest(left));
  }

  private static void convert(Path yaml) throws IOException {
    var tree = tree(yaml, Files.readString(yaml));
    var plan = PlanNotation.PLAN.writer().write(tree).orThrow();
    var there = tree(twin(yaml), plan);
    var back = tree(yaml, PlanNotation.YAML.writer().write(there).orThrow());
    assertThat(digest(PlanBinder.bind(there).orThrow()))
        .isEqualTo(digest(PlanBinder.bind(tree).orThrow()));
    assertThat(digest(PlanBinder.bind(back).orThrow()))
        .isEqualTo(digest(PlanBinder.bind(tree).orThrow()));
    var script = tree(groovy(yaml), PlanNotation.GROOVY.writer().write(back).orThrow());
    assertThat(digest(PlanBinder.bind(script).orThrow()))
        .isEqualTo(digest(PlanBinder.bind(tree).orThrow()));
  }

  private static PlanDigest digest(BoundPlan bound) {
    return PlanDigest.of(bound.canonical()).orThrow();
  }

  private static PlanNode.Mapping tree(Path name, String text) {
    var notation = PlanNotation.of(name.toString()).orThrow();
    return notation.reader().read(SourceFile.of(name.toString(), text)).orThrow();
  }

  private static Path twin(Path yaml) {
    return Path.of(yaml.toString().replace(".plan.yaml", ".plan"));
  }

  private static Path groovy(Path yaml) {
    return Path.of(yaml.toString().replace(".plan.yaml", ".plan.groovy"));
  }

  private static List<Path> withGroovy(List<Path> plans) {
    var found = plans.stream().filter(yaml -> Files.exists(groovy(yaml))).toList();
    assertThat(found).hasSizeGreaterThan(8);
    return found;
  }

  private static List<Path> yamlPlans() throws IOException {
    var found = new java.util.ArrayList<Path>();
    for (var folder : FOLDERS) {
      try (var files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".plan.yaml")).sorted().forEach(found::add);
      }
    }
    assertThat(found).hasSizeGreaterThan(8);
    return found;
  }
}
