"""What the analyses in this folder have in common: the people of the plan as columns, in the order of the table."""
import csv

import numpy

import planlock

TERMS = ["age", "sex", "dose", "m1", "m2", "m3", "m4"]


def read(exclude_missing=True):
    with open("data/people.csv") as file:
        rows = list(csv.DictReader(file))
    people = {name: numpy.array([row[name] for row in rows]) for name in rows[0]}
    for name in TERMS + ["before", "after"]:
        if name != "sex":
            people[name] = numpy.array([float("nan") if v == "NA" else float(v) for v in people[name]])
    planlock.data(people, id="id", file="data/people.csv")
    people = left(people, people["age"] < 18, "minors")
    if exclude_missing:
        people = left(people, numpy.isnan(people["m2"]), "no second measure")
    people["sex"] = (people["sex"] == "m").astype(float)
    return people


def left(people, who, because):
    kept = planlock.exclude(who, because=because)
    return {name: values[kept] for name, values in people.items()}


def matrix(people):
    return numpy.column_stack([people[term] for term in TERMS]), people["before"] - people["after"]


def conclude(net):
    planlock.hypothesis("H1", "corroborated" if net.coef_[TERMS.index("dose")] > 0 else "falsified")
    planlock.end()
