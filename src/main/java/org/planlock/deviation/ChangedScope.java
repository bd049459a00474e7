package org.planlock.deviation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.Validation;
import org.planlock.plan.prepare.Step;
import org.planlock.plan.value.Scope;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds steps that learnt from other rows than registered, above all from those held out. */
final class ChangedScope implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.preparations().stream()
        .map(preparation -> StepTrail.of(preparation, evidence))
        .flatMap(trail -> new Judge(trail, evidence).findings());
  }

  /** One preparation; each step is reported once, whatever the fold. */
  private static final class Judge {
    private final StepTrail trail;
    private final Evidence evidence;
    private final Map<String, List<Set<String>>> heldOut = new LinkedHashMap<>();
    private final Map<String, Finding> found = new LinkedHashMap<>();

    Judge(StepTrail trail, Evidence evidence) {
      this.trail = trail;
      this.evidence = evidence;
      trail.users(evidence).forEach(this::folds);
    }

    private void folds(String modelName) {
      for (var loop : List.of("validate", "outer")) {
        for (var event : evidence.folds(modelName, loop)) {
          var replicate = event.whole("replicate").orElse(1L);
          FoldVector.of(event)
              .folds()
              .forEach(
                  (fold, ids) ->
                      heldOut
                          .computeIfAbsent(
                              name(loop, fold, replicate), f -> new java.util.ArrayList<>())
                          .add(new HashSet<>(ids)));
        }
      }
    }

    /** What the steps of a fold are called in a trace. */
    private static String name(String loop, String fold, long replicate) {
      var name = loop.equals("outer") ? "outer " + fold : fold;
      return replicate == 1 ? name : name + " of repeat " + replicate;
    }

    Stream<Finding> findings() {
      trail.byFold().forEach((fold, events) -> events.forEach(event -> judge(fold, event)));
      if (!heldOut.isEmpty() && trail.byFold().containsKey("")) {
        trail.planned().forEach(this::inEveryFold);
      }
      return found.values().stream();
    }

    private void judge(String fold, TraceEvent event) {
      var step = trail.planned(event);
      var planned = step.flatMap(s -> scope(s, fold));
      if (planned.isEmpty()) {
        return;
      }
      var word = planned.get().word();
      var path = path(step.get());
      if (event.text("using").filter(used -> !used.equals(word)).isPresent()) {
        add(
            path,
            "step "
                + step.get().step()
                + " learnt from `"
                + event.text("using").get()
                + "`, registered was `"
                + word
                + "`",
            word,
            event.value("using").orElseThrow(),
            event);
      } else {
        event
            .texts("fitRows")
            .ifPresentOrElse(
                rows -> rows(fold, step.get(), planned.get(), rows, event),
                () -> silent(path, planned.get()));
      }
    }

    /** The registered scope; outer folds may have one of their own for scaling. */
    private Optional<Scope> scope(Step step, String fold) {
      var moved =
          trail
              .users(evidence)
              .map(evidence.modelsByName()::get)
              .flatMap(spec -> spec.validate().stated().stream())
              .flatMap(validate -> validate.outer().stated().stream())
              .flatMap(outer -> outer.scale().stream())
              .map(Validation.Learning::using)
              .findFirst()
              .filter(scope -> step instanceof Step.Scale && fold.startsWith("outer "));
      return moved.or(() -> step.using().stated());
    }

    private void silent(String path, Scope planned) {
      if (planned != Scope.ROW) {
        found.putIfAbsent(path, new Gap(path, "`fitRows` of the step"));
      }
    }

    private void rows(String fold, Step step, Scope planned, List<String> rows, TraceEvent event) {
      var used = new HashSet<>(rows);
      var allowed = allowed(fold, planned);
      if (allowed.isEmpty() || allowed.get().stream().anyMatch(used::equals)) {
        return;
      }
      var inside =
          heldOut.getOrDefault(fold, List.of()).stream()
              .flatMap(Set::stream)
              .filter(used::contains)
              .distinct()
              .sorted()
              .toList();
      boolean leaks = isFold(planned) && !fold.isEmpty() && !inside.isEmpty();
      var message =
          leaks
              ? "step "
                  + step.step()
                  + " learnt from "
                  + Phrasing.list(inside)
                  + ", held out in fold "
                  + fold
              : "step " + step.step() + " learnt from other rows than `" + planned.word() + "`";
      add(path(step), message, planned.word(), TraceValue.texts(rows), event);
    }

    /** The sets of participants that a step may have learnt from; none where nobody can tell. */
    private Optional<List<Set<String>>> allowed(String fold, Scope planned) {
      var analysed = evidence.sample().analysed().map(ids -> (Set<String>) new HashSet<>(ids));
      return switch (planned) {
        case ROW -> Optional.of(List.of(Set.of()));
        case ENROLLED -> evidence.sample().enrolled().map(ids -> List.of(new HashSet<>(ids)));
        case ANALYSIS_SET, OUTER_TRAINING_FOLD ->
            planned == Scope.ANALYSIS_SET || !fold.startsWith("outer ")
                ? analysed.map(this::reached)
                : training(fold, analysed);
        default -> fold.isEmpty() ? analysed.map(this::reached) : training(fold, analysed);
      };
    }

    /** The analysis set, or the rows of a model that rests on others, which is told elsewhere. */
    private List<Set<String>> reached(Set<String> analysed) {
      Stream<Set<String>> designs =
          trail
              .users(evidence)
              .flatMap(name -> evidence.of(TraceEvents.DESIGN, name).stream())
              .filter(design -> Evidence.word(design, "fold").isEmpty())
              .flatMap(design -> design.texts("rows").stream())
              .map(HashSet::new);
      return Stream.concat(Stream.of(analysed), designs).distinct().toList();
    }

    private Optional<List<Set<String>>> training(String fold, Optional<Set<String>> analysed) {
      var held = heldOut.get(fold);
      return held == null
          ? Optional.empty()
          : analysed.map(
              ids ->
                  reached(ids).stream()
                      .flatMap(all -> held.stream().map(gone -> without(all, gone)))
                      .toList());
    }

    private static Set<String> without(Set<String> ids, Set<String> gone) {
      var rest = new HashSet<>(ids);
      rest.removeAll(gone);
      return rest;
    }

    /** A step inside the folds must have been learnt anew in each. */
    private void inEveryFold(Step step) {
      boolean inside = step.using().stated().filter(Judge::isFold).isPresent();
      var path = path(step);
      if (!inside || found.containsKey(path)) {
        return;
      }
      var silent =
          heldOut.keySet().stream()
              .filter(fold -> !fold.startsWith("outer "))
              .filter(
                  fold -> events(fold).noneMatch(e -> trail.planned(e).equals(Optional.of(step))))
              .findFirst();
      silent.ifPresent(fold -> found.put(path, new Gap(path, "the event `step` of fold " + fold)));
    }

    private Stream<TraceEvent> events(String fold) {
      return trail.byFold().getOrDefault(fold, List.of()).stream();
    }

    private static boolean isFold(Scope scope) {
      return scope == Scope.TRAINING_FOLD || scope == Scope.INNER_TRAINING_FOLD;
    }

    private String path(Step step) {
      return evidence.paths().step(trail.preparation().name(), step.step()) + ".using";
    }

    private void add(
        String path, String message, String planned, TraceValue used, TraceEvent event) {
      var known = found.get(path);
      if (known == null || known instanceof Gap) {
        found.put(
            path,
            Deviation.of(Rule.CHANGED_SCOPE, path, DeviationSeverity.S3, message)
                .values(TraceValue.of(planned), used)
                .at(event)
                .note("a participant who is part of the learning is no test of it")
                .help("execute the plan as locked"));
      }
    }
  }
}
