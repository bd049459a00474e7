package org.planlock.plan.binding;

import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.lock.PlanDigest;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.notation.PlanNotation;

/** Whether a plan, written in each notation and read back, is the same value with one digest. */
final class ThreeNotations {
  private ThreeNotations() {}

  /** What is different, in words; empty if nothing is. */
  static Optional<String> difference(PlanNode.Mapping tree) {
    var bound = PlanBinder.bind(tree);
    if (!bound.isSound()) {
      return Optional.of("is no plan" + words(bound.diagnostics()));
    }
    var digest = PlanDigest.of(bound.orThrow().canonical()).orThrow();
    for (var notation : PlanNotation.values()) {
      var different = difference(tree, bound.orThrow(), digest, notation);
      if (different.isPresent()) {
        return different.map(words -> notation + " " + words);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> difference(
      PlanNode.Mapping tree, BoundPlan plan, PlanDigest digest, PlanNotation notation) {
    var text = notation.writer().write(tree);
    if (!text.isSound() || !text.diagnostics().isEmpty()) {
      return Optional.of("is not written" + words(text.diagnostics()));
    }
    var back = notation.reader().read(SourceFile.of("back" + notation.ending(), text.orThrow()));
    if (!back.isSound() || !back.diagnostics().isEmpty()) {
      return Optional.of("is not read back" + words(back.diagnostics()));
    }
    var again = PlanBinder.bind(back.orThrow());
    if (!again.isSound()) {
      return Optional.of("is no plan when read back" + words(again.diagnostics()));
    }
    if (!again.orThrow().plan().equals(plan.plan())) {
      return Optional.of("means something else");
    }
    return PlanDigest.of(again.orThrow().canonical()).orThrow().equals(digest)
        ? Optional.empty()
        : Optional.of("has another digest");
  }

  /** The text of a plan in the notation that a difference is about. */
  static String text(PlanNode.Mapping tree, String difference) {
    for (var notation : PlanNotation.values()) {
      var text = notation.writer().write(tree);
      if (difference.startsWith(notation + " ") && text.isSound()) {
        return text.orThrow();
      }
    }
    return PlanNotation.YAML.writer().write(tree).value().orElse("");
  }

  private static String words(List<Diagnostic> found) {
    return found.isEmpty() ? "" : ": " + found.get(0).message();
  }
}
