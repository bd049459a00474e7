package org.planlock.execution.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.result.HypothesisResult;
import org.planlock.execution.result.Results;
import org.planlock.execution.result.VariantResult;
import org.planlock.execution.sample.ExpressionNames;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.Plan;
import org.planlock.plan.PlanBinder;
import org.planlock.plan.inference.Sensitivity;
import org.planlock.plan.inference.Setting;
import org.planlock.syntax.TreePaths;

/** Carries out a plan's declared alternatives: the same plan with some values changed. */
final class Variants {
  private final ExecutionRequest request;
  private final Results main;

  Variants(ExecutionRequest request, Results main) {
    this.request = request;
    this.main = main;
  }

  List<VariantResult> all(Sensitivity sensitivity) {
    return sensitivity.variants().stream()
        .map(variant -> one(variant, sensitivity.disagree().stated()))
        .toList();
  }

  private VariantResult one(
      Sensitivity.Variant variant, Optional<Sensitivity.Disagreement> disagree) {
    var results =
        changed(variant.settings())
            .then(
                plan ->
                    Analysis.ofAlternative(
                            request.untraced(plan), nested(plan.plan(), variant.settings()))
                        .results());
    if (!results.isSound()) {
      var reasons =
          results.diagnostics().stream()
              .filter(Diagnostic::isError)
              .map(Diagnostic::message)
              .distinct()
              .collect(Collectors.joining("; "));
      return VariantResult.notExecuted(variant.name(), reasons);
    }
    var found = results.orThrow();
    return new VariantResult(
        variant.name(),
        Optional.empty(),
        found.models(),
        found.hypotheses(),
        disagreements(found, disagree));
  }

  /**
   * An alternative is there for its verdicts, so its outer loops are carried out only if one of the
   * hypotheses is about them, or the alternative itself.
   */
  private static boolean nested(Plan plan, List<Setting> settings) {
    return settings.stream().anyMatch(setting -> setting.path().contains("validate.outer"))
        || plan.hypotheses().orElse(List.of()).stream()
            .flatMap(
                each ->
                    Stream.concat(
                        Stream.of(each.corroborated()), each.falsified().stated().stream()))
            .anyMatch(condition -> ExpressionNames.calls(condition.node(), "nested_r2"));
  }

  private Checked<BoundPlan> changed(List<Setting> settings) {
    var tree = Checked.of(request.plan().canonical());
    for (var setting : settings) {
      tree = tree.then(plan -> TreePaths.set(plan, setting.path(), setting.value().node()));
    }
    return tree.then(PlanBinder::bind);
  }

  private List<String> disagreements(Results found, Optional<Sensitivity.Disagreement> disagree) {
    var notes = new ArrayList<String>();
    for (var here : found.hypotheses()) {
      main.hypotheses().stream()
          .filter(there -> there.id().equals(here.id()) && there.verdict() != here.verdict())
          .forEach(there -> notes.add(note(there, here, disagree)));
    }
    return notes;
  }

  private static String note(
      HypothesisResult there, HypothesisResult here, Optional<Sensitivity.Disagreement> disagree) {
    var differs = here.id() + " is " + word(there) + " in the main analysis and " + word(here);
    return differs + " here" + disagree.map(d -> "; the plan says: " + d.then().text()).orElse("");
  }

  private static String word(HypothesisResult hypothesis) {
    return hypothesis.verdict().name().toLowerCase(Locale.ROOT);
  }
}
