package org.planlock.plan.binding;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.planlock.plan.Plan;
import org.planlock.syntax.PlanNode;

/** Plans at random: whatever the records of a plan admit, each key of them now and then. */
final class RandomPlans {
  private RandomPlans() {}

  /** The plan of a seed as a tree, always the same; its keys are added to those seen. */
  static PlanNode.Mapping tree(long seed, KeysSeen seen) {
    var random = new SplittableRandom(seed);
    var values = new RandomValues(random, seen, 0.1 + 0.5 * random.nextDouble());
    var settings = new RandomSettings(values);
    double share = 0.02 + 0.2 * random.nextDouble();
    var entries = new ArrayList<PlanNode.Entry>();
    for (var component : Plan.class.getRecordComponents()) {
      if (Expected.isRequired(component) || random.nextDouble() < share) {
        entries.add(entry(component, entries, values, settings, seen));
      }
    }
    return RandomValues.mapping(entries);
  }

  private static PlanNode.Entry entry(
      RecordComponent component,
      List<PlanNode.Entry> before,
      RandomValues values,
      RandomSettings settings,
      KeysSeen seen) {
    var key = RandomValues.scalar(Keys.of(component));
    if (key.text().equals("planlock")) {
      seen.add(component);
      return new PlanNode.Entry(key, RandomValues.scalar("1"));
    }
    return new PlanNode.Entry(key, values.component(component));
  }
}
