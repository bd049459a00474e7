package org.planlock.execution.prepare;

import java.util.TreeSet;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.sample.Column;
import org.planlock.execution.sample.Values;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;

/** Turns an outcome of two levels into 1 for the registered level and 0 for the other. */
final class OutcomeClasses {
  private final StepRun run;
  private final ModelSpec modelSpec;

  OutcomeClasses(StepRun run, ModelSpec modelSpec) {
    this.run = run;
    this.modelSpec = modelSpec;
  }

  /** Whether the model says that its outcome is one of two classes. */
  static boolean isAsked(ModelSpec modelSpec) {
    return modelSpec
        .penalty()
        .stated()
        .filter(p -> p.family() == Penalty.Family.ELASTIC_NET)
        .filter(p -> p.outcome() == Penalty.Outcome.BINOMIAL)
        .isPresent();
  }

  /** The column in classes; numbers stay as they are unless one of them is said to be class 1. */
  Column of(Column column, int[] rows) {
    var one =
        modelSpec
            .penalty()
            .stated()
            .flatMap(p -> p.distribution().stated())
            .flatMap(d -> d.classOne().stated());
    var values = column.always().orElse(null);
    if (values instanceof Values.Texts texts) {
      return ofTexts(column, texts, one.orElse(""), rows);
    }
    if (one.isEmpty() || !(values instanceof Values.Numbers numbers)) {
      return column;
    }
    var wanted = one.get();
    var classes = new double[numbers.size()];
    boolean found = false;
    for (int row = 0; row < classes.length; row++) {
      double value = numbers.numbers().at(row);
      boolean same = wanted.equals(value == 1 ? "1" : value == 0 ? "0" : value + "");
      found |= same;
      classes[row] = value == 0 || value == 1 ? (same ? 1 : 0) : value;
    }
    if (!found) {
      unknown(column, wanted, "its values are 0 and 1");
    }
    return Column.of(column.name(), classes);
  }

  private Column ofTexts(Column column, Values.Texts texts, String one, int[] rows) {
    var levels = new TreeSet<String>();
    for (int row : rows) {
      texts.texts().get(row).ifPresent(levels::add);
    }
    if (one.isEmpty()) {
      run.report(
          Diagnostic.at(
                  run.place(),
                  Rule.OPEN_CHOICE,
                  "`" + column.name() + "` has levels, and none is said to be class 1")
              .help("write `class_one` and a level behind `family binomial`"));
    } else if (!levels.contains(one)) {
      unknown(column, one, "its levels are `" + String.join("`, `", levels) + "`");
    } else if (levels.size() > 2) {
      run.report(
          Rule.CODING_UNCLEAR,
          "`"
              + column.name()
              + "` has "
              + levels.size()
              + " levels, a binomial outcome has two: `"
              + String.join("`, `", levels)
              + "`");
    }
    var classes = new double[texts.size()];
    for (int row = 0; row < classes.length; row++) {
      var level = texts.texts().get(row);
      classes[row] = level.map(text -> text.equals(one) ? 1.0 : 0.0).orElse(Double.NaN);
    }
    return Column.of(column.name(), classes);
  }

  private void unknown(Column column, String one, String why) {
    run.report(
        Diagnostic.at(
                run.place(),
                Rule.CODING_UNCLEAR,
                "`class_one` of `" + modelSpec.name() + "` is `" + one + "`, which nobody has")
            .note("of `" + column.name() + "`, " + why)
            .help("write a level that stands in the table"));
  }
}
