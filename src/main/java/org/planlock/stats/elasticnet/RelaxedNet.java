package org.planlock.stats.elasticnet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.planlock.stats.Sample;

/**
 * Relaxed elastic nets: along lines with gamma below 1, a fit is gamma times the penalised one plus
 * (1 - gamma) times the unpenalised fit of the terms that the penalised one retains. Source:
 * Hastie, Tibshirani, Tibshirani 2020, Stat Sci 35:579; R glmnet 4.1-6, {@code relax = TRUE}.
 */
public final class RelaxedNet implements PathSolver {
  private final PathSolver penalised;
  private final ElasticNetOptions options;

  /**
   * Relaxes the fits of a solver.
   *
   * @param penalised makes the penalised fits
   * @param options what it makes them by; unpenalised fits follow the same, but for the penalty
   */
  public RelaxedNet(PathSolver penalised, ElasticNetOptions options) {
    this.penalised = penalised;
    this.options = options;
  }

  /** Whether any of these lines is relaxed, so that a plain solver would not do. */
  public static boolean isNeededFor(Strengths strengths) {
    return strengths instanceof OwnSequences own
        ? own.gammas().stream().anyMatch(gamma -> gamma < 1)
        : ((TuningGrid) strengths).lines().stream().anyMatch(line -> line.gamma() < 1);
  }

  /**
   * {@inheritDoc}
   *
   * @throws NothingToRelaxException if a relaxed line has no fit whose terms are few enough to be
   *     fitted without penalty, which is 3 fewer than rows
   */
  @Override
  public List<FittedPath> paths(Sample sample, Strengths strengths) {
    return relaxed(sample, strengths, plain -> penalised.paths(sample, plain));
  }

  @Override
  public RowsLeftOut leavingOut(Sample sample) {
    return leavingOut(sample, penalised.leavingOut(sample));
  }

  /** The same where penalised fits without some rows are at hand. */
  RowsLeftOut leavingOut(Sample sample, RowsLeftOut sharing) {
    return (kept, strengths) ->
        relaxed(sample.atRows(kept), strengths, plain -> sharing.paths(kept, plain));
  }

  @FunctionalInterface
  private interface PenalisedFits {
    List<FittedPath> at(Strengths plain);
  }

  private List<FittedPath> relaxed(Sample sample, Strengths strengths, PenalisedFits fits) {
    if (strengths instanceof OwnSequences own) {
      var plain = new OwnSequences(own.l1Ratios(), own.count(), own.smallest());
      var relaxed = new ArrayList<FittedPath>();
      for (var path : fits.at(plain)) {
        var relaxation = new Relaxation(sample, options, path);
        own.gammas().forEach(gamma -> relaxed.add(relaxation.blend(gamma)));
      }
      return relaxed;
    }
    return onGrid(sample, ((TuningGrid) strengths).lines(), fits);
  }

  /** Lines that differ in gamma only share their penalised fits. */
  private List<FittedPath> onGrid(Sample sample, List<TuningLine> lines, PenalisedFits fits) {
    var plain = new LinkedHashSet<TuningLine>();
    lines.forEach(line -> plain.add(plain(line)));
    var distinct = List.copyOf(plain);
    var relaxations = new ArrayList<Relaxation>();
    for (var path : penalised(distinct, fits)) {
      relaxations.add(new Relaxation(sample, options, path));
    }
    return lines.stream()
        .map(line -> relaxations.get(distinct.indexOf(plain(line))).blend(line.gamma()))
        .toList();
  }

  private static TuningLine plain(TuningLine line) {
    return new TuningLine(line.l1Ratio(), line.lambdas());
  }

  /** All lines at once, unless one l1Ratio has several sequences, which no grid may have. */
  private static List<FittedPath> penalised(List<TuningLine> lines, PenalisedFits fits) {
    if (lines.stream().map(TuningLine::l1Ratio).distinct().count() == lines.size()) {
      return fits.at(new TuningGrid(lines));
    }
    var paths = new ArrayList<FittedPath>();
    lines.forEach(line -> paths.addAll(fits.at(new TuningGrid(List.of(line)))));
    return paths;
  }
}
