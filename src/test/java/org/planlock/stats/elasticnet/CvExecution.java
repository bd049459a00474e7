package org.planlock.stats.elasticnet;

import com.google.gson.JsonObject;
import java.util.List;
import org.planlock.stats.Labour;
import org.planlock.stats.tuning.CrossValidation;
import org.planlock.stats.tuning.CvTable;
import org.planlock.stats.tuning.FoldPreparation;
import org.planlock.stats.tuning.Loss;

/** What {@code cv.glmnet} does, done by us: paths of all rows, and the errors of their cells. */
record CvExecution(List<FittedPath> paths, CvTable table) {
  /** With sequences of their own for all rows and for every fold. */
  static CvExecution own(GlmnetCase reference, ElasticNetOptions options, List<JsonObject> alphas) {
    return of(reference, options, OwnSequences.usual(GlmnetCase.l1Ratios(alphas)));
  }

  static CvExecution of(GlmnetCase reference, ElasticNetOptions options, Strengths strengths) {
    var solver = new ElasticNet(options);
    var paths = solver.paths(reference.sample(), strengths);
    var grid = new TuningGrid(paths.stream().map(FittedPath::line).toList());
    var table =
        new CrossValidation(solver, strengths, grid, reference.aggregation(), Loss.SQUARED_ERROR)
            .evaluate(
                List.of(reference.folds()),
                reference.sample().outcome().toArray(),
                reference.sample().weights().toArray(),
                FoldPreparation.splitting(reference.sample()),
                Labour.on(2));
    return new CvExecution(paths, table);
  }
}
