package org.planlock.stats.elasticnet;

import com.google.gson.JsonObject;
import java.util.List;
import org.planlock.stats.Labour;
import org.planlock.stats.tuning.CrossValidatedNet;
import org.planlock.stats.tuning.CrossValidatedPaths;
import org.planlock.stats.tuning.CvTable;

/** What {@code cv.glmnet} does, done by us: paths of all rows, and the errors of their cells. */
record CvExecution(List<FittedPath> paths, CvTable table) {
  /** With sequences of their own for all rows and for every fold. */
  static CvExecution own(GlmnetCase reference, ElasticNetOptions options, List<JsonObject> alphas) {
    return of(reference, options, OwnSequences.usual(GlmnetCase.l1Ratios(alphas)));
  }

  static CvExecution of(GlmnetCase reference, ElasticNetOptions options, Strengths strengths) {
    CrossValidatedPaths done =
        new CrossValidatedNet(new ElasticNet(options), strengths)
            .aggregation(reference.aggregation())
            .loss(reference.loss())
            .evaluate(reference.sample(), reference.folds(), Labour.on(2));
    return new CvExecution(done.paths(), done.table());
  }
}
