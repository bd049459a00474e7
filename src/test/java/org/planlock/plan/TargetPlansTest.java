package org.planlock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Checked;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanReader;
import org.planlock.syntax.dsl.DslPlanReader;
import org.planlock.syntax.yaml.YamlPlanReader;

/** The plans that a lab should be able to write. */
class TargetPlansTest {
  @ParameterizedTest
  @ValueSource(strings = {"ketamine-ptsd.plan.yaml", "ketamine-ptsd.plan", "first.plan"})
  void bindWithoutAFinding(String name) throws IOException {
    assertThat(bind(name).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ketamine-ptsd.plan.yaml", "ketamine-ptsd.plan", "first.plan"})
  void theCanonicalTreeBindsToAnEqualPlan(String name) throws IOException {
    var bound = bind(name).orThrow();
    var again = PlanBinder.bind(bound.canonical());
    assertThat(again.diagnostics()).isEmpty();
    assertThat(again.orThrow().plan()).isEqualTo(bound.plan());
    assertThat(again.orThrow().canonical().sameAs(bound.canonical())).isTrue();
  }

  @Test
  void twoNotationsAreOnePlan() throws IOException {
    var yaml = bind("ketamine-ptsd.plan.yaml").orThrow();
    var dsl = bind("ketamine-ptsd.plan").orThrow();
    assertThat(dsl.plan()).isEqualTo(yaml.plan());
    assertThat(dsl.canonical().sameAs(yaml.canonical())).isTrue();
  }

  private static Checked<BoundPlan> bind(String name) throws IOException {
    try (var stream = TargetPlansTest.class.getResourceAsStream("/targets/" + name)) {
      var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      PlanReader reader = name.endsWith(".yaml") ? new YamlPlanReader() : new DslPlanReader();
      return reader.read(SourceFile.of(name, text)).then(PlanBinder::bind);
    }
  }
}
