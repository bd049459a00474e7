package org.planlock.plan.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.dsl.DslPlanReader;
import org.planlock.syntax.dsl.DslPlanWriter;
import org.planlock.syntax.yaml.YamlPlanReader;

/** The weights of rows in both notations. */
final class RowWeightsTest {
  private static final String DSL =
      """
      plan "weighted" language 1
      model m { outcome y  terms x }
      penalty elastic_net { family gaussian  weights %s  refit none }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"equal", "column precision"})
  void readTheSameInBothNotationsAndComeBackFromTheCanonicalTree(String weights) {
    var yaml = yaml(weights);
    assertThat(weights(yaml).text()).isEqualTo(weights);
    var dsl = dsl(DSL.formatted(weights));
    assertThat(dsl.canonical().sameAs(yaml.canonical())).isTrue();
    var again = PlanBinder.bind(yaml.canonical()).orThrow();
    assertThat(again.plan()).isEqualTo(yaml.plan());
    assertThat(again.canonical().sameAs(yaml.canonical())).isTrue();
    var written = dsl(new DslPlanWriter().write(yaml.canonical()).orThrow());
    assertThat(written.canonical().sameAs(yaml.canonical())).isTrue();
  }

  @Test
  void keepTheNameOfTheirColumn() {
    assertThat(weights(yaml("column precision")).column()).isEqualTo(Optional.of("precision"));
    assertThat(weights(yaml("equal")).column()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"precision", "column", "column a b", "unequal"})
  void refuseOtherWords(String words) {
    var found =
        new YamlPlanReader()
            .read(SourceFile.of("t.plan.yaml", text(words)))
            .then(PlanBinder::bind)
            .diagnostics();
    assertThat(found).filteredOn(Diagnostic::isError).hasSize(1);
  }

  private static RowWeights weights(BoundPlan bound) {
    return bound
        .plan()
        .models()
        .stated()
        .orElseThrow()
        .get(0)
        .penalty()
        .stated()
        .orElseThrow()
        .distribution()
        .stated()
        .orElseThrow()
        .weights()
        .stated()
        .orElseThrow();
  }

  private static BoundPlan yaml(String weights) {
    return new YamlPlanReader()
        .read(SourceFile.of("t.plan.yaml", text(weights)))
        .then(PlanBinder::bind)
        .orThrow();
  }

  private static BoundPlan dsl(String text) {
    return new DslPlanReader().read(SourceFile.of("t.plan", text)).then(PlanBinder::bind).orThrow();
  }

  private static String text(String weights) {
    return """
    planlock: 1
    plan: {id: weighted}
    models: [{name: m, outcome: y, terms: [x]}]
    penalty: {family: elastic_net, distribution: {family: gaussian, weights: %s, refit: none}}
    """
        .formatted(weights);
  }
}
