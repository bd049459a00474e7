package org.planlock.plan;

import java.util.List;
import org.planlock.syntax.PlanNode;

/** Spells out a measure that is declared once for several regions. */
final class RegionTemplates {
  private RegionTemplates() {}

  static List<PlanNode.Mapping> expand(PlanNode.Mapping measure) {
    var regions =
        Trees.mapping(measure, "mean_signal")
            .flatMap(signal -> signal.get("roi"))
            .map(Trees::texts)
            .orElse(List.of());
    var name = Trees.text(measure, "name").orElse("");
    if (!new Placeholder("roi", "").occursIn(name)) {
      return List.of(measure);
    }
    return regions.stream().map(region -> forRegion(measure, name, region)).toList();
  }

  private static PlanNode.Mapping forRegion(PlanNode.Mapping measure, String name, String region) {
    var named =
        Trees.replace(
            measure,
            "name",
            node -> new PlanNode.Scalar(new Placeholder("roi", region).in(name), node.span()));
    return Trees.replace(
        named,
        "mean_signal",
        signal ->
            Trees.replace(
                (PlanNode.Mapping) signal,
                "roi",
                node -> new PlanNode.Scalar(region, node.span())));
  }
}
