package org.planlock.execution.prepare;

import java.util.List;
import org.planlock.execution.Learning;
import org.planlock.execution.sample.SampleResult;
import org.planlock.plan.value.Scope;

/** Who stands behind each scope word, for one learning. */
record LearningRows(SampleResult sample, Learning learning) {
  /** The participants of a scope, in row order; nobody for {@code row}. */
  List<String> participants(Scope scope) {
    return switch (scope) {
      case ROW -> List.of();
      case ENROLLED -> sample.enrolled();
      case ANALYSIS_SET -> sample.analysed();
      case TRAINING_FOLD, INNER_TRAINING_FOLD -> learning.training();
      case OUTER_TRAINING_FOLD -> learning.outerTraining();
    };
  }

  static boolean dependsOnFold(Scope scope) {
    return scope == Scope.TRAINING_FOLD
        || scope == Scope.INNER_TRAINING_FOLD
        || scope == Scope.OUTER_TRAINING_FOLD;
  }
}
