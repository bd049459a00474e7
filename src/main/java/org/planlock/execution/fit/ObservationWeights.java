package org.planlock.execution.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.RowWeights;
import org.planlock.source.Span;
import org.planlock.stats.DoubleVector;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceValue;

/**
 * What each analysed participant counts in fits and in the loss; scores, which are defined by sums
 * over rows, do not use it.
 *
 * @param registered how the plan words it
 * @param values one positive number a participant, in the order of the analysis set
 */
record ObservationWeights(RowWeights registered, DoubleVector values) {
  /** Sums of larger numbers and their squares overflow. */
  private static final double LARGEST = 1e150;

  /** The registered weights of a model; all the same where the plan registers none. */
  static Checked<ObservationWeights> of(ModelSpec modelSpec, FitContext context) {
    var registered =
        modelSpec
            .penalty()
            .stated()
            .flatMap(penalty -> penalty.distribution().stated())
            .flatMap(distribution -> distribution.weights().stated())
            .orElse(new RowWeights(Optional.empty()));
    return registered
        .column()
        .map(column -> numbers(column, modelSpec.name(), context))
        .orElseGet(() -> Checked.of(Collections.nCopies(context.analysisSet().size(), 1.0)))
        .map(values -> new ObservationWeights(registered, DoubleVector.of(values)));
  }

  /** The event with the weights that were used. */
  TraceEvent describe(TraceEvent event) {
    var described = event.with("weights", registered.text());
    return registered.column().isEmpty()
        ? described
        : described.with("weightValues", TraceValue.numbers(values.toList()));
  }

  private static Checked<List<Double>> numbers(
      String column, String modelName, FitContext context) {
    var path = UsedNames.model(modelName, "penalty", "distribution", "weights");
    var numbers = context.rows().numbers(column, true);
    if (!numbers.isSound()) {
      var texts = context.rows().texts(column);
      return Checked.failed(
          (texts.isSound() ? numbers : texts)
              .diagnostics().stream().map(found -> placed(found, path)).toList());
    }
    var unusable = new ArrayList<String>();
    for (int i = 0; i < context.analysisSet().size(); i++) {
      double weight = numbers.orThrow().get(i);
      if (!(weight > 0 && weight <= LARGEST)) {
        unusable.add(context.analysisSet().get(i));
      }
    }
    return unusable.isEmpty()
        ? numbers
        : Checked.failed(Refusals.unusableWeights(path, column, unusable));
  }

  private static Diagnostic placed(Diagnostic found, String path) {
    var here = Diagnostic.at(Span.none(path), found.rule(), found.message());
    for (var note : found.notes()) {
      here = here.note(note);
    }
    for (var help : found.helps()) {
      here = here.help(help);
    }
    return here;
  }
}
