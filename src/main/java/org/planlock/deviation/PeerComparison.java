package org.planlock.deviation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceFields;
import org.planlock.trace.TraceValue;

/**
 * Holds the record of one model against the record that another program made of it, step by step:
 * rows, columns, outcome, folds, lambdas, errors of cross-validation, selection, coefficients, and
 * predictions. The first step that differs is the cause of all that follow, so one is named.
 */
final class PeerComparison {
  private final Trace trace;
  private final Trace peer;
  private final String model;
  private final Closeness closeness;

  PeerComparison(Trace trace, Trace peer, String model, Closeness closeness) {
    this.trace = trace;
    this.peer = peer;
    this.model = model;
    this.closeness = closeness;
  }

  /** Where the records part first, as far as both tell. */
  Optional<PeerDifference> first() {
    return Stream.<Optional<PeerDifference>>of(
            words(TraceEvents.DESIGN, "rows", "rows of the design", "row "),
            columns(),
            numbers(TraceEvents.DESIGN, "outcomeValues", "outcome", named("rows")),
            folds(),
            l1Ratios(),
            grid(),
            errors(),
            single(TraceEvents.SELECTION, "l1Ratio", "selected l1_ratio"),
            single(TraceEvents.SELECTION, "lambda", "selected lambda"),
            single(TraceEvents.FIT, "interceptValue", "intercept"),
            coefficients(),
            predictions())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** How many of the steps both records tell of: of no common step nothing is confirmed. */
  boolean hasCommonSteps() {
    return Stream.of(TraceEvents.CV, TraceEvents.FIT)
        .anyMatch(type -> here(type).isPresent() && there(type).isPresent());
  }

  private Optional<TraceEvent> here(String type) {
    return trace.ofType(type, "model", model).stream().findFirst();
  }

  private Optional<TraceEvent> there(String type) {
    return peer.ofType(type, "model", model).stream().findFirst();
  }

  private Optional<PeerDifference> both(
      String type, BiFunction<TraceEvent, TraceEvent, Optional<PeerDifference>> compare) {
    return here(type).flatMap(one -> there(type).flatMap(other -> compare.apply(one, other)));
  }

  private Optional<PeerDifference> words(String type, String field, String step, String place) {
    return both(
        type,
        (one, other) -> {
          var ours = texts(one, field);
          var theirs = texts(other, field);
          return ours.isEmpty() || theirs.isEmpty()
              ? Optional.empty()
              : firstOther(ours, theirs)
                  .map(
                      at ->
                          new PeerDifference(
                              step, place + (at + 1), at(ours, at), at(theirs, at), one));
        });
  }

  /** The order of columns is the program's own; which they are is not. */
  private Optional<PeerDifference> columns() {
    return both(
        TraceEvents.DESIGN,
        (one, other) -> {
          var ours = texts(one, "columns").stream().sorted().toList();
          var theirs = texts(other, "columns").stream().sorted().toList();
          return ours.isEmpty() || theirs.isEmpty()
              ? Optional.empty()
              : firstOther(ours, theirs)
                  .map(
                      at ->
                          new PeerDifference(
                              "columns of the design", "", at(ours, at), at(theirs, at), one));
        });
  }

  private Optional<PeerDifference> folds() {
    return both(
        TraceEvents.FOLDS,
        (one, other) -> {
          var mine = FoldVector.of(one);
          var theirs = FoldVector.of(other);
          return texts(one, "ids").stream()
              .filter(id -> !mine.companions(id).equals(theirs.companions(id)))
              .findFirst()
              .map(
                  id ->
                      new PeerDifference(
                          "fold vector",
                          "left out together with `" + id + "`",
                          companions(mine, id),
                          companions(theirs, id),
                          one));
        });
  }

  private static TraceValue companions(FoldVector folds, String id) {
    var others = folds.companions(id).stream().filter(each -> !each.equals(id)).toList();
    return others.isEmpty() ? TraceValue.of("nobody") : TraceValue.texts(others);
  }

  private Optional<PeerDifference> l1Ratios() {
    return numbers(TraceEvents.GRID, "l1Ratios", "l1_ratio", at -> "value " + (at + 1));
  }

  private Optional<PeerDifference> grid() {
    return both(
        TraceEvents.GRID,
        (one, other) ->
            eachLine(lines(one, "lambdas"), lines(other, "lambdas"), "lambda", "lambda ", one));
  }

  private Optional<PeerDifference> errors() {
    var ours = trace.ofType(TraceEvents.CV, "model", model);
    var theirs = peer.ofType(TraceEvents.CV, "model", model);
    return ours.stream()
        .flatMap(
            one ->
                theirs.stream()
                    .filter(other -> sameRatio(one, other))
                    .findFirst()
                    .flatMap(
                        other ->
                            eachLine(
                                List.of(list(one, "mse")),
                                List.of(list(other, "mse")),
                                "error of cross-validation at l1_ratio "
                                    + ValueText.of(
                                        one.value("l1Ratio").orElseGet(TraceValue::missing)),
                                "lambda ",
                                one))
                    .stream())
        .findFirst();
  }

  private static boolean sameRatio(TraceFields one, TraceFields other) {
    return Objects.equals(one.number("l1Ratio"), other.number("l1Ratio"));
  }

  private Optional<PeerDifference> coefficients() {
    return both(
        TraceEvents.FIT,
        (one, other) -> {
          var names = texts(one, "columns");
          var order = texts(other, "columns");
          var mine = list(one, "coefficients");
          var all = list(other, "coefficients");
          if (names.size() != mine.size()
              || order.size() != all.size()
              || !order.containsAll(names)) {
            return Optional.empty();
          }
          var theirs = names.stream().map(name -> all.get(order.indexOf(name))).toList();
          return firstFar(mine, theirs)
              .map(
                  at ->
                      new PeerDifference(
                          "coefficient",
                          "`" + names.get(at) + "`",
                          TraceValue.of(mine.get(at)),
                          TraceValue.of(theirs.get(at)),
                          one));
        });
  }

  private Optional<PeerDifference> predictions() {
    return numbers(
        TraceEvents.SELECTION, "predictions", "left-out prediction", at -> "row " + (at + 1));
  }

  private Optional<PeerDifference> single(String type, String field, String step) {
    return both(
        type,
        (one, other) -> {
          var mine = one.number(field);
          var theirs = other.number(field);
          return mine.isPresent()
                  && theirs.isPresent()
                  && !closeness.holds(mine.get(), theirs.get(), Math.abs(mine.get()))
              ? Optional.of(
                  new PeerDifference(
                      step, "", TraceValue.of(mine.get()), TraceValue.of(theirs.get()), one))
              : Optional.empty();
        });
  }

  private Optional<PeerDifference> numbers(
      String type, String field, String step, IntFunction<String> place) {
    return both(
        type,
        (one, other) -> {
          var mine = list(one, field);
          var theirs = list(other, field);
          return mine.isEmpty() || theirs.isEmpty()
              ? Optional.empty()
              : firstFar(mine, theirs)
                  .map(
                      at ->
                          new PeerDifference(
                              step, place.apply(at), number(mine, at), number(theirs, at), one));
        });
  }

  private IntFunction<String> named(String field) {
    var names = here(TraceEvents.DESIGN).map(event -> texts(event, field)).orElse(List.of());
    return at -> at < names.size() ? names.get(at) : "row " + (at + 1);
  }

  private Optional<PeerDifference> eachLine(
      List<List<Double>> ours,
      List<List<Double>> theirs,
      String step,
      String place,
      TraceEvent event) {
    int lines = Math.min(ours.size(), theirs.size());
    for (int k = 0; k < lines; k++) {
      var mine = ours.get(k);
      var others = theirs.get(k);
      var far =
          mine.isEmpty() || others.isEmpty() ? Optional.<Integer>empty() : firstFar(mine, others);
      if (far.isPresent()) {
        return Optional.of(
            new PeerDifference(
                step,
                place + (far.get() + 1) + " of " + mine.size(),
                number(mine, far.get()),
                number(others, far.get()),
                event));
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> firstFar(List<Double> ours, List<Double> theirs) {
    double size = ours.stream().mapToDouble(Math::abs).filter(Double::isFinite).max().orElse(0);
    int common = Math.min(ours.size(), theirs.size());
    var far =
        IntStream.range(0, common)
            .filter(k -> !closeness.holds(ours.get(k), theirs.get(k), size))
            .boxed()
            .findFirst();
    return far.isEmpty() && ours.size() != theirs.size() ? Optional.of(common) : far;
  }

  private static Optional<Integer> firstOther(List<String> ours, List<String> theirs) {
    int common = Math.min(ours.size(), theirs.size());
    var other =
        IntStream.range(0, common)
            .filter(k -> !ours.get(k).equals(theirs.get(k)))
            .boxed()
            .findFirst();
    return other.isEmpty() && ours.size() != theirs.size() ? Optional.of(common) : other;
  }

  private static TraceValue at(List<String> texts, int k) {
    return k < texts.size() ? TraceValue.of(texts.get(k)) : TraceValue.missing();
  }

  private static TraceValue number(List<Double> numbers, int k) {
    return k < numbers.size() ? TraceValue.of(numbers.get(k)) : TraceValue.missing();
  }

  private static List<String> texts(TraceFields fields, String name) {
    return fields.value(name).stream()
        .filter(TraceValue.Items.class::isInstance)
        .flatMap(value -> ((TraceValue.Items) value).items().stream())
        .map(ValueText::of)
        .toList();
  }

  private static List<Double> list(TraceFields fields, String name) {
    return fields.value(name).map(PeerComparison::numbersIn).orElse(List.of());
  }

  private static List<List<Double>> lines(TraceFields fields, String name) {
    return fields.value(name).stream()
        .filter(TraceValue.Items.class::isInstance)
        .flatMap(value -> ((TraceValue.Items) value).items().stream())
        .map(PeerComparison::numbersIn)
        .toList();
  }

  private static List<Double> numbersIn(TraceValue value) {
    return value instanceof TraceValue.Items items
        ? items.items().stream()
            .map(item -> item instanceof TraceValue.Number number ? number.value() : Double.NaN)
            .toList()
        : List.of();
  }
}
