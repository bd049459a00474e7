package org.planlock.plan;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.binding.KnownRecords;
import org.planlock.plan.binding.TreeWriter;
import org.planlock.plan.binding.TypeBinder;
import org.planlock.plan.inference.Contingency;
import org.planlock.plan.inference.Sensitivity;
import org.planlock.plan.inference.Setting;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.TreeValue;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.dsl.ExpressionReader;

/**
 * Binds what variants and contingencies set in the place that it is for, and keeps the canonical
 * form of it.
 */
final class VariantSettings {
  private final PlanNode.Mapping base;
  private final KnownRecords known;
  private final List<Diagnostic> found = new ArrayList<>();

  private VariantSettings(PlanNode.Mapping base, KnownRecords known) {
    this.base = base;
    this.known = known;
  }

  /**
   * The plan with its settings in canonical form.
   *
   * @param known of which nothing is bound or written again that no setting changes
   */
  static Checked<Plan> settle(Plan plan, KnownRecords known) {
    if (plan.sensitivity().stated().isEmpty() && plan.contingency().stated().isEmpty()) {
      return Checked.of(plan);
    }
    return new VariantSettings(TreeWriter.write(plan, known), known).settle(plan);
  }

  private Checked<Plan> settle(Plan plan) {
    var sensitivity =
        plan.sensitivity()
            .stated()
            .map(s -> Declared.of(new Sensitivity(variants(s), s.disagree())));
    var contingency =
        plan.contingency()
            .stated()
            .map(
                list ->
                    Declared.of(
                        list.stream()
                            .map(c -> new Contingency(c.when(), settled(c.settings())))
                            .toList()));
    return Checked.of(
        Plans.with(
            plan, sensitivity.orElse(plan.sensitivity()), contingency.orElse(plan.contingency())),
        found);
  }

  private List<Sensitivity.Variant> variants(Sensitivity sensitivity) {
    return sensitivity.variants().stream()
        .map(v -> new Sensitivity.Variant(v.name(), settled(v.settings())))
        .toList();
  }

  private List<Setting> settled(List<Setting> settings) {
    var settled = new ArrayList<Setting>();
    var tree = base;
    for (var setting : settings) {
      var changed = TreePaths.set(tree, setting.path(), setting.value().node());
      found.addAll(changed.diagnostics());
      if (changed.isSound()) {
        tree = changed.orThrow();
      }
    }
    var bound = new TypeBinder(ExpressionReader::read, known).bind(Plan.class, tree);
    found.addAll(bound.diagnostics());
    if (!bound.isSound()) {
      return settings;
    }
    var canonical = TreeWriter.write(bound.orThrow(), known);
    for (var setting : settings) {
      var value = TreePaths.get(canonical, setting.path()).value();
      settled.add(new Setting(setting.path(), value.map(TreeValue::new).orElse(setting.value())));
    }
    return settled;
  }
}
