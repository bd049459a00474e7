package org.planlock.deviation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.planlock.lock.TreeDifference;
import org.planlock.plan.PlanBinder;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceFields;
import org.planlock.trace.TraceValue;

/**
 * The values that the analysis says it used, as far as they are not the locked plan's: settings,
 * overrides and choices.
 *
 * <p>A value is put into the locked plan and the plan is bound again, so that two spellings of one
 * value are no difference.
 */
final class UsedValues {
  private static final Pattern MODEL =
      Pattern.compile("models(?:\\.[A-Za-z0-9_-]+|\\[(?:[^\\]\\\\]|\\\\.)*\\])");

  private static final String PREPARE = "prepare";

  private final PlanNode.Mapping canonical;
  private final Map<String, PlanNode> registered;
  private final Map<String, UsedValue> used = new LinkedHashMap<>();
  private final Set<String> told = new HashSet<>();

  UsedValues(PlanNode.Mapping canonical, Trace trace) {
    this.canonical = canonical;
    this.registered = TreePaths.entries(canonical);
    var settings = trace.ofType(TraceEvents.SETTING);
    var steps = new RenamedSteps(canonical, settings);
    settings.forEach(event -> add(steps.path(event), event, event));
    for (var key : List.of("choices", "overrides")) {
      trace
          .first(TraceEvents.START)
          .ifPresent(
              start ->
                  start
                      .objects(key)
                      .orElse(List.of())
                      .forEach(fields -> add(fields.text("path").orElse(""), fields, start)));
    }
  }

  /** All of them, one a place. */
  List<UsedValue> all() {
    return List.copyOf(used.values());
  }

  /** What was chosen where the plan is open. */
  List<UsedValue> completions() {
    return used.values().stream().filter(UsedValue::completes).toList();
  }

  /** What is not what the plan says. */
  List<UsedValue> changes() {
    return used.values().stream().filter(value -> !value.completes()).toList();
  }

  /** Whether the analysis says what it used at a place, or at one that models share. */
  boolean tells(String path) {
    var shared = path.substring(model(path).length()).replaceFirst("^\\.", "");
    return told.stream()
        .filter(place -> !place.isEmpty())
        .anyMatch(place -> PlanPaths.within(path, place) || PlanPaths.within(shared, place));
  }

  private void add(String path, TraceFields fields, TraceEvent event) {
    var value = fields.value("value").orElseGet(TraceValue::missing);
    told.add(path);
    if (path.isEmpty() || isPlanned(path, value)) {
      return;
    }
    for (var found : compare(path, value, event)) {
      if (used.values().stream().noneMatch(known -> covers(known, found))) {
        used.put(found.path(), found);
      }
    }
  }

  private static boolean covers(UsedValue known, UsedValue found) {
    return known.path().equals(found.path())
        || (!found.differences().isEmpty() && known.differences().containsAll(found.differences()));
  }

  private boolean isPlanned(String path, TraceValue value) {
    var planned =
        Optional.ofNullable(registered.get(path)).or(() -> TreePaths.get(canonical, path).value());
    var node = NodeValues.node(value);
    return planned.isEmpty()
        ? node.isEmpty()
        : node.filter(planned.get()::sameAs).isPresent()
            || NodeValues.of(planned.get()).equals(value);
  }

  private List<UsedValue> compare(String path, TraceValue value, TraceEvent event) {
    var node = NodeValues.node(value);
    var bound =
        node.flatMap(written -> TreePaths.set(canonical, path, written).value())
            .flatMap(tree -> PlanBinder.bind(tree).value());
    if (bound.isEmpty()) {
      boolean completes = TreePaths.get(canonical, path).value().isEmpty() && isOpen(path);
      return List.of(new UsedValue(path, List.of(), value, event, completes));
    }
    var byModel = new LinkedHashMap<String, List<TreeDifference>>();
    for (var difference : TreeDifference.between(canonical, bound.get().canonical())) {
      byModel.computeIfAbsent(model(difference.path()), key -> new ArrayList<>()).add(difference);
    }
    return byModel.values().stream()
        .map(
            all ->
                new UsedValue(
                    place(path, all), all, value, event, all.stream().allMatch(this::isOpen)))
        .toList();
  }

  /** Another first column calls a step otherwise: then all of it differs, for one value of it. */
  private static String place(String path, List<TreeDifference> all) {
    var common = common(causes(all));
    return path.startsWith(PREPARE) && PlanPaths.within(path, common) ? path : common;
  }

  /** When glmnet's passes end is said only where they are made: that comes and goes with solve. */
  private static List<TreeDifference> causes(List<TreeDifference> differences) {
    var causes =
        differences.stream()
            .filter(
                one ->
                    differences.stream()
                        .noneMatch(
                            other ->
                                other.path().endsWith(".solve")
                                    && PlanPaths.within(
                                        one.path(), other.path().replaceAll("solve$", "passes"))))
            .toList();
    return causes.isEmpty() ? differences : causes;
  }

  private static String model(String path) {
    var match = MODEL.matcher(path);
    return match.lookingAt() ? match.group() : "";
  }

  /** The part around all differences. */
  private static String common(List<TreeDifference> differences) {
    var path = differences.get(0).path();
    for (var each : differences) {
      while (!path.isEmpty() && !PlanPaths.within(each.path(), path)) {
        int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        path = end < 0 ? "" : path.substring(0, end);
      }
    }
    return path.isEmpty() ? differences.get(0).path() : path;
  }

  /** Whether the plan is silent where it could also say that nothing applies. */
  private boolean isOpen(TreeDifference difference) {
    return difference.planned().isEmpty() && isOpen(difference.path());
  }

  private boolean isOpen(String path) {
    var place = Span.none(path);
    var key = new PlanNode.Scalar("not_applicable", place);
    var probe =
        new PlanNode.Mapping(
            List.of(new PlanNode.Entry(key, new PlanNode.Scalar("open", place))), place);
    var around = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    var bound = TreePaths.set(canonical, path, probe).value().map(PlanBinder::bind);
    return bound.filter(checked -> checked.isSound()).isPresent()
        || (bound.isEmpty()
            && !around.isEmpty()
            && Optional.of(around).filter(this::isOpen).isPresent());
  }
}
