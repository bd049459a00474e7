package org.planlock.execution.fit;

import org.planlock.diagnostic.Checked;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;

/** Plans for tests, written as people write them. */
final class Plans {
  private Plans() {}

  static Checked<BoundPlan> bind(String yaml) {
    return new YamlPlanReader().read(SourceFile.of("test.plan.yaml", yaml)).then(PlanBinder::bind);
  }

  static ModelSpec model(BoundPlan plan, String name) {
    return plan.plan().models().stated().orElseThrow().stream()
        .filter(modelSpec -> modelSpec.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
