package org.planlock.execution.readiness;

import java.util.List;
import org.planlock.execution.sample.Terms;
import org.planlock.plan.Plan;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.plan.contract.DataContract;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;

/** What steps leave open: the rows that they learn from, and how they do what they do. */
final class OpenSteps {
  private static final List<String> METHODS =
      List.of("mean", "median(mean_of_middle_two)", "constant 0", "complete_case");
  private static final List<String> PRODUCTS =
      List.of("product(raw, unscaled)", "product(scaled, unscaled)");

  private final OpenChoices choices;

  OpenSteps(OpenChoices choices) {
    this.choices = choices;
  }

  void add(Plan plan) {
    var terms = Terms.declared(plan);
    var columns = plan.data().stated().flatMap(d -> columns(d)).orElse(List.<ColumnContract>of());
    for (var preparation : plan.prepare().orElse(List.of())) {
      for (var step : preparation.steps()) {
        step(preparation, step);
        if (step instanceof Step.Code code) {
          var coded = terms.of(code.code());
          columns.stream().filter(c -> coded.contains(c.name())).forEach(this::coding);
        }
      }
    }
  }

  private static java.util.Optional<List<ColumnContract>> columns(DataContract data) {
    return data.columns().stated();
  }

  private void step(Preparation preparation, Step step) {
    var path = PlanPath.of("prepare", preparation.name()) + "." + step.step();
    if (step instanceof Step.Residualise
        || step instanceof Step.Scale
        || step instanceof Step.Impute) {
      choices.ask(
          step.using(), path + ".using", "from which rows the step learns", OpenChoices.scopes());
    }
    if (step instanceof Step.Residualise residualise) {
      choices.need(
          residualise.rows(),
          path + ".rows",
          "which rows one regression takes",
          OpenChoices.words(Step.Rows.values()));
    } else if (step instanceof Step.Scale scale) {
      choices.need(
          scale.to(),
          path + ".to",
          "how columns are scaled",
          OpenChoices.words(Step.Scaling.values()));
    } else if (step instanceof Step.Impute impute) {
      choices.need(impute.by(), path + ".by", "with what missing values are filled", METHODS);
    } else if (step instanceof Step.Interact interact) {
      choices.need(interact.as(), path + ".as", "in which state each parent enters", PRODUCTS);
    }
  }

  private void coding(ColumnContract column) {
    var path = PlanPath.of("data.columns", column.name());
    choices.need(
        column.reference(), path + ".reference", "which level is the reference", column.levels());
    choices.need(
        column.code(),
        path + ".code",
        "which number each level becomes, the reference first",
        List.of("{dummy: [0, 1]}", "{effect: [-1, 1]}"));
  }
}
