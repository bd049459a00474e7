package org.planlock.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.planlock.stats.elasticnet.OwnSequences;
import org.planlock.stats.elasticnet.SmallestRatio;
import org.planlock.stats.elasticnet.Solve;

/** Times leave-one-out while one side of the problem grows, and draws what it found. */
public final class ScalingBench {
  private static final List<Double> L1_RATIOS = List.of(0.1, 0.5, 1.0);
  private static final int USUAL_ROWS = 50;
  private static final int USUAL_COLUMNS = 100;
  private static final int USUAL_LAMBDAS = 100;
  private static final String HEADER = "side,size,mode,seconds";

  private final int rounds;
  private final List<GrowthPoint> points = new ArrayList<>();

  private ScalingBench(int rounds) {
    this.rounds = rounds;
  }

  public static void main(String[] arguments) throws IOException {
    var setup = Setup.of(arguments);
    var from = setup.word("--from");
    var points =
        from.isPresent() ? read(Path.of(from.get())) : new ScalingBench(3).measured(setup.quick());
    var csv = new ArrayList<String>();
    csv.add(HEADER);
    points.forEach(point -> csv.add(point.line()));
    write(setup.word("--csv").orElse("scaling.csv"), String.join("\n", csv) + "\n");
    write(setup.word("--svg").orElse("scaling.svg"), new GrowthPlot(points).svg());
  }

  private List<GrowthPoint> measured(boolean quick) {
    var sizes = quick ? List.of(12, 24, 48) : List.of(25, 50, 100, 200, 400);
    for (int rows : sizes) {
      point("rows", rows, MadeData.of(rows, USUAL_COLUMNS), USUAL_LAMBDAS);
    }
    for (int columns : sizes) {
      int wide = quick ? columns : 2 * columns;
      point("columns", wide, MadeData.of(USUAL_ROWS, wide), USUAL_LAMBDAS);
    }
    for (int lambdas : sizes) {
      point("lambdas", lambdas, MadeData.of(USUAL_ROWS, USUAL_COLUMNS), lambdas);
    }
    return points;
  }

  /** Median of the rounds, after one that warms up. */
  private void point(String side, int size, MadeData data, int lambdas) {
    var solver = WarmSolver.on(data);
    var strengths = new OwnSequences(L1_RATIOS, lambdas, SmallestRatio.always(1e-2));
    for (var solve : Solve.values()) {
      var timings = new Timings();
      for (int round = 0; round <= rounds; round++) {
        double seconds = solver.time(solve, 1, strengths).seconds();
        if (round > 0) {
          timings.add("", seconds);
        }
      }
      double median = timings.median("").orElseThrow();
      points.add(new GrowthPoint(side, size, solve.name().toLowerCase(Locale.ROOT), median));
      System.err.println("scaling: " + points.get(points.size() - 1).line());
    }
  }

  private static List<GrowthPoint> read(Path csv) throws IOException {
    return Files.readAllLines(csv).stream().skip(1).map(GrowthPoint::read).toList();
  }

  private static void write(String file, String text) throws IOException {
    Files.writeString(Path.of(file), text, StandardCharsets.UTF_8);
  }
}
