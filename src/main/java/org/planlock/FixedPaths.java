package org.planlock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.Plan;
import org.planlock.plan.PlanBinder;
import org.planlock.plan.inference.Sensitivity;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;

/** The files that a plan fixes by name: atlases, label tables, maps and dictionaries. */
final class FixedPaths {
  private final Map<String, Named> roles = new LinkedHashMap<>();

  private FixedPaths() {}

  /** Each path with its role and place; what only a declared alternative names is fixed too. */
  static Map<String, Named> of(BoundPlan bound) {
    var paths = new FixedPaths();
    paths.add(bound.plan());
    var variants = bound.plan().sensitivity().stated().map(Sensitivity::variants);
    for (var variant : variants.orElse(List.of())) {
      paths.add(changed(bound.canonical(), variant));
    }
    return paths.roles;
  }

  private static Plan changed(PlanNode.Mapping canonical, Sensitivity.Variant variant) {
    var tree = canonical;
    for (var setting : variant.settings()) {
      tree = TreePaths.set(tree, setting.path(), setting.value().node()).orThrow();
    }
    return PlanBinder.bind(tree).orThrow().plan();
  }

  private void add(Plan plan) {
    for (var atlas : plan.atlases().orElse(List.of())) {
      var at = "atlases." + atlas.name();
      add(atlas.image(), "atlas", at + ".image");
      atlas.labels().stated().ifPresent(path -> add(path, "label table", at + ".labels"));
    }
    for (var roi : plan.rois().orElse(List.of())) {
      roi.map().ifPresent(path -> add(path, "map", "rois." + roi.name() + ".map"));
    }
    for (var table :
        plan.data().stated().flatMap(data -> data.tables().stated()).orElse(List.of())) {
      var at = "data.tables." + table.name() + ".dictionary";
      table.dictionary().ifPresent(path -> add(path, "dictionary", at));
    }
  }

  private void add(String path, String role, String at) {
    roles.putIfAbsent(path, new Named(role, at));
  }

  /** What a file is to the plan, and where the plan says so. */
  record Named(String role, String at) {}
}
