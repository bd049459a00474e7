package org.planlock.plan.check;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.inference.Sensitivity;
import org.planlock.plan.inference.Setting;
import org.planlock.syntax.TreePaths;

/** A variant whose settings are those of the plan itself. */
final class VariantChangesNothing implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.plan().sensitivity().stated().map(Sensitivity::variants).orElse(List.of()).stream()
        .filter(variant -> variant.settings().stream().allMatch(s -> isTheSame(facts, s)))
        .map(
            variant ->
                facts
                    .at(
                        Places.path("sensitivity.variants", variant.name()) + ".name",
                        Rule.VARIANT_CHANGES_NOTHING,
                        "the variant `" + variant.name() + "` changes nothing")
                    .note("its results will agree with the main ones, and say nothing about them")
                    .help("set another value, or delete the variant"));
  }

  private static boolean isTheSame(PlanFacts facts, Setting setting) {
    return TreePaths.get(facts.bound().canonical(), setting.path())
        .value()
        .filter(setting.value().node()::sameAs)
        .isPresent();
  }
}
