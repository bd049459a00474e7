"""Rows with a missing value are dropped before the fit, and nothing says so."""
import numpy
from sklearn.linear_model import ElasticNetCV
from sklearn.model_selection import LeaveOneOut

import people
import planlock

planlock.start("craving-python.lock", trace="python.jsonl")
GRID = {"l1_ratio": [0.5, 1.0], "alphas": numpy.geomspace(4, 0.04, 12), "tol": 1e-12, "max_iter": 100000}
X, y = people.matrix(people.read(exclude_missing=False))
whole = ~numpy.isnan(X).any(axis=1)
planlock.model("craving", columns=people.TERMS)
people.conclude(ElasticNetCV(cv=LeaveOneOut(), **GRID).fit(X[whole], y[whole]))
