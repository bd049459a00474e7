package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvents;

/** Finds where two programs that carried out one plan first came to something else. */
final class EnginesDisagree implements DeviationDetector {
  private static final Set<String> NUMERIC =
      Set.of("outcome", "lambda", "cv error", "coefficient", "prediction");

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.beside().stream().flatMap(other -> judge(evidence, other).stream());
  }

  private static List<Finding> judge(Evidence evidence, Trace other) {
    var start = other.first(TraceEvents.START);
    var plan = evidence.lock().map(lock -> lock.planDigest().toString());
    var named = start.flatMap(s -> s.text("plan"));
    var another = named.filter(digest -> plan.filter(locked -> !locked.equals(digest)).isPresent());
    if (another.isPresent()) {
      return List.of(
          Deviation.of(
                  Rule.OTHER_PLAN,
                  "plan",
                  DeviationSeverity.S4,
                  "`" + other.name() + "` is the trace of another plan")
              .values(plan.orElseThrow(), another.get())
              .help("name a trace of the same lock with `--with`"));
    }
    var same = Sameness.of(evidence.plan());
    var found = new ArrayList<Finding>();
    for (var spec : evidence.models()) {
      var beside = new AnalysesBeside(spec, evidence.trace(), other, same);
      if (beside.isMade()) {
        found.addAll(judge(spec, beside.steps(), same, other));
      }
    }
    return found;
  }

  private static List<Finding> judge(
      ModelSpec spec, List<Parting> steps, Sameness same, Trace other) {
    var first = steps.stream().filter(step -> step.first().isPresent()).findFirst();
    if (first.isPresent()) {
      return List.of(deviation(spec, first.get(), steps, same, other));
    }
    return steps.stream()
        .filter(step -> !step.told())
        .<Finding>map(step -> new Gap(step.path(), "the " + step.step() + " in both traces"))
        .toList();
  }

  private static Deviation deviation(
      ModelSpec spec, Parting parting, List<Parting> steps, Sameness same, Trace other) {
    var difference = parting.first().orElseThrow();
    boolean decides =
        !NUMERIC.contains(parting.step())
            || steps.stream().anyMatch(s -> s.step().equals("choice") && s.first().isPresent());
    var found =
        Deviation.of(
                Rule.ENGINES_DISAGREE,
                parting.path(),
                decides ? DeviationSeverity.S3 : DeviationSeverity.S2,
                "first difference of `"
                    + spec.name()
                    + "`: "
                    + parting.step()
                    + ", "
                    + difference.text())
            .values(difference.there(), difference.here())
            .inModel(spec.name())
            .note("`here` is the analysis that is judged, `there` is `" + other.name() + "`")
            .note("numbers count as the same within " + same.text())
            .help("look at this step first: everything after it rests on it");
    for (var step : steps) {
      if (!step.equals(parting) && step.first().isPresent()) {
        found = found.consequence(step.step() + ", " + step.first().get().text());
      }
    }
    return found;
  }
}
