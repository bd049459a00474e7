package org.planlock.execution.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.plan.fit.Bounds;
import org.planlock.plan.fit.Convergence;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.prepare.TermSet;
import org.planlock.stats.elasticnet.CoefficientLimits;
import org.planlock.stats.elasticnet.ElasticNetOptions;
import org.planlock.stats.elasticnet.Family;
import org.planlock.stats.elasticnet.Objective;
import org.planlock.stats.elasticnet.PenaltyFactors;
import org.planlock.stats.elasticnet.Solve;
import org.planlock.stats.elasticnet.Stopping;

/** What the plan says of a penalised fit, as the numbers' room takes it. */
final class EngineOptions {
  private EngineOptions() {}

  /** The options for a design with these columns. */
  static Checked<ElasticNetOptions> of(
      ModelSpec modelSpec, Penalty penalty, List<TermSet> sets, List<String> columns) {
    var needed = new Needed(modelSpec.name());
    var objective = needed.stated(penalty.objective(), "penalty", "objective");
    var standardize = needed.stated(penalty.standardize(), "penalty", "standardize");
    var intercept = needed.stated(penalty.intercept(), "penalty", "intercept");
    needed.unlessOpen(penalty.penaltyFactor(), "penalty", "penalty_factor");
    if (!needed.found().isEmpty()) {
      return Checked.failed(needed.found());
    }
    var minimised =
        objective.orElseThrow() == Penalty.Objective.GLMNET ? Objective.GLMNET : Objective.TEXTBOOK;
    var terms = new TermColumns(sets, columns);
    return Checked.of(
        ElasticNetOptions.of(minimised)
            .family(
                penalty.outcome() == Penalty.Outcome.BINOMIAL ? Family.BINOMIAL : Family.GAUSSIAN)
            .solve(penalty.solve() == Penalty.Solve.GLMNET ? Solve.GLMNET : Solve.EXACT)
            .standardize(standardize.orElseThrow())
            .intercept(intercept.orElseThrow() == Penalty.Intercept.FREE)
            .penaltyFactors(factors(penalty, minimised, terms, columns))
            .limits(limits(penalty, terms, columns))
            .stopping(stopping(penalty)));
  }

  private static Stopping stopping(Penalty penalty) {
    var exact =
        Stopping.usual()
            .tolerance(penalty.kkt().tolerance().toDouble())
            .maxSystems(penalty.kkt().iterations());
    return penalty
        .passes()
        .map(p -> exact.threshold(p.threshold().toDouble()).maxPasses(p.most()))
        .orElse(exact);
  }

  private static CoefficientLimits limits(
      Penalty penalty, TermColumns terms, List<String> columns) {
    var ranges =
        penalty
            .penaltyFactor()
            .stated()
            .flatMap(factors -> factors.bounds().stated())
            .map(Bounds::ranges)
            .orElse(List.of());
    if (ranges.isEmpty()) {
      return CoefficientLimits.none();
    }
    var lower = new ArrayList<>(Collections.nCopies(columns.size(), Double.NEGATIVE_INFINITY));
    var upper = new ArrayList<>(Collections.nCopies(columns.size(), Double.POSITIVE_INFINITY));
    for (var range : ranges) {
      var held = range.forTerms().isEmpty() ? columns : range.forTerms();
      for (int j : terms.of(held)) {
        lower.set(j, range.lowest());
        upper.set(j, range.highest());
      }
    }
    return new CoefficientLimits(lower, upper);
  }

  /** The factor of each column as the plan gives it; glmnet's own rescaling comes later. */
  static List<Double> given(Penalty penalty, TermColumns terms, List<String> columns) {
    var factors = penalty.penaltyFactor().stated();
    double every = factors.map(f -> f.everyTerm().toDouble()).orElse(1.0);
    var given = new ArrayList<>(Collections.nCopies(columns.size(), every));
    factors.ifPresent(
        stated -> {
          for (var factor : stated.terms()) {
            terms.of(factor.forTerms()).forEach(j -> given.set(j, factor.factor().toDouble()));
          }
          terms.of(stated.unpenalised()).forEach(j -> given.set(j, 0.0));
        });
    return given;
  }

  private static PenaltyFactors factors(
      Penalty penalty, Objective objective, TermColumns terms, List<String> columns) {
    var given = given(penalty, terms, columns);
    var excluded =
        terms.of(penalty.penaltyFactor().stated().map(f -> f.excluded()).orElse(List.of()));
    if (given.stream().allMatch(factor -> factor == 1)) {
      return PenaltyFactors.equal().excluding(excluded);
    }
    return (objective == Objective.GLMNET
            ? PenaltyFactors.rescaled(given)
            : PenaltyFactors.asGiven(given))
        .excluding(excluded);
  }

  /** Whether a fit that did not converge is reported instead of refused. */
  static boolean flagged(Optional<Penalty> penalty) {
    return penalty.filter(p -> p.kkt().notConverged() == Convergence.OnFailure.FLAG).isPresent();
  }
}
