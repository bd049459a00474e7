package org.planlock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Checked;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;

/** The plans that a lab should be able to write. */
class TargetPlansTest {
  @Test
  void theFullYamlPlanBindsWithoutAFinding() throws IOException {
    assertThat(bind("ketamine-ptsd.plan.yaml").diagnostics()).isEmpty();
  }

  @Test
  void bindingTheCanonicalTreeGivesAnEqualPlan() throws IOException {
    var bound = bind("ketamine-ptsd.plan.yaml").orThrow();
    var again = PlanBinder.bind(bound.canonical());
    assertThat(again.diagnostics()).isEmpty();
    assertThat(again.orThrow().plan()).isEqualTo(bound.plan());
    assertThat(again.orThrow().canonical().sameAs(bound.canonical())).isTrue();
  }

  private static Checked<BoundPlan> bind(String name) throws IOException {
    try (var stream = TargetPlansTest.class.getResourceAsStream("/targets/" + name)) {
      var text =
          new String(
              java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return new YamlPlanReader().read(SourceFile.of(name, text)).then(PlanBinder::bind);
    }
  }
}
