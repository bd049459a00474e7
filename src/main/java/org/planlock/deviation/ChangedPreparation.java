package org.planlock.deviation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.prepare.Step;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds steps that were left out, added, put in another order or carried out in another way. */
final class ChangedPreparation implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.preparations().stream()
        .map(preparation -> StepTrail.of(preparation, evidence))
        .filter(trail -> !trail.byFold().isEmpty() || trail.isUsed(evidence))
        .flatMap(trail -> new Judge(trail, evidence).findings());
  }

  /** One preparation; each place of the plan is reported once, whatever the fold. */
  private static final class Judge {
    private final StepTrail trail;
    private final Evidence evidence;
    private final Map<String, Finding> found = new LinkedHashMap<>();

    Judge(StepTrail trail, Evidence evidence) {
      this.trail = trail;
      this.evidence = evidence;
    }

    Stream<Finding> findings() {
      if (trail.planned().isEmpty() && trail.byFold().isEmpty()) {
        return Stream.empty();
      }
      boolean isNothingLeft = trail.planned().stream().allMatch(step -> reached(step).isEmpty());
      if (isNothingLeft && trail.byFold().isEmpty()) {
        return Stream.empty();
      }
      if (!trail.byFold().containsKey("")) {
        var path = evidence.paths().preparation(trail.preparation().name());
        return Stream.of(new Gap(path, "the events `step` of the final fit"));
      }
      missing();
      trail.byFold().values().stream()
          .flatMap(events -> passes(events).stream())
          .forEach(this::order);
      trail.byFold().values().stream().flatMap(List::stream).forEach(this::step);
      return found.values().stream();
    }

    /**
     * Whoever reads steps from what entered the models can tell of no other columns: those that
     * reached a step are the planned ones that some model has.
     */
    private List<String> reached(Step step) {
      var planned = planned(step);
      var readFromModels =
          evidence.trace().first(TraceEvents.START).filter(s -> s.texts("steps").isPresent());
      var entered =
          trail
              .users(evidence)
              .flatMap(name -> evidence.of(TraceEvents.DESIGN, name).stream())
              .flatMap(design -> design.texts("columns").stream())
              .flatMap(List::stream)
              .toList();
      return readFromModels.isEmpty() || entered.isEmpty()
          ? planned
          : planned.stream()
              .filter(name -> PlannedTerms.isPattern(name) || entered.contains(name))
              .toList();
    }

    private void missing() {
      var numbers =
          trail.byFold().getOrDefault("", List.of()).stream().map(StepTrail::number).toList();
      for (var step : trail.planned()) {
        var path = path(step);
        if (reached(step).isEmpty() && !planned(step).isEmpty()) {
          continue;
        }
        if (!numbers.contains(step.step() + "") && !trail.isSeen(step, evidence)) {
          found.putIfAbsent(path, new Gap(path, "the event `step` of it"));
        } else if (!numbers.contains(step.step() + "")) {
          add(
              Deviation.of(
                      rule(StepTrail.verb(step)),
                      path,
                      DeviationSeverity.S3,
                      "step "
                          + step.step()
                          + ", `"
                          + StepTrail.verb(step)
                          + "`, was not carried out")
                  .values(evidence.paths().planned(path), TraceValue.missing()));
        }
      }
    }

    /** Models with folds of their own carry out the steps of a fold of one name on other rows. */
    private static List<List<TraceEvent>> passes(List<TraceEvent> events) {
      var passes = new ArrayList<List<TraceEvent>>();
      for (var event : events) {
        boolean again =
            !passes.isEmpty()
                && StepTrail.number(event).equals(StepTrail.number(events.get(0)))
                && Evidence.word(event, "fold").isPresent();
        if (passes.isEmpty() || again) {
          passes.add(new ArrayList<>());
        }
        passes.get(passes.size() - 1).add(event);
      }
      var rows = passes.stream().map(Judge::rows).distinct().count();
      return rows == passes.size() ? passes : List.of(events);
    }

    private static List<List<String>> rows(List<TraceEvent> pass) {
      return pass.stream().map(event -> event.texts("fitRows").orElse(List.of())).toList();
    }

    private void order(List<TraceEvent> events) {
      var numbers =
          events.stream().flatMap(event -> trail.planned(event).stream()).map(Step::step).toList();
      boolean rising = numbers.stream().sorted().distinct().toList().equals(numbers);
      if (!rising) {
        var path = evidence.paths().preparation(trail.preparation().name());
        add(
            Deviation.of(
                    Rule.CHANGED_PREPARATION,
                    path,
                    DeviationSeverity.S3,
                    "the steps of `"
                        + trail.preparation().name()
                        + "` were carried out in another order, or twice")
                .values(
                    TraceValue.numbers(trail.planned().stream().map(Step::step).toList()),
                    TraceValue.numbers(numbers))
                .at(events.get(0)));
      }
    }

    private void step(TraceEvent event) {
      var planned = trail.planned(event);
      if (planned.isEmpty()) {
        var path = evidence.paths().preparation(trail.preparation().name());
        add(
            Deviation.of(
                    Rule.CHANGED_PREPARATION,
                    path + "[step " + StepTrail.number(event) + "]",
                    DeviationSeverity.S3,
                    "the plan has no step "
                        + StepTrail.number(event)
                        + " in `"
                        + trail.preparation().name()
                        + "`")
                .values(TraceValue.missing(), event.value("verb").orElseGet(TraceValue::missing))
                .at(event));
        return;
      }
      var step = planned.get();
      var verb = StepTrail.verb(step);
      compare(step, "", verb, event.text("verb"), event);
      if (event.text("verb").filter(verb::equals).isPresent()) {
        details(step)
            .forEach((key, text) -> compare(step, key, text, Evidence.word(event, key), event));
        columns(step, event);
      }
    }

    private static Map<String, String> details(Step step) {
      Map<String, String> details = new LinkedHashMap<>();
      if (step instanceof Step.Residualise residualise) {
        residualise.rows().stated().ifPresent(rows -> details.put("rows", rows.spelling()));
      } else if (step instanceof Step.Impute impute) {
        impute.by().stated().ifPresent(by -> details.put("by", by.text()));
      } else if (step instanceof Step.Scale scale) {
        scale.to().stated().ifPresent(to -> details.put("to", to.spelling()));
      } else if (step instanceof Step.Interact interact) {
        interact.as().stated().ifPresent(as -> details.put("as", as.text()));
      }
      return details;
    }

    private void compare(
        Step step, String key, String planned, Optional<String> used, TraceEvent event) {
      if (used.isPresent() && !used.get().equals(planned)) {
        var path = key.isEmpty() ? path(step) : path(step) + "." + key;
        add(
            Deviation.of(
                    rule(StepTrail.verb(step)),
                    path,
                    DeviationSeverity.S3,
                    "step "
                        + step.step()
                        + " was carried out as `"
                        + used.get()
                        + "`, registered was `"
                        + planned
                        + "`")
                .values(planned, used.get())
                .at(event));
      }
    }

    private void columns(Step step, TraceEvent event) {
      var planned = reached(step);
      var used = event.texts("columns").orElse(List.of());
      boolean fits =
          planned.stream().anyMatch(PlannedTerms::isPattern)
              ? used.stream().allMatch(column -> PlannedTerms.holds(planned, column))
              : new HashSet<>(planned).equals(new HashSet<>(used));
      if (event.texts("columns").isPresent() && !fits) {
        var path = path(step) + "." + StepTrail.verb(step);
        add(
            Deviation.of(
                    rule(StepTrail.verb(step)),
                    path,
                    DeviationSeverity.S3,
                    "step "
                        + step.step()
                        + ", `"
                        + StepTrail.verb(step)
                        + "`, worked on other columns than registered")
                .values(TraceValue.texts(planned), TraceValue.texts(used))
                .at(event));
      }
    }

    private List<String> planned(Step step) {
      var names = new ArrayList<String>();
      if (step instanceof Step.Residualise residualise) {
        names.addAll(residualise.residualise());
      } else if (step instanceof Step.Derive derive) {
        names.addAll(derive.derive());
      } else if (step instanceof Step.Impute impute) {
        names.addAll(impute.impute());
      } else if (step instanceof Step.Code code) {
        names.addAll(code.code());
      } else if (step instanceof Step.Scale scale) {
        names.addAll(scale.scale());
      } else if (step instanceof Step.Interact interact) {
        names.add(interact.interact().left() + ":" + interact.interact().right());
      }
      return evidence.terms().of(names);
    }

    /** Filling, coding and crossing are kinds of their own. */
    private static Rule rule(String verb) {
      return switch (verb) {
        case "impute" -> Rule.CHANGED_IMPUTATION;
        case "code" -> Rule.CHANGED_CODING;
        case "interact" -> Rule.CHANGED_TERMS;
        default -> Rule.CHANGED_PREPARATION;
      };
    }

    private String path(Step step) {
      return evidence.paths().step(trail.preparation().name(), step.step());
    }

    private void add(Deviation deviation) {
      found.putIfAbsent(
          deviation.path(),
          deviation
              .note("every later number rests on the prepared columns")
              .help("execute the plan as locked"));
    }
  }
}
