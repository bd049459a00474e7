"""Carries out the analysis of peer-python.plan.yaml with scikit-learn, as registered and in many other ways; one record each, and
a table `mutants.tsv` with the record, the place of the plan that is kept otherwise, and how."""
import csv
import sys
import warnings

import numpy
from sklearn.linear_model import ElasticNet
from sklearn.model_selection import GridSearchCV, KFold, LeaveOneOut
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler

import planlock

warnings.simplefilter("ignore")
TERMS = ["age", "sex", "dose", "m1", "m2", "m3", "m4"]
done = []


def read(file):
    with open(file) as stream:
        rows = list(csv.DictReader(stream))
    people = {name: numpy.array([row[name] for row in rows]) for name in rows[0]}
    for name in TERMS + ["before", "after"]:
        if name != "sex":
            people[name] = numpy.array([float("nan") if v == "NA" else float(v) for v in people[name]])
    return people


def left(people, who, because):
    kept = planlock.exclude(who, because=because)
    return {name: values[kept] for name, values in people.items()}


def analyse(trace, ratios=(0.5, 1.0), alphas=numpy.geomspace(4, 0.04, 8), cv=KFold(7), terms=TERMS, table="data/craving.csv",
            outcome=lambda p: p["before"] - p["after"], extra=None, because="minors", rows=None, scaler=StandardScaler, before=None,
            level="m", verdict=lambda b: "corroborated" if b > 0 else "falsified" if b < 0 else "inconclusive", after=None, weights=None, refit=True, **net):
    planlock.start("peer-python.lock", trace=trace)
    people = read(table)
    planlock.data(people, id="id", file=table)
    people = left(people, people["age"] < 18, because)
    people = left(people, numpy.isnan(people["m2"]), "no second measure")
    if extra is not None:
        people = left(people, people["id"] == extra, "looks odd")
    people["sex"] = (people["sex"] == level).astype(float)
    X, y = numpy.column_stack([people[term] for term in terms]), outcome(people)
    if rows is not None:
        X, y = X[rows], y[rows]
    if before is not None:
        X = before(X)
    planlock.model("craving", columns=terms)
    steps = make_pipeline(scaler(), ElasticNet(tol=1e-12, max_iter=100000, **net)) if scaler else make_pipeline(ElasticNet(tol=1e-12, max_iter=100000, **net))
    grid = {"elasticnet__l1_ratio": list(ratios), "elasticnet__alpha": list(alphas)}
    fit = {} if weights is None else {"elasticnet__sample_weight": weights(len(y))}
    search = GridSearchCV(steps, grid, cv=cv, scoring="neg_mean_squared_error", refit=refit).fit(X, y, **fit)
    b = search.best_estimator_[-1].coef_[terms.index("dose")] if "dose" in terms else 0.0
    if after:
        after()
    if verdict:
        planlock.hypothesis("H1", verdict(b), {"coefficient(craving, dose)": b})
    planlock.end()


def otherwise(path, what, **how):
    trace = "p%02d.jsonl" % (len(done) + 1)
    analyse(trace, **how)
    done.append("\t".join([trace, path, what]))


def model(key):
    return "models.craving." + key


otherwise("", "as registered")
for ratios in ([0.5], [1.0], [0.1, 1.0], [0.5, 0.9], [0.25, 0.5, 1.0]):
    otherwise(model("penalty.l1_ratio"), str(ratios), ratios=ratios)
for count in (4, 7, 9, 12):
    otherwise(model("penalty.lambda.values"), "%d alphas" % count, alphas=numpy.geomspace(4, 0.04, count))
for most in (2, 9):
    otherwise(model("penalty.lambda.from"), "from %d" % most, alphas=numpy.geomspace(most, 0.04, 8))
for least in (0.4, 0.01):
    otherwise(model("penalty.lambda.to"), "to %s" % least, alphas=numpy.geomspace(4, least, 8))
otherwise(model("penalty.lambda.spacing"), "even steps", alphas=numpy.linspace(4, 0.04, 8))
for k in (3, 5, 10):
    otherwise(model("validate.scheme"), "%d folds" % k, cv=KFold(k))
otherwise(model("validate.scheme"), "one at a time", cv=LeaveOneOut())
otherwise(model("penalty.intercept"), "none", fit_intercept=False)
otherwise(model("penalty.penalty_factor.bounds"), "none below 0", positive=True)
otherwise(model("penalty.distribution.weights"), "the first counts twice", weights=lambda n: numpy.array([2.0] + [1.0] * (n - 1)))
for t in range(7):
    otherwise(model("terms"), "without " + TERMS[t], terms=TERMS[:t] + TERMS[t + 1:])
otherwise(model("terms"), "in another order", terms=TERMS[::-1])
otherwise(model("outcome"), "after alone", outcome=lambda p: p["after"])
otherwise(model("outcome"), "after - before", outcome=lambda p: p["after"] - p["before"])
for id in ("p04", "p07", "p11", "p19"):
    otherwise("sample.rules", id + " is left out", extra=id)
otherwise("sample.rules", "minors for another reason", because="too young")
for k in (0, 8):
    otherwise("sample.rows", "row %d is not fitted" % k, rows=[i for i in range(21) if i != k])
otherwise("data.columns.sex.reference", "m", level="f")
otherwise("prepare[scale age].using", "z scores of everybody before the folds", scaler=None, before=lambda X: (X - X.mean(axis=0)) / X.std(axis=0))
otherwise("prepare[scale age]", "nothing is scaled", scaler=None)
otherwise("hypotheses.H1", "the other verdict", verdict=lambda b: "falsified")
otherwise("hypotheses.H1", "undecided", verdict=lambda b: "inconclusive")
otherwise("hypotheses.H1", "nothing is said", verdict=None)
otherwise("hypotheses.H2", "one more", after=lambda: planlock.hypothesis("H2", "corroborated"))
otherwise("models.another", "one model more", after=lambda: planlock.unplanned("another", "it fits"))
otherwise("data.tables.people", "a table with one cell corrected", table="data/corrected/craving.csv")
with open("mutants.tsv", "w") as table:
    table.write("\n".join(done) + "\n")
