package org.planlock.deviation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.deviation.Parting.Difference;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceFields;

/** One model as two programs fitted it, step by step in the order of an analysis. */
final class AnalysesBeside {
  private static final List<String> MADE = List.of(TraceEvents.DESIGN, TraceEvents.FIT);

  private final ModelSpec spec;
  private final Trace here;
  private final Trace there;
  private final Sameness same;

  AnalysesBeside(ModelSpec spec, Trace here, Trace there, Sameness same) {
    this.spec = spec;
    this.here = here;
    this.there = there;
    this.same = same;
  }

  /** Whether either trace tells of the model. */
  boolean isMade() {
    return Stream.of(here, there)
        .flatMap(trace -> MADE.stream().flatMap(type -> event(trace, type).stream()))
        .findAny()
        .isPresent();
  }

  /** The steps; those of a model without penalty end with the columns and the coefficients. */
  List<Parting> steps() {
    var steps = new ArrayList<Parting>();
    steps.add(rows());
    steps.add(columns());
    steps.add(outcome());
    if (Evidence.isTuned(spec)) {
      steps.add(folds());
      steps.add(lambdas());
      steps.add(errors());
      steps.add(choice());
    }
    steps.add(coefficients());
    predictions().ifPresent(steps::add);
    return steps;
  }

  private Parting rows() {
    return both(TraceEvents.DESIGN)
        .map(
            pair ->
                words("rows", "sample.rules", pair, "rows", "participant ", "analysed", "left out"))
        .orElseGet(() -> Parting.untold("rows", "sample.rules"));
  }

  private Parting columns() {
    var path = path("terms");
    return both(TraceEvents.DESIGN)
        .map(pair -> words("column", path, pair, "columns", "", "a column", "none"))
        .orElseGet(() -> Parting.untold("column", path));
  }

  private static Parting words(
      String step, String path, Pair pair, String field, String kind, String is, String isNot) {
    var ours = pair.here().texts(field);
    var theirs = pair.there().texts(field);
    if (ours.isEmpty() || theirs.isEmpty()) {
      return Parting.untold(step, path);
    }
    var extra = ours.get().stream().filter(one -> !new HashSet<>(theirs.get()).contains(one));
    var missing = theirs.get().stream().filter(one -> !new HashSet<>(ours.get()).contains(one));
    return Parting.words(
        step,
        path,
        Stream.concat(
                extra.map(one -> new Difference(kind + one, is, isNot)),
                missing.map(one -> new Difference(kind + one, isNot, is)))
            .findFirst());
  }

  private Parting outcome() {
    var path = path("outcome");
    var pair = both(TraceEvents.DESIGN);
    var ours = pair.flatMap(p -> p.here().numbers("outcomeValues")).orElse(List.of());
    var theirs = pair.flatMap(p -> p.there().numbers("outcomeValues")).orElse(List.of());
    var ids = pair.flatMap(p -> p.here().texts("rows")).orElse(List.of());
    var other = pair.flatMap(p -> p.there().texts("rows")).orElse(List.of());
    return numbers("outcome", path, ours, inOrder(ids, other, theirs), ids::get);
  }

  private Parting folds() {
    var path = path("validate", "scheme");
    return both(TraceEvents.FOLDS)
        .map(p -> Parting.words("fold vector", path, new FoldsBeside(p.here(), p.there()).first()))
        .orElseGet(() -> Parting.untold("fold vector", path));
  }

  private Parting lambdas() {
    var path = path("penalty", "lambda");
    var pair = both(TraceEvents.GRID);
    var ours = pair.map(p -> GridLine.of(p.here())).orElse(List.of());
    var theirs = pair.map(p -> GridLine.of(p.there())).orElse(List.of());
    var ratios =
        numbers("lambda", path, ratios(ours), ratios(theirs), i -> "l1_ratio number " + (i + 1));
    if (ratios.first().isPresent()) {
      return ratios;
    }
    var found = new ArrayList<Parting>();
    for (var line : ours) {
      var name = "l1_ratio " + TextOf.number(line.l1Ratio());
      var other = theirs.stream().filter(o -> isOfSame(line, o)).findFirst();
      found.add(
          numbers(
              "lambda",
              path,
              LambdaShape.descending(line.lambdas()),
              LambdaShape.descending(other.map(GridLine::lambdas).orElse(List.of())),
              i -> "number " + (i + 1) + " of " + name));
    }
    return gravest(found, Parting.untold("lambda", path));
  }

  private static List<Double> ratios(List<GridLine> lines) {
    return lines.stream().map(GridLine::l1Ratio).distinct().sorted().toList();
  }

  private static boolean isOfSame(GridLine a, GridLine b) {
    return isSame(a.l1Ratio(), b.l1Ratio()) && isSame(a.gamma(), b.gamma());
  }

