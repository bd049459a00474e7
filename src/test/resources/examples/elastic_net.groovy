// Bound by the caller: x, the rows of the predictors, and y, the outcome.
import org.planlock.stats.*
import org.planlock.stats.elasticnet.*
import org.planlock.stats.tuning.*

def sample = Sample.of(Columns.ofRows(x), y)
def options = ElasticNetOptions.of(Objective.GLMNET).solve(Solve.EXACT).standardize(true)
def net = new CrossValidatedNet(new ElasticNet(options), OwnSequences.usual(0.1d, 0.5d, 1.0d))
def tuned = net.evaluate(sample, Folds.leaveOneOut(sample.rows()), Labour.on(2))
def sparser = [Preference.LARGER_L1_RATIO, Preference.LARGER_LAMBDA]
def rule = new SelectionRule(SelectionRule.Criterion.MINIMUM, TieTolerance.relative(1e-12d), sparser)
def cell = tuned.select(rule).cell()
def fit = tuned.at(cell)
[l1Ratio: cell.l1Ratio(), lambda: cell.lambda(), error: cell.error(), intercept: fit.intercept(), coefficients: fit.coefficients().toArray()]
