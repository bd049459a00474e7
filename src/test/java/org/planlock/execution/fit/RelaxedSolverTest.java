package org.planlock.execution.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.Sample;
import org.planlock.stats.elasticnet.ElasticNet;
import org.planlock.stats.elasticnet.ElasticNetOptions;
import org.planlock.stats.elasticnet.Objective;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.elasticnet.RelaxedNet;
import org.planlock.stats.elasticnet.TuningGrid;
import org.planlock.stats.elasticnet.TuningLine;

final class RelaxedSolverTest {
  private static final TuningGrid RIDGE =
      new TuningGrid(List.of(new TuningLine(0, 0.5, DoubleVector.of(1, 0.1))));
  private static final Sample SAMPLE =
      Sample.of(
          Columns.of(5, new double[][] {{1, 2, 3, 4, 6}, {0, 1, 0, 1, 1}, {2, 0, 1, 5, 3}}),
          new double[] {1, 3, 2, 5, 8});
  private static final ElasticNetOptions OPTIONS = ElasticNetOptions.of(Objective.GLMNET);

  @Test
  void saysThatEveryFitRetainsTooManyTerms() {
    var solver = new RelaxedSolver("m", new RelaxedNet(new ElasticNet(OPTIONS), OPTIONS));
    assertThatThrownBy(() -> solver.paths(SAMPLE, RIDGE)).satisfies(RelaxedSolverTest::isTooMany);
    var leaving = solver.leavingOut(SAMPLE);
    assertThatThrownBy(() -> leaving.paths(new int[] {0, 1, 3, 4}, RIDGE))
        .satisfies(RelaxedSolverTest::isTooMany);
  }

  private static void isTooMany(Throwable thrown) {
    assertThat(((RefusedException) thrown).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.TOO_FEW_ROWS);
  }

  /** Whatever else goes wrong has another cause, and must not be told as this one. */
  @Test
  void passesOnWhatHasAnotherCause() {
    PathSolver broken =
        (sample, strengths) -> {
          throw new IllegalArgumentException("something else");
        };
    var solver = new RelaxedSolver("m", new RelaxedNet(broken, OPTIONS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> solver.paths(SAMPLE, RIDGE))
        .withMessage("something else");
    var leaving = solver.leavingOut(SAMPLE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> leaving.paths(new int[] {0, 1, 3, 4}, RIDGE))
        .withMessage("something else");
  }
}
