package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Scheme;
import org.planlock.plan.fit.Validation;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceValue;

/** Finds models whose effective folds are not the registered ones, whatever was asked for. */
final class ChangedFolds implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.models().stream()
        .filter(spec -> isJudged(spec, evidence))
        .flatMap(spec -> spec.validate().stated().stream().flatMap(v -> model(spec, v, evidence)));
  }

  /** Who chooses a penalty needs folds; whoever else has some must have the registered ones. */
  private static boolean isJudged(ModelSpec spec, Evidence evidence) {
    return Evidence.isTuned(spec)
        ? evidence.mentions(spec.name())
        : !evidence.folds(spec.name(), "validate").isEmpty();
  }

  private static Stream<Finding> model(ModelSpec spec, Validation validation, Evidence evidence) {
    var selecting = PlanPaths.model(spec.name(), "validate");
    var found = new ArrayList<Finding>();
    validation
        .scheme()
        .stated()
        .ifPresent(
            scheme ->
                found.addAll(
                    new FoldCheck(
                            spec.name(),
                            selecting,
                            scheme,
                            repeats(validation),
                            by(validation),
                            validation.grouped())
                        .judge(evidence.folds(spec.name(), "validate"))));
    validation
        .outer()
        .stated()
        .ifPresent(
            outer ->
                found.addAll(
                    new FoldCheck(
                            spec.name(),
                            PlanPaths.join(selecting, "outer"),
                            outer.scheme(),
                            1,
                            outer.by().stated(),
                            Optional.empty())
                        .judge(evidence.folds(spec.name(), "outer"))));
    return found.stream();
  }

  private static int repeats(Validation validation) {
    return validation.repeats().orElse(1);
  }

  private static Optional<String> by(Validation validation) {
    return validation.grouped().or(() -> validation.by().stated());
  }

  /** One loop of one model. */
  private record FoldCheck(
      String modelName,
      String path,
      Scheme scheme,
      int repeats,
      Optional<String> unit,
      Optional<String> grouped) {

    List<Finding> judge(List<TraceEvent> events) {
      if (events.isEmpty()) {
        return scheme.kind() == Scheme.Kind.NONE
            ? List.of()
            : List.of(new Gap(path + ".scheme", "the event `folds`"));
      }
      if (events.stream().anyMatch(FoldCheck::isUntold)) {
        return List.of(new Gap(path + ".scheme", "`ids` and `fold` of every `folds`"));
      }
      return Stream.of(vectors(events), unit(events), number(events))
          .flatMap(Optional::stream)
          .<Finding>map(d -> d.inModel(modelName))
          .limit(1)
          .toList();
    }

    private static boolean isUntold(TraceEvent event) {
      return event.texts("ids").isEmpty() || event.value("fold").isEmpty();
    }

    private Optional<Deviation> vectors(List<TraceEvent> events) {
      for (var event : events) {
        var folds = FoldVector.of(event);
        if (!fits(folds) || !isNamed(event)) {
          return Optional.of(
              deviation("scheme", message(folds, event), event)
                  .values(plannedText(folds), said(event) + ", effective " + folds.brief())
                  .note("a program that is asked for one scheme may carry out another"));
        }
      }
      return Optional.empty();
    }

    private boolean fits(FoldVector folds) {
      int count = folds.folds().size();
      if (!folds.isComplete()) {
        return false;
      }
      return switch (scheme.kind()) {
        case LEAVE_ONE_OUT -> grouped.isPresent() ? count > 1 : count == folds.size();
        case K_FOLD ->
            count == scheme.folds()
                && (grouped.isPresent() || folds.largest() - folds.smallest() <= 1);
        case GIVEN -> count > 1;
        case NONE -> false;
      };
    }

    private boolean isNamed(TraceEvent event) {
      return event.text("scheme").filter(used -> !used.equals(scheme.text())).isEmpty();
    }

    private static String said(TraceEvent event) {
      return event.text("scheme").orElse("folds");
    }

    private String message(FoldVector folds, TraceEvent event) {
      return fits(folds)
          ? "folds: planned " + scheme.text() + ", recorded as " + said(event)
          : "folds: planned " + plannedText(folds) + ", effective " + folds.brief();
    }

    private String plannedText(FoldVector folds) {
      return scheme.kind() == Scheme.Kind.LEAVE_ONE_OUT && grouped.isEmpty()
          ? folds.size() + " × 1"
          : scheme.kind() == Scheme.Kind.K_FOLD ? scheme.folds() + "" : scheme.text();
    }

    private Optional<Deviation> unit(List<TraceEvent> events) {
      return unit.flatMap(
          planned ->
              events.stream()
                  .filter(e -> e.text("by").filter(used -> !used.equals(planned)).isPresent())
                  .findFirst()
                  .map(
                      event ->
                          deviation(
                                  grouped.isPresent() ? "grouped" : "by",
                                  "folds were made by `"
                                      + event.text("by").orElse("")
                                      + "`, registered was `"
                                      + planned
                                      + "`",
                                  event)
                              .values(planned, event.text("by").orElse(""))));
    }

    private Optional<Deviation> number(List<TraceEvent> events) {
      double drawn = events.size();
      for (var event : events) {
        double said = event.number("repeats").orElse(drawn);
        if (said != repeats) {
          return Optional.of(repeated(said, event));
        }
      }
      boolean once = events.stream().noneMatch(e -> e.value("l1Ratio").isPresent());
      return once && drawn != repeats
          ? Optional.of(repeated(drawn, events.get(0)))
          : Optional.empty();
    }

    private Deviation repeated(double effective, TraceEvent event) {
      return deviation(
              "repeats",
              "folds were drawn "
                  + ValueText.of(TraceValue.of(effective))
                  + " times, registered was "
                  + repeats,
              event)
          .values(TraceValue.of((double) repeats), TraceValue.of(effective));
    }

    private Deviation deviation(String key, String message, TraceEvent event) {
      return Deviation.of(Rule.CHANGED_FOLDS, path + "." + key, DeviationSeverity.S3, message)
          .at(event)
          .help("execute the plan as locked");
    }
  }
}
