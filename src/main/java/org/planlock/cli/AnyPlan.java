package org.planlock.cli;

import java.util.Locale;
import org.planlock.Planlock;
import org.planlock.diagnostic.Checked;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.notation.PlanNotation;

/**
 * A plan, wherever it stands: in a file of its own or in a lock.
 *
 * @param written as its author wrote it; in a lock the same as the canonical tree
 */
record AnyPlan(PlanNode.Mapping written, PlanNode.Mapping canonical, PlanNotation notation) {
  static Checked<AnyPlan> read(Surroundings surroundings, String typed) {
    var file = surroundings.file(typed);
    if (!isLock(typed)) {
      return Planlock.read(file, typed)
          .map(plan -> new AnyPlan(plan.written(), plan.bound().canonical(), plan.notation()));
    }
    return Planlock.readLock(file, typed)
        .map(
            lock -> {
              var tree = lock.statement().plan();
              return new AnyPlan(
                  tree, tree, notation(lock.statement().provenance().source().notation()));
            });
  }

  static boolean isLock(String typed) {
    return typed.toLowerCase(Locale.ROOT).endsWith(".lock");
  }

  private static PlanNotation notation(String name) {
    return switch (name) {
      case "yaml" -> PlanNotation.YAML;
      case "groovy" -> PlanNotation.GROOVY;
      default -> PlanNotation.PLAN;
    };
  }
}
