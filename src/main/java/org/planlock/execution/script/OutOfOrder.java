package org.planlock.execution.script;

import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.fit.ModelSpec;

/** What to say of a step that a script cannot take where it stands. */
record OutOfOrder(ScriptPlaces places) {
  StoppedException again(String step) {
    return stop(
        Diagnostic.at(
                places.here(word(step)),
                Rule.SCRIPT_OUT_OF_ORDER,
                "`" + step + "` is taken a second time")
            .note("an analysis has one sample and one preparation, and fits each model once")
            .help("leave the second one out; another analysis is another script"));
  }

  StoppedException first(String step, String before) {
    return stop(
        Diagnostic.at(
                places.here(word(step)),
                Rule.SCRIPT_OUT_OF_ORDER,
                "`" + step + "` stands before `" + before + "`")
            .note("the order is the sample, its preparation, then the models")
            .help("write `" + before + "` before it"));
  }

  StoppedException unknownModel(BoundPlan plan, String name) {
    var names = plan.plan().models().orElse(List.of()).stream().map(ModelSpec::name).toList();
    var found =
        Diagnostic.at(
            places.here(name), Rule.UNKNOWN_MODEL, "the plan has no model `" + name + "`");
    var near = Nearest.to(name, names);
    return stop(
        near.map(known -> found.help("did you mean `" + known + "`?"))
            .orElse(found)
            .help("a model that is not registered is written `fit '" + name + "', extending: …`"));
  }

  StoppedException nameTaken(String name, boolean isRegistered) {
    return stop(
        Diagnostic.at(
                places.here(name),
                Rule.DUPLICATE_NAME,
                isRegistered
                    ? "`" + name + "` is a registered model, which is fitted as registered"
                    : "`" + name + "` is fitted already")
            .help("give the changed model a name of its own"));
  }

  StoppedException unknownStep(BoundPlan plan, TakenSteps.Taken step) {
    var known =
        TakenSteps.registered(plan).stream()
            .map(one -> "`" + one.preparation() + "` " + one.step())
            .toList();
    return stop(
        Diagnostic.at(
                places.here("step"),
                Rule.UNKNOWN_PREPARATION,
                "the plan has no step " + step.step() + " in `" + step.preparation() + "`")
            .help("registered: " + (known.isEmpty() ? "none" : String.join(", ", known))));
  }

  private static String word(String step) {
    return step.replaceAll("[ (].*", "");
  }

  private static StoppedException stop(Diagnostic found) {
    return new StoppedException(List.of(found));
  }
}
