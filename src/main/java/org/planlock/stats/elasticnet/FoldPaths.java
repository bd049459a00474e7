package org.planlock.stats.elasticnet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.planlock.stats.Sample;

/**
 * Fits one sample without some of its rows: folds read one shared sample, and where there are many
 * columns they are screened by what the path of the whole sample has seen. Besides the shared
 * sample each thread holds the products of its own working set.
 */
final class FoldPaths implements PathSolver.RowsLeftOut {
  /** Beyond so many rows left out, landmarks of the whole sample are too far away. */
  private static final int FEW_ROWS = 2;

  private final Sample sample;
  private final ElasticNetOptions options;
  private final UnitSample shared;
  private final ConstantColumns constants;

  /** Of columns so many that screening pays; fewer are never screened. */
  private final Optional<CoarseProducts> coarse;

  private final Map<Line, Landmarks> landmarks = new ConcurrentHashMap<>();

  FoldPaths(Sample sample, ElasticNetOptions options) {
    this.sample = sample;
    this.options = options;
    shared = new UnitSample(sample, options);
    coarse =
        shared.given() < GlmnetPath.MANY_COLUMNS
            ? Optional.empty()
            : Optional.of(new CoarseProducts(shared));
    constants = new ConstantColumns(sample);
  }

  /** One path of the whole sample. */
  private record Line(double l1Ratio, Strengths strengths) {}

  @Override
  public List<FittedPath> paths(int[] kept, Strengths strengths) {
    var downdated =
        shared.flat()
            ? Optional.<UnitProblem>empty()
            : LeftOutRows.of(shared, options.intercept(), kept, constants.among(kept));
    if (downdated.isEmpty()) {
      return new PathFamily(new UnitSample(sample.atRows(kept), options), options).paths(strengths);
    }
    var problem = downdated.get();
    var family = new PathFamily(problem, options);
    boolean near = sample.rows() - kept.length <= FEW_ROWS;
    if (!near || coarse.isEmpty()) {
      return family.paths(strengths);
    }
    var left = Downdate.left(sample.rows(), kept);
    return family.paths(
        strengths,
        l1Ratio -> new LandmarkScreen(problem, landmarks(l1Ratio, strengths), coarse.get(), left));
  }

  private Landmarks landmarks(double l1Ratio, Strengths strengths) {
    return landmarks.computeIfAbsent(
        new Line(l1Ratio, strengths),
        line -> {
          var seen = new Landmarks(shared);
          new PathFamily(shared, options).paths(only(l1Ratio, strengths), any -> seen);
          return seen;
        });
  }

  private static Strengths only(double l1Ratio, Strengths strengths) {
    if (strengths instanceof OwnSequences own) {
      return new OwnSequences(List.of(l1Ratio), own.count(), own.smallest());
    }
    var grid = (TuningGrid) strengths;
    return new TuningGrid(
        grid.lines().stream().filter(line -> line.l1Ratio() == l1Ratio).limit(1).toList());
  }
}
