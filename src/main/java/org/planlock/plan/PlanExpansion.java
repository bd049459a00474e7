package org.planlock.plan;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.syntax.PlanNode;

/** Spells out what a plan says once for many: templates, and what models share. */
final class PlanExpansion {
  private static final List<String> TEMPLATED =
      List.of("variables", "sets", "prepare", "models", "hypotheses", "exploratory", "compare");

  private PlanExpansion() {}

  static Checked<PlanNode.Mapping> expand(PlanNode.Mapping plan) {
    var found = new ArrayList<Diagnostic>();
    var tree =
        Trees.replace(
            plan, "measures", measures -> Trees.eachItem(measures, RegionTemplates::expand));
    var names = new TemplateNames(tree, found);
    for (var key : TEMPLATED) {
      tree =
          Trees.replace(
              tree, key, list -> Trees.eachItem(list, item -> new Templates(names).expand(item)));
    }
    tree =
        Trees.replace(
            tree,
            "prepare",
            list -> Trees.eachItem(list, item -> List.of(StepLists.expand(item, names))));
    return Checked.of(SharedParts.intoModels(tree), found);
  }
}
