package org.planlock.plan.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.NestedComparison;
import org.planlock.plan.inference.Correlation;
import org.planlock.plan.inference.Hypothesis;
import org.planlock.plan.measure.Measure;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.TermSet;
import org.planlock.plan.prepare.Variable;
import org.planlock.syntax.PlanNode;

/** Items that are said once for several names. */
final class RandomTemplates {
  /** The key that tells one item from the next. */
  private static final Map<Class<?>, String> NAMING =
      Map.of(
          Variable.class, "name",
          TermSet.class, "name",
          Preparation.class, "name",
          ModelSpec.class, "name",
          Hypothesis.class, "id",
          Correlation.class, "correlate",
          NestedComparison.class, "model");

  private RandomTemplates() {}

  /** The item, now and then for several names; with {@code measures} that is for every measure. */
  static PlanNode.Mapping of(
      Class<?> type, PlanNode.Mapping item, RandomTexts texts, boolean measures, KeysSeen seen) {
    if (type == Measure.class && item.get("mean_signal").isPresent()) {
      return forRegions(item, texts);
    }
    if (!NAMING.containsKey(type)) {
      return item;
    }
    seen.add(type, "for");
    var key = NAMING.getOrDefault(type, "");
    if (measures && texts.pick(List.of(true, false))) {
      var named = with(item, key, texts.plainName() + "_(measure)");
      return with(named, "for", RandomValues.scalar("every measure"));
    }
    var named = with(item, key, texts.plainName() + "_(w)");
    return with(named, "for", RandomValues.mapping("w", names(texts)));
  }

  private static PlanNode.Mapping forRegions(PlanNode.Mapping item, RandomTexts texts) {
    var named = with(item, "name", texts.plainName() + "_(roi)");
    return with(named, "mean_signal", RandomValues.mapping("roi", names(texts)));
  }

  private static PlanNode names(RandomTexts texts) {
    var first = texts.plainName();
    return RandomValues.list(
        List.of(RandomValues.scalar(first), RandomValues.scalar(first + texts.plainName())));
  }

  private static PlanNode.Mapping with(PlanNode.Mapping item, String key, String text) {
    return with(item, key, RandomValues.scalar(text));
  }

  private static PlanNode.Mapping with(PlanNode.Mapping item, String key, PlanNode value) {
    var entries = new ArrayList<>(item.entries());
    entries.removeIf(entry -> entry.key().text().equals(key));
    entries.add(new PlanNode.Entry(RandomValues.scalar(key), value));
    return RandomValues.mapping(entries);
  }
}
