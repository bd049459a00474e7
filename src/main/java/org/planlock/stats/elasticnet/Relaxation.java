package org.planlock.stats.elasticnet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.planlock.stats.Sample;
import org.planlock.stats.SparseVector;

/** The unpenalised fits that go with one penalised path, and blends of the two. */
final class Relaxation {
  /** What glmnet blends with where gamma 0 is asked for. Source: R glmnet 4.1-6. */
  private static final double SMALLEST_GAMMA = 1e-5;

  /** So many more rows than terms are needed for an unpenalised fit; glmnet's {@code maxp}. */
  private static final int SPARE_ROWS = 3;

  private final Sample sample;
  private final ElasticNetOptions options;
  private final FittedPath path;
  private final Map<Set<Integer>, ElasticNetFit> refits = new HashMap<>();

  Relaxation(Sample sample, ElasticNetOptions options, FittedPath path) {
    this.sample = sample;
    this.options = options;
    this.path = path;
  }

  /**
   * The path at one gamma. A fit that retains too many terms is blended with the unpenalised fit of
   * the last one on the path that does not.
   */
  FittedPath blend(double gamma) {
    if (gamma == 1) {
      return path;
    }
    double share = options.solve() == Solve.GLMNET ? Math.max(gamma, SMALLEST_GAMMA) : gamma;
    var retained = retained();
    int last = lastRefitted(retained);
    var fits = new ArrayList<ElasticNetFit>();
    for (int k = 0; k < retained.size(); k++) {
      int of = isRefitted(retained.get(k)) ? k : last;
      fits.add(blend(path.fits().get(k), refit(retained.get(of), of), share));
    }
    var line = path.line();
    return new FittedPath(new TuningLine(line.l1Ratio(), gamma, line.lambdas()), fits);
  }

  /** The columns that each fit retains; ridge regression retains the same ones at any strength. */
  private List<Set<Integer>> retained() {
    var retained = new ArrayList<Set<Integer>>();
    var any = new TreeSet<Integer>();
    for (var fit : path.fits()) {
      var set = new TreeSet<Integer>();
      for (int k = 0; k < fit.coefficients().nonzero(); k++) {
        set.add(fit.coefficients().place(k));
      }
      any.addAll(set);
      retained.add(set);
    }
    if (path.line().l1Ratio() == 0) {
      retained.replaceAll(set -> any);
    }
    return retained;
  }

  private boolean isRefitted(Set<Integer> terms) {
    return terms.size() <= sample.rows() - SPARE_ROWS;
  }

  private int lastRefitted(List<Set<Integer>> retained) {
    int last = retained.size() - 1;
    while (last >= 0 && !isRefitted(retained.get(last))) {
      last--;
    }
    if (last < 0) {
      throw new NothingToRelaxException(path.line().l1Ratio(), sample.rows() - SPARE_ROWS);
    }
    return last;
  }

  private ElasticNetFit refit(Set<Integer> terms, int k) {
    return terms.isEmpty() ? path.fits().get(k) : refits.computeIfAbsent(terms, this::unpenalised);
  }

  private ElasticNetFit unpenalised(Set<Integer> terms) {
    var others = new TreeSet<Integer>();
    for (int j = 0; j < sample.predictors().count(); j++) {
      if (!terms.contains(j)) {
        others.add(j);
      }
    }
    var alone = options.penaltyFactors(options.penaltyFactors().excluding(others));
    return new ElasticNet(alone).fit(sample, path.line().l1Ratio(), 0);
  }

  private static ElasticNetFit blend(ElasticNetFit penalised, ElasticNetFit free, double gamma) {
    var from = penalised.coefficients().toArray();
    var to = free.coefficients().toArray();
    var mixed = new double[from.length];
    for (int j = 0; j < mixed.length; j++) {
      mixed[j] = gamma * from[j] + (1 - gamma) * to[j];
    }
    return new ElasticNetFit(
        penalised.l1Ratio(),
        penalised.lambda(),
        gamma * penalised.intercept() + (1 - gamma) * free.intercept(),
        SparseVector.of(mixed),
        Math.max(penalised.kktViolation(), free.kktViolation()),
        penalised.iterations(),
        penalised.converged() ? free.status() : penalised.status());
  }
}
