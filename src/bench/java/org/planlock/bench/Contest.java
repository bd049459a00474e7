package org.planlock.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.stats.elasticnet.Solve;

/** All programs on one made table, in turn: round by round, so that none has the better hour. */
final class Contest {
  /** R's iterates are ours, so only rounding may differ. */
  private static final double SAME_ITERATES = 1e-9;

  /** R at 1e-14 is near the optimum, not at it: measured up to 3e-4 on such data. */
  private static final double NEAR_OPTIMUM = 1e-3;

  /** Numbers in a table up to which a call takes less than a tenth of a second. */
  private static final int SMALL = 2_000;

  private final Setup setup;
  private final MadeData data;
  private final List<Double> l1Ratios;
  private final WarmSolver solver;
  private final Path table;
  private final Path errors;
  private final Timings timings = new Timings();
  private final List<Agreement> agreements = new ArrayList<>();

  Contest(Setup setup, MadeData data, List<Double> l1Ratios) throws IOException {
    this.setup = setup;
    this.data = data;
    this.l1Ratios = l1Ratios;
    solver = WarmSolver.on(data);
    table = setup.path("--folder").resolve(data.shape().replace(" ", "") + ".csv");
    errors = setup.path("--folder").resolve("errors.csv");
    data.write(table);
  }

  Timings timings() {
    return timings;
  }

  List<Agreement> agreements() {
    return agreements;
  }

  /** Lets the compilers see the work before it is timed. */
  void warmUp(int rounds) {
    for (int round = 0; round < rounds; round++) {
      for (var solve : Solve.values()) {
        solver.time(solve, 2, l1Ratios);
      }
    }
  }

  /** One round at R's default threshold. */
  void round(boolean isFirst) throws IOException, InterruptedException {
    var theirs = r("r", l1Ratios, "1e-7", 1);
    var glmnet = ours("glmnet", Solve.GLMNET, l1Ratios);
    r("r2", l1Ratios, "1e-7", 2);
    ours("exact", Solve.EXACT, l1Ratios);
    if (isFirst && theirs.isPresent()) {
      var what = data.shape() + ": `glmnet` mode, R at its default threshold";
      agreements.add(Agreement.of(what, theirs.get(), glmnet, SAME_ITERATES));
    }
  }

  /** One round at equal accuracy, for some l1Ratios. */
  void tightRound(boolean isFirst, List<Double> some) throws IOException, InterruptedException {
    var theirs = r("tight", some, "1e-14", 1);
    var exact = ours("exactSome", Solve.EXACT, some);
    if (isFirst && theirs.isPresent()) {
      var what = data.shape() + ": `exact` mode, R at threshold 1e-14";
      agreements.add(Agreement.of(what, theirs.get(), exact, NEAR_OPTIMUM));
    }
  }

  /** One round of scikit-learn, which has no path at l1Ratio 0, and ours without that one. */
  void pythonRound() throws IOException, InterruptedException {
    var python = setup.python();
    if (python.isPresent()) {
      var printed = python.get().with(List.of(table.toString()));
      timings.add("python", printed.number("elapsed"));
      var positive = l1Ratios.stream().filter(l1Ratio -> l1Ratio > 0).toList();
      ours("glmnetPositive", Solve.GLMNET, positive);
      ours("exactPositive", Solve.EXACT, positive);
    }
  }

  /**
   * Another program has just had the processor, so at the smallest size each call is made twice and
   * the second one counts.
   */
  private List<double[]> ours(String name, Solve solve, List<Double> which) {
    timings.add(name + "1", warm(solve, 1, which).seconds());
    var timed = warm(solve, 2, which);
    timings.add(name + "2", timed.seconds());
    return timed.errors();
  }

  private WarmSolver.Timed warm(Solve solve, int threads, List<Double> which) {
    if (data.rows() * data.columns().length <= SMALL) {
      solver.time(solve, threads, which);
    }
    return solver.time(solve, threads, which);
  }

  private Optional<List<double[]>> r(String name, List<Double> which, String thresh, int cores)
      throws IOException, InterruptedException {
    var r = setup.r();
    if (r.isEmpty()) {
      return Optional.empty();
    }
    var words =
        List.of(
            "data=" + table,
            "alphas=" + Setup.list(which),
            "thresh=" + thresh,
            "cores=" + cores,
            "cvm=" + errors);
    var printed = r.get().with(words);
    timings.add(name, printed.number("elapsed"));
    timings.add(name + "Cpu", printed.number("cpu"));
    return Optional.of(OutsideTool.errors(errors));
  }
}
