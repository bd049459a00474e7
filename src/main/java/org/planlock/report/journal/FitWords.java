package org.planlock.report.journal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.planlock.deviation.ValueText;
import org.planlock.report.Figures;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** How one model was fitted, as far as the record tells. */
record FitWords(Trace trace, String name) {
  /** What it explains by how much. */
  String model() {
    var design = first(TraceEvents.DESIGN).or(() -> first(TraceEvents.FIT));
    var terms = design.flatMap(event -> event.texts("columns")).map(List::size);
    var rows = design.flatMap(event -> event.texts("rows")).map(List::size);
    var outcome = design.flatMap(event -> event.text("outcome"));
    var formula = design.flatMap(event -> event.text("outcomeFormula"));
    return "The model "
        + name
        + outcome.map(o -> " explained " + o).orElse(" explained an outcome that is not recorded")
        + formula.map(f -> " (" + f + ")").orElse("")
        + terms.map(n -> " by " + Figures.count(n, "term")).orElse("")
        + rows.map(n -> " in " + Figures.count(n, "participant")).orElse("")
        + strengths()
        + ".";
  }

  /** Everything that models may share, beginning with a space. */
  String way() {
    var parts = new ArrayList<String>();
    parts.add(family());
    parts.addAll(grid());
    parts.addAll(folds("validate"));
    selection().ifPresent(parts::add);
    parts.addAll(folds("outer"));
    return String.join(", ", parts);
  }

  private String family() {
    var fit = first(TraceEvents.FIT);
    var family =
        fit.flatMap(event -> event.text("family"))
            .map(word -> " by " + (word.equals("elastic_net") ? "an elastic net" : words(word)))
            .orElse(" by a method that is not recorded");
    var details = new ArrayList<String>();
    fit.flatMap(event -> event.text("distribution")).ifPresent(details::add);
    fit.flatMap(event -> event.text("objective")).ifPresent(o -> details.add("objective of " + o));
    fit.flatMap(event -> event.text("solve")).ifPresent(s -> details.add("solved by " + s));
    number(fit, "tolerance", "tolerance ", details);
    number(fit, "threshold", "threshold ", details);
    fit.flatMap(event -> event.truth("standardize"))
        .ifPresent(
            yes -> details.add(yes ? "columns standardised again" : "not standardised again"));
    fit.flatMap(event -> event.value("penaltyFactors"))
        .filter(value -> !(value instanceof TraceValue.Missing))
        .ifPresent(value -> details.add("penalty factors " + ValueText.of(value)));
    fit.flatMap(event -> event.truth("converged"))
        .filter(yes -> !yes)
        .ifPresent(no -> details.add("not converged"));
    return family + (details.isEmpty() ? "" : " (" + String.join(", ", details) + ")");
  }

  private static void number(
      Optional<TraceEvent> fit, String field, String words, List<String> details) {
    fit.flatMap(event -> event.number(field))
        .ifPresent(value -> details.add(words + Figures.exact(value)));
  }

  private List<String> grid() {
    var grid = first(TraceEvents.GRID);
    var ratios = grid.flatMap(event -> event.numbers("l1Ratios"));
    if (ratios.isEmpty()) {
      return List.of();
    }
    var distinct = new LinkedHashSet<>(ratios.get());
    var counts =
        grid.flatMap(event -> event.items("lambdas")).orElse(List.of()).stream()
            .map(FitWords::length)
            .distinct()
            .map(String::valueOf)
            .toList();
    return List.of(
        "over "
            + Figures.count(distinct.size(), "l1 ratio")
            + " ("
            + String.join(", ", distinct.stream().map(Figures::exact).toList())
            + ") and "
            + Figures.list(counts)
            + " values of lambda for each");
  }

  private static int length(TraceValue value) {
    return value instanceof TraceValue.Items items ? items.items().size() : 0;
  }

  /** Where the penalty strengths lie, which is different in each model. */
  private String strengths() {
    var all =
        first(TraceEvents.GRID).flatMap(event -> event.items("lambdas")).orElse(List.of()).stream()
            .filter(TraceValue.Items.class::isInstance)
            .flatMap(line -> ((TraceValue.Items) line).items().stream())
            .filter(TraceValue.Number.class::isInstance)
            .mapToDouble(value -> ((TraceValue.Number) value).value())
            .summaryStatistics();
    return all.getCount() == 0
        ? ""
        : ", with lambda from "
            + Figures.rounded(all.getMin())
            + " to "
            + Figures.rounded(all.getMax());
  }

  private List<String> folds(String loop) {
    var folds =
        trace.ofType(TraceEvents.FOLDS, "model", name).stream()
            .filter(event -> event.text("loop").orElse("validate").equals(loop))
            .findFirst();
    if (folds.isEmpty()) {
      return List.of();
    }
    long count = folds.get().items("fold").orElse(List.of()).stream().distinct().count();
    var repeats = folds.get().number("repeats").filter(n -> n != 1);
    return List.of(
        (loop.equals("outer") ? "assessed" : "validated")
            + " in "
            + Figures.count(count, loop.equals("outer") ? "outer fold" : "fold")
            + folds.get().text("scheme").map(word -> " (" + words(word) + ")").orElse("")
            + folds.get().text("by").map(word -> " by " + words(word)).orElse("")
            + repeats.map(n -> ", " + Figures.exact(n) + " times").orElse(""));
  }

  private Optional<String> selection() {
    return first(TraceEvents.SELECTION)
        .map(
            event ->
                "the penalty selected at the "
                    + event.text("rule").map(FitWords::words).orElse("cell that is recorded")
                    + " of the cross-validated error"
                    + event.text("loss").map(word -> " (" + words(word) + ")").orElse("")
                    + event.text("turns").map(word -> " " + words(word)).orElse(""));
  }

  private Optional<TraceEvent> first(String type) {
    return trace.ofType(type, "model", name).stream().findFirst();
  }

  private static String words(String word) {
    return word.replace('_', ' ');
  }
}
