package org.planlock.execution.prepare;

import java.util.Arrays;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.sample.Column;
import org.planlock.plan.prepare.Step;
import org.planlock.plan.prepare.Step.Constant;
import org.planlock.plan.prepare.Step.Scaling;
import org.planlock.plan.value.Scope;
import org.planlock.stats.Moments;

/** Centres columns and divides them by their standard deviation in the step's rows. */
final class ScaleStep {
  private final StepRun run;
  private final Step.Scale step;
  private final Scope using;
  private final StepEvent event;

  ScaleStep(StepRun run, Step.Scale step, Scope using) {
    this.run = run;
    this.step = step;
    this.using = using;
    this.event = new StepEvent(step.step(), "scale", using);
  }

  void carryOut() {
    var to = step.to().stated();
    if (to.isEmpty()) {
      run.report(Rule.OPEN_CHOICE, "step " + step.step() + " does not say `to` what it scales");
      return;
    }
    var columns = run.names().terms().of(step.scale());
    columns.forEach(name -> run.numeric(name).ifPresent(state -> one(name, state, to.get())));
    event.detail("to", to.get().spelling()).record(run, columns);
  }

  private void one(String name, ColumnState state, Scaling to) {
    var numbers = new Numbers(state.current());
    var present = numbers.present(run.rows(using));
    if (to == Scaling.NONE) {
      run.put(name, state.scaled(state.current()));
    } else if (present.length == 0) {
      run.report(Rule.NOT_ESTIMABLE, "`" + name + "` has no value in " + using.word());
    } else if (to != Scaling.CENTRE && Moments.constant(present)) {
      constant(name, state, present[0]);
    } else {
      double mean = Moments.mean(present);
      double sd = sd(to, present);
      event.learnt(name, "mean", mean, "sd", sd);
      var scaled = Arrays.stream(numbers.all()).map(x -> (x - mean) / sd).toArray();
      run.put(name, state.scaled(Column.of(name, scaled)));
    }
  }

  private static double sd(Scaling to, double... present) {
    return switch (to) {
      case Z_SAMPLE -> Moments.sampleSd(present);
      case Z_POPULATION -> Moments.populationSd(present);
      default -> 1;
    };
  }

  private void constant(String name, ColumnState state, double value) {
    event.learnt(name, "mean", value, "sd", 0);
    var treatment = step.constant().stated();
    if (treatment.isPresent() && treatment.get() == Constant.ZERO) {
      var zeros = Arrays.stream(new Numbers(state.current()).all()).map(ScaleStep::zero).toArray();
      run.put(name, state.scaled(Column.of(name, zeros)));
    } else if (treatment.isPresent() && treatment.get() == Constant.KEPT) {
      run.put(name, state.scaled(state.current()));
    } else {
      var message = "`" + name + "` has the same value in every row of " + using.word();
      run.report(
          treatment.isPresent()
              ? Diagnostic.at(run.place(), Rule.CONSTANT_ABORTS, message)
                  .note("the plan says `constant abort`")
              : Diagnostic.at(run.place(), Rule.OPEN_CHOICE, message)
                  .note("a constant column has no standard deviation to be divided by")
                  .help("choose `constant`: `zero`, `kept` or `abort`"));
    }
  }

  private static double zero(double value) {
    return Double.isNaN(value) ? value : 0;
  }
}