  private Parting errors() {
    var path = path("validate", "loss");
    var found = new ArrayList<Parting>();
    for (var curve : events(here, TraceEvents.CV)) {
      var other =
          events(there, TraceEvents.CV).stream().filter(o -> isOfSame(curve, o)).findFirst();
      if (other.isEmpty()) {
        return Parting.untold("cv error", path);
      }
      var lambda = curve.numbers("lambda").orElse(List.of());
      found.add(
          numbers(
              "cv error",
              path,
              error(curve),
              error(other.get()),
              i ->
                  i < lambda.size()
                      ? "at lambda " + TextOf.number(lambda.get(i))
                      : "cell " + (i + 1)));
    }
    return gravest(found, Parting.untold("cv error", path));
  }

  private static List<Double> error(TraceFields curve) {
    return curve.numbers("mse").or(() -> curve.numbers("error")).orElse(List.of());
  }

  private boolean isOfSame(TraceFields a, TraceFields b) {
    return isSame(a.number("l1Ratio").orElse(1.0), b.number("l1Ratio").orElse(1.0))
        && isSame(a.number("gamma").orElse(1.0), b.number("gamma").orElse(1.0));
  }

  private Parting choice() {
    var path = path("validate", "select");
    return both(TraceEvents.SELECTION)
        .map(
            p ->
                numbers(
                    "choice",
                    path,
                    cell(p.here()),
                    cell(p.there()),
                    i -> i == 0 ? "l1_ratio" : "lambda"))
        .orElseGet(() -> Parting.untold("choice", path));
  }

  private static List<Double> cell(TraceFields selection) {
    return selection
        .number("lambda")
        .map(lambda -> List.of(selection.number("l1Ratio").orElse(1.0), lambda))
        .orElse(List.of());
  }

  private Parting coefficients() {
    var path = path("penalty");
    var pair = both(TraceEvents.FIT);
    var names = pair.flatMap(p -> p.here().texts("columns")).orElse(List.of());
    var others = pair.flatMap(p -> p.there().texts("columns")).orElse(List.of());
    var ours = pair.flatMap(p -> p.here().numbers("coefficients")).orElse(List.of());
    var theirs = pair.flatMap(p -> p.there().numbers("coefficients")).orElse(List.of());
    var intercept = pair.flatMap(p -> p.here().number("interceptValue"));
    var other = pair.flatMap(p -> p.there().number("interceptValue"));
    if (intercept.isPresent() != other.isPresent()) {
      return Parting.untold("coefficient", path);
    }
    return numbers(
        "coefficient",
        path,
        and(ours, intercept),
        and(inOrder(names, others, theirs), other),
        i -> i < names.size() ? names.get(i) : "intercept");
  }

  /** What held-out participants were predicted, where both programs say it. */
  private Optional<Parting> predictions() {
    return both(TraceEvents.PREDICTIONS)
        .map(
            p -> {
              var ids = p.here().texts("ids").orElse(List.of());
              var other = p.there().texts("ids").orElse(List.of());
              var theirs = p.there().numbers("values").orElse(List.of());
              return numbers(
                  "prediction",
                  path("validate"),
                  p.here().numbers("values").orElse(List.of()),
                  inOrder(ids, other, theirs),
                  i -> "participant " + ids.get(i));
            });
  }

  /** Values in the order of other names; none where their number is not that of their names. */
  private static List<Double> inOrder(List<String> order, List<String> names, List<Double> values) {
    return names.size() == values.size()
        ? order.stream().map(names::indexOf).map(i -> i < 0 ? Double.NaN : values.get(i)).toList()
        : List.of();
  }

  /** One more value, of what has any. */
  private static List<Double> and(List<Double> values, Optional<Double> last) {
    return values.isEmpty() ? values : Stream.concat(values.stream(), last.stream()).toList();
  }

  private Parting numbers(
      String step,
      String path,
      List<Double> ours,
      List<Double> theirs,
      java.util.function.IntFunction<String> name) {
    if (ours.isEmpty() || theirs.isEmpty()) {
      return Parting.untold(step, path);
    }
    var beside = NumbersBeside.of(ours, theirs);
    return new Parting(
        step, path, true, beside.first(same, "number of values", name), beside.largest());
  }

  private static Parting gravest(List<Parting> found, Parting nothing) {
    var parting = found.stream().filter(one -> one.first().isPresent()).findFirst();
    var largest =
        found.stream().max(java.util.Comparator.comparingDouble(Parting::largest)).orElse(nothing);
    return parting.orElse(largest);
  }

  private static boolean isSame(double a, double b) {
    return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
  }

  private String path(String... keys) {
    return PlanPaths.model(spec.name(), keys);
  }

  private record Pair(TraceEvent here, TraceEvent there) {}

  private Optional<Pair> both(String type) {
    return event(here, type).flatMap(a -> event(there, type).map(b -> new Pair(a, b)));
  }

  private Optional<TraceEvent> event(Trace trace, String type) {
    return events(trace, type).stream()
        .filter(event -> Evidence.word(event, "fold").isEmpty() || type.equals(TraceEvents.FOLDS))
        .findFirst();
  }

  private List<TraceEvent> events(Trace trace, String type) {
    return trace.ofType(type, "model", spec.name());
  }
}
