package org.planlock.plan.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.planlock.plan.Plan;
import org.planlock.syntax.PlanNode;

/** Plans at random: whatever the records of a plan admit, each key of them now and then. */
final class RandomPlans {
  private RandomPlans() {}

  /** The plan of a seed as a tree, always the same; its keys are added to those seen. */
  static PlanNode.Mapping tree(long seed, KeysSeen seen) {
    var random = new SplittableRandom(seed);
    var values = new RandomValues(random, seen, 0.1 + 0.5 * random.nextDouble());
    double share = random.nextInt(64) == 0 ? 0.4 : 0.04 * random.nextDouble();
    var components = List.of(Plan.class.getRecordComponents());
    int featured = random.nextInt(components.size());
    var entries = new ArrayList<PlanNode.Entry>();
    for (var component : components) {
      boolean isFeatured = components.indexOf(component) == featured;
      if (isFeatured || Expected.isRequired(component) || random.nextDouble() < share) {
        var key = RandomValues.scalar(Keys.of(component));
        var value = values.component(component);
        boolean version = key.text().equals("planlock");
        var entry = new PlanNode.Entry(key, version ? RandomValues.scalar("1") : value);
        values.said(entry);
        entries.add(entry);
      }
    }
    return RandomValues.mapping(entries);
  }
}
