package org.planlock.execution.readiness;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.Places;
import org.planlock.execution.sample.ExpressionNames;
import org.planlock.plan.Plan;
import org.planlock.plan.contract.SessionRule;
import org.planlock.plan.measure.Measure;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;
import org.planlock.plan.prepare.Variable;
import org.planlock.plan.sample.SampleRule;
import org.planlock.plan.sample.SampleRules;

/**
 * What a plan says that this version binds and locks but cannot carry out; found before anything is
 * read.
 */
public final class Support {
  private static final String AS_A_TABLE =
      "make the numbers elsewhere and declare them as a table, with a `spread` for each measure";

  private final Plan plan;
  private final Unsupported unsupported;

  private Support(Plan plan, Places places) {
    this.plan = plan;
    this.unsupported = new Unsupported(places);
  }

  /** One finding for each construct; none if the plan can be executed. */
  public static List<Diagnostic> check(Plan plan, Places places) {
    var support = new Support(plan, places);
    support.measures();
    support.sessions();
    plan.sample().stated().ifPresent(support::sample);
    support.variables();
    plan.prepare().orElse(List.of()).forEach(support::preparation);
    new FitSupport(support.unsupported).check(plan);
    new ClaimSupport(support.unsupported).check(plan);
    return support.unsupported.found();
  }

  private void measures() {
    Map<String, List<Measure>> byKind = new TreeMap<>();
    for (var measure : plan.measures().orElse(List.of())) {
      byKind.merge(kind(measure), List.of(measure), Support::joined);
    }
    byKind.forEach(
        (kind, measures) -> {
          var first = measures.get(0).name();
          var others = measures.size() > 1 ? " and " + (measures.size() - 1) + " more" : "";
          unsupported.add(
              PlanPath.of("measures", first),
              "`" + kind + "` from images or series (`" + first + "`" + others + ")",
              AS_A_TABLE);
        });
  }

  private static List<Measure> joined(List<Measure> some, List<Measure> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static String kind(Measure measure) {
    if (measure.meanSignal().isPresent()) {
      return "mean_signal";
    }
    if (measure.connectivity().isPresent()) {
      return "connectivity";
    }
    return measure.gppi().isPresent() ? "gppi" : "crossnobis";
  }

  private void sessions() {
    for (SessionRule session :
        plan.data().stated().flatMap(d -> d.sessions().stated()).orElse(List.of())) {
      var path = PlanPath.of("data.sessions", session.name());
      unsupported.unless(session.onePer(), path, "one_per", "participant");
      unsupported.unless(session.window(), path, "window", "none");
      unsupported.unless(session.fallback(), path, "fallback", "missing");
    }
  }

  private void sample(SampleRules sample) {
    for (var rule : sample.rules().orElse(List.of())) {
      if (rule instanceof SampleRule.DropRun dropped) {
        unsupported.add(
            "sample.rules[" + dropped.because().orElse(dropped.dropRun().text()) + "]",
            "`drop_run when " + dropped.dropRun().text() + "`",
            "leave runs out where the measures are made, and declare these as a table");
      }
    }
    unsupported.unless(sample.outliers(), "sample", "outliers", "none");
    sample
        .looks()
        .stated()
        .filter(looks -> looks > 0)
        .ifPresent(
            looks ->
                unsupported.add(
                    "sample.looks",
                    "`looks " + looks + "`, an analysis before the end,",
                    "register `looks 0`"));
  }

  private void variables() {
    var scaled =
        plan.prepare().orElse(List.of()).stream()
            .flatMap(preparation -> preparation.steps().stream())
            .filter(Step.Scale.class::isInstance)
            .flatMap(step -> ((Step.Scale) step).scale().stream())
            .toList();
    for (Variable variable : plan.variables().orElse(List.of())) {
      if (ExpressionNames.calls(variable.value().node(), "mean_fd")) {
        movement(PlanPath.of("variables", variable.name()));
      }
      if (variable.scaled().orElse(false) && !scaled.contains(variable.name())) {
        unsupported.add(
            PlanPath.of("variables", variable.name(), "scaled"),
            "`scaled yes` of `" + variable.name() + "` without a step that scales it",
            "name `" + variable.name() + "` in a `scale` step, or write `scaled no`");
      }
    }
  }

  private void preparation(Preparation preparation) {
    var path = PlanPath.of("prepare", preparation.name());
    unsupported.unless(preparation.aliased(), path, "aliased", "kept");
    unsupported.unless(preparation.heredity(), path, "heredity", "none");
    for (var step : preparation.steps()) {
      var place = path + "." + step.step();
      if (step instanceof Step.Residualise residualise) {
        unsupported.unless(residualise.incompleteRows(), place, "incomplete_rows", "left_out");
        if (residualise.on().stream().anyMatch(on -> on.matches(".*[A-Za-z0-9]\\(.*"))) {
          movement(place + ".on");
        }
      } else if (step instanceof Step.Impute impute) {
        imputation(impute, place);
      }
    }
  }

  private void imputation(Step.Impute impute, String place) {
    unsupported.unless(impute.informedBy(), place, "informed_by", "none");
    unsupported.unless(impute.overLimit(), place, "over_limit", "abort");
    impute
        .draws()
        .stated()
        .filter(draws -> draws != 1)
        .ifPresent(
            draws ->
                unsupported.add(
                    place + ".draws",
                    "multiple imputation (`draws " + draws + "`)",
                    "register `draws 1`"));
  }

  private void movement(String path) {
    unsupported.add(path, "`mean_fd(run)`, movement computed from motion files,", AS_A_TABLE);
  }
}
