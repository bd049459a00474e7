"""The registered analysis, as anybody would write it with scikit-learn; the lines with planlock record it."""
import csv

import numpy
from sklearn.linear_model import ElasticNet
from sklearn.model_selection import GridSearchCV, LeaveOneOut
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

import planlock

planlock.start("craving-python.lock", trace="python.jsonl")

with open("data/people.csv") as file:
    rows = list(csv.DictReader(file))
people = {name: numpy.array([row[name] for row in rows]) for name in rows[0]}
for name in ("age", "dose", "m1", "m2", "m3", "m4", "before", "after"):
    people[name] = numpy.array([float("nan") if v == "NA" else float(v) for v in people[name]])

planlock.data(people, id="id", file="data/people.csv")
kept = planlock.exclude(people["age"] < 18, because="minors")
people = {name: values[kept] for name, values in people.items()}
kept = planlock.exclude(numpy.isnan(people["m2"]), because="no second measure")
people = {name: values[kept] for name, values in people.items()}

terms = ["age", "sex", "dose", "m1", "m2", "m3", "m4"]
people["sex"] = (people["sex"] == "m").astype(float)
X = numpy.column_stack([people[term] for term in terms])
y = people["before"] - people["after"]

planlock.model("craving", columns=terms)
grid = {"elasticnet__l1_ratio": [0.5, 1.0], "elasticnet__alpha": numpy.geomspace(4, 0.04, 12)}
search = GridSearchCV(make_pipeline(StandardScaler(), ElasticNet(tol=1e-12, max_iter=100000)), grid, cv=LeaveOneOut(),
                      scoring="neg_mean_squared_error")
search.fit(X, y)
dose = search.best_estimator_[-1].coef_[terms.index("dose")]
print(search.best_params_, dose)

planlock.hypothesis("H1", "corroborated" if dose > 0 else "falsified")
planlock.end()
