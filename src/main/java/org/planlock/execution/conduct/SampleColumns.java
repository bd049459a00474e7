package org.planlock.execution.conduct;

import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.Places;
import org.planlock.execution.RawColumns;
import org.planlock.execution.prepare.PreparationEngine;
import org.planlock.execution.sample.Frame;
import org.planlock.execution.sample.RawValues;
import org.planlock.execution.sample.SampleResult;
import org.planlock.execution.sample.Values;
import org.planlock.plan.Plan;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Product;
import org.planlock.source.Span;

/** Columns of the analysed participants, as read or as the steps before scaling leave them. */
final class SampleColumns implements RawColumns {
  private final Plan plan;
  private final Frame frame;
  private final SampleResult sample;
  private final PreparationEngine engine;
  private final RawValues raw;
  private final Span place;

  SampleColumns(
      Plan plan, Places places, Frame frame, SampleResult sample, PreparationEngine engine) {
    this.plan = plan;
    this.frame = frame;
    this.sample = sample;
    this.engine = engine;
    this.raw = new RawValues(plan, places, frame);
    this.place = places.of("exploratory");
  }

  @Override
  public Checked<List<Optional<String>>> texts(String column) {
    return frame
        .texts(column, place)
        .then(
            found ->
                found.always().orElse(Values.of()) instanceof Values.Texts texts
                    ? Checked.of(rows(texts.texts()))
                    : unusable(column, "has a value for each session"));
  }

  @Override
  public Checked<List<Double>> numbers(String name, boolean beforeResidualise) {
    if (!beforeResidualise && plan.prepare().stated().isPresent()) {
      return engine.values(preparation(), name, Product.State.UNSCALED);
    }
    var numbers = raw.column(name).flatMap(column -> column.numbers());
    return numbers.isPresent()
        ? Checked.of(
            sample.analysed().stream()
                .map(id -> numbers.get()[frame.row(id).orElseThrow()])
                .toList())
        : unusable(name, "is no column of numbers");
  }

  private Optional<String> preparation() {
    return plan.prepare().stated().stream()
        .flatMap(List::stream)
        .map(Preparation::name)
        .findFirst();
  }

  private <T> List<T> rows(List<T> everybody) {
    return sample.analysed().stream()
        .map(id -> everybody.get(frame.row(id).orElseThrow()))
        .toList();
  }

  private <T> Checked<T> unusable(String name, String why) {
    return Checked.failed(Diagnostic.at(place, Rule.NOT_A_NUMBER_COLUMN, "`" + name + "` " + why));
  }
}
