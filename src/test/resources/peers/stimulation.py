import csv
import numpy
from sklearn.linear_model import ElasticNet
from sklearn.model_selection import GridSearchCV, LeaveOneOut
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
import planlock

planlock.start("stimulation-python.lock", trace="python.jsonl")
with open("data/sudmex_tms_wide.csv") as file:
    rows = list(csv.DictReader(file))
people = {name: numpy.array([row[name] for row in rows]) for name in rows[0]}
for name in people:
    if name not in ("rid", "group", "sex"):
        people[name] = people[name].astype(float)
planlock.data(people, id="rid", file="data/sudmex_tms_wide.csv")
kept = planlock.exclude(people["hdrs_tot_t0"] > 20, because="severe depression")
people = {name: values[kept] for name, values in people.items()}

people["sex"] = (people["sex"] == "M").astype(float)
people["group"] = (people["group"] == "ACTIVE").astype(float)
people["d_conn"] = people["conn_dlvm_t1"] - people["conn_dlvm_t0"]
people["d_vmpfc"] = people["vmpfc_cluster_t1"] - people["vmpfc_cluster_t0"]
people["d_conn:group"] = people["d_conn"] * people["group"]
people["d_vmpfc:group"] = people["d_vmpfc"] * people["group"]
y = people["vas_t0"] - people["vas_t1"]

few = ["d_conn", "d_vmpfc", "age", "sex", "educ", "vas_t0"]
grid = {"elasticnet__l1_ratio": [0.25, 0.5, 0.75, 1.0], "elasticnet__alpha": numpy.geomspace(2, 0.02, 20)}
for model, terms in [("change_only", few), ("by_arm", few + ["group", "d_conn:group", "d_vmpfc:group"])]:
    planlock.model(model, columns=terms)
    search = GridSearchCV(make_pipeline(StandardScaler(), ElasticNet(tol=1e-12, max_iter=100000)), grid, cv=LeaveOneOut(),
                          scoring="neg_mean_squared_error")
    search.fit(numpy.column_stack([people[term] for term in terms]), y)
    print(model, search.best_params_, search.best_estimator_[-1].coef_)

arm = search.best_estimator_[-1].coef_[terms.index("group")]
planlock.hypothesis("H1", "corroborated" if arm > 0 else "falsified" if arm < 0 else "inconclusive")
planlock.end()
