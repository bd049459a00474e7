package org.planlock.plan;

import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.PlanNode;

/**
 * What {@code every measure} stands for: declared measures, or the levels of the key column that a
 * table is spread by.
 */
final class TemplateNames {
  private final PlanNode.Mapping plan;
  private final List<Diagnostic> found;

  TemplateNames(PlanNode.Mapping plan, List<Diagnostic> found) {
    this.plan = plan;
    this.found = found;
  }

  /** The names behind {@code every} word, in the order of their declaration. */
  List<String> every(String word, PlanNode place) {
    var measures =
        Trees.mappings(plan, "measures").stream()
            .flatMap(m -> Trees.text(m, "name").stream())
            .toList();
    if (word.equals("measure") && !measures.isEmpty()) {
      return measures;
    }
    var columns =
        Trees.mapping(plan, "data").map(data -> Trees.mappings(data, "columns")).orElse(List.of());
    var levels =
        columns.stream()
            .filter(column -> Trees.text(column, "name").filter(word::equals).isPresent())
            .flatMap(column -> column.get("levels").stream())
            .flatMap(list -> Trees.texts(list).stream())
            .toList();
    if (levels.isEmpty()) {
      found.add(
          Diagnostic.at(
                  place.span(),
                  Rule.UNKNOWN_TEMPLATE,
                  "`every " + word + "` names nothing that the plan declares")
              .help("declare measures, or a column `" + word + "` with its levels"));
    }
    return levels;
  }

  void report(Diagnostic diagnostic) {
    found.add(diagnostic);
  }
}
