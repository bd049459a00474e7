package org.planlock.execution.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.plan.fit.Convergence;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.prepare.TermSet;
import org.planlock.stats.elasticnet.ElasticNetOptions;
import org.planlock.stats.elasticnet.Objective;
import org.planlock.stats.elasticnet.PenaltyFactors;

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
    return Checked.of(
        ElasticNetOptions.of(minimised)
            .standardize(standardize.orElseThrow())
            .intercept(intercept.orElseThrow() == Penalty.Intercept.FREE)
            .penaltyFactors(factors(penalty, minimised, new TermColumns(sets, columns), columns))
            .tolerance(penalty.kkt().tolerance().toDouble())
            .maxIterations(penalty.kkt().iterations()));
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
    if (given.stream().allMatch(factor -> factor == 1)) {
      return PenaltyFactors.equal();
    }
    return objective == Objective.GLMNET
        ? PenaltyFactors.rescaled(given)
        : PenaltyFactors.asGiven(given);
  }

  /** Whether a fit that did not converge is reported instead of refused. */
  static boolean flagged(Optional<Penalty> penalty) {
    return penalty.filter(p -> p.kkt().notConverged() == Convergence.OnFailure.FLAG).isPresent();
  }
}
