package org.planlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.conduct.Intervention;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.TreeText;
import org.planlock.trace.TraceValue;

/** A registered plan with the values that were given on top of it. */
record EffectivePlan(BoundPlan plan, List<Intervention> interventions) {
  EffectivePlan {
    interventions = List.copyOf(interventions);
  }

  static Checked<EffectivePlan> of(BoundPlan registered, List<PlanSetting> settings) {
    if (settings.isEmpty()) {
      return Checked.of(new EffectivePlan(registered, List.of()));
    }
    var interventions = new ArrayList<Intervention>();
    var tree = Checked.of(registered.canonical());
    for (var setting : settings) {
      tree = tree.then(whole -> changed(whole, setting, interventions));
    }
    return tree.then(PlanBinder::bind).map(bound -> placed(bound, registered, interventions));
  }

  /** What was written in the registered plan keeps its place there. */
  private static EffectivePlan placed(
      BoundPlan bound, BoundPlan registered, List<Intervention> interventions) {
    return new EffectivePlan(
        new BoundPlan(bound.plan(), bound.canonical(), registered.origins()), interventions);
  }

  private static Checked<PlanNode.Mapping> changed(
      PlanNode.Mapping tree, PlanSetting setting, List<Intervention> interventions) {
    var planned = TreePaths.get(tree, setting.path()).value().map(TreeText::of);
    if (setting.isChoice() && planned.isPresent()) {
      return Checked.failed(decided(setting, planned.get()));
    }
    return setting
        .value()
        .then(
            value -> {
              interventions.add(intervention(setting, planned, value));
              return TreePaths.set(tree, setting.path(), value);
            });
  }

  private static Intervention intervention(
      PlanSetting setting, Optional<String> planned, PlanNode value) {
    return new Intervention(
        setting.path(),
        planned.map(TraceValue::of),
        TraceValue.of(TreeText.of(value)),
        setting.because());
  }

  private static Diagnostic decided(PlanSetting setting, String planned) {
    return Diagnostic.at(
            Span.none("--choose " + setting.path()),
            Rule.CHOICE_IS_MADE,
            "the plan decides `" + setting.path() + "` already: `" + planned + "`")
        .note("a choice closes what a plan leaves open; another value is a deviation")
        .help("leave it out, or deviate openly with `--set " + setting.path() + "=VALUE`");
  }
}
