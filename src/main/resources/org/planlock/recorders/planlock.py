"""Records what an elastic net analysis with scikit-learn really did, so that it can be held against its locked plan.

    import planlock
    planlock.start("study.lock")                                     # which plan is carried out; trace.jsonl is written
    people = planlock.data(pandas.read_csv("people.csv"), id="participant", file="people.csv")
    people = people[planlock.exclude(people["age"] < 18, because="adults")]
    planlock.model("primary", columns=["age", "dose"])               # what follows belongs to this model of the plan
    search = GridSearchCV(pipeline, grid, cv=LeaveOneOut(), scoring="neg_mean_squared_error").fit(X, y)
    planlock.end()

and then, in a shell:  plan compare study.lock trace.jsonl

Work as you always do: ElasticNetCV, LassoCV, GridSearchCV, ElasticNet, StandardScaler in a pipeline or before it. Values are read
from the fitted objects and from the splits that were really made, never from the call that somebody wrote; what cannot be read is
left out, and `plan compare` then says that it cannot tell. Needs numpy and scikit-learn; a table is a pandas data frame or a
mapping from names to columns. scikit-learn's alpha is the plan's lambda and its l1_ratio the plan's l1_ratio; its objective is the
one that plans call `textbook` (no division by the outcome's standard deviation, as glmnet has it).
"""

import base64
import functools
import hashlib
import json
import math
import os
import platform
import re
import sys

import numpy
import sklearn
from sklearn.linear_model import _coordinate_descent as _descent
from sklearn.model_selection import _search
from sklearn.preprocessing import StandardScaler

__all__ = ["start", "data", "exclude", "model", "hypothesis", "unplanned", "end"]

_record = None


# ---- what people call ---------------------------------------------------------------------------------------------------------

def start(lock, trace="trace.jsonl"):
    """Begins a record of the analysis that carries out `lock`; it is put at `trace` when it ends."""
    global _record
    if _record is not None:
        raise RuntimeError("planlock: a record is open already; end it with planlock.end()")
    _record = _Record(lock, trace)
    _watch()


def data(table, id, file=None):
    """Says which table is analysed and which column names its participants; the same table."""
    _open().read(table, id, file)
    return table


def exclude(who, because):
    """Leaves out participants (true in `who`, one value a row that is left); which rows stay, as an array of truths."""
    return _open().exclude(numpy.asarray(who, dtype=bool), because)


def model(name, columns=None):
    """Says to which model of the plan everything fitted from here on belongs, and how the columns of X are called."""
    _open().begin(name, columns)


def hypothesis(id, verdict, values=None):
    """Records the verdict on a hypothesis: corroborated, falsified or inconclusive; `values` by the wording of the plan."""
    _open().finish()
    _open().event("hypothesis", id=id, verdict=verdict, values=values or {})


def unplanned(name, because):
    """Records a fit that the plan does not have, with the reason."""
    _open().event("unplanned", model=name, because=because)


def end():
    """Ends the record and puts it into its place."""
    global _record
    try:
        _open().end()
    finally:
        _record = None


def coefficient(name):
    """The coefficient of a column in the fit that was recorded last, for a verdict."""
    return _open().coefficient(name)


def _open():
    if _record is None:
        raise RuntimeError("planlock: no record is open; begin with planlock.start(lock)")
    return _record


# ---- watching scikit-learn ----------------------------------------------------------------------------------------------------

def _watch():
    """Puts a look at the end of every fit; a look that fails never stops the analysis."""
    if getattr(StandardScaler.fit, "_planlock", False):
        return
    _wrap(StandardScaler, "fit", lambda record, self, X, y: record.saw_scaler(self, X))
    _wrap(StandardScaler, "partial_fit", lambda record, self, X, y: None)
    _wrap(_descent.ElasticNet, "fit", lambda record, self, X, y: record.saw_net(self, X, y))
    _wrap(_descent.LinearModelCV, "fit", lambda record, self, X, y: record.saw_path(self, X, y), outer=True)
    _wrap(_search.BaseSearchCV, "fit", lambda record, self, X, y: record.saw_search(self, X, y), outer=True)
    _descent.check_cv = _splits_of(_descent.check_cv)
    _search.check_cv = _splits_of(_search.check_cv)


def _wrap(owner, name, look, outer=False):
    original = getattr(owner, name)

    @functools.wraps(original)
    def fit(self, X, y=None, *rest, **more):
        if _record is not None and outer:
            _record.enter(X)
        try:
            fitted = original(self, X, y, *rest, **more)
        finally:
            if _record is not None and outer:
                _record.leave()
        if _record is not None:
            try:
                if more.get("sample_weight") is not None:
                    _record.weights = numpy.asarray(more["sample_weight"], dtype=float)
                look(_record, self, X, y)
            except Exception as error:  # what is then missing is a gap
                _say("not recorded: " + str(error))
        return fitted

    fit._planlock = True
    setattr(owner, name, fit)


def _splits_of(check):
    """The splitter that is really used, with a memory of what it gave."""

    def checked(*arguments, **more):
        splitter = check(*arguments, **more)
        return splitter if _record is None else _Splits(splitter, _record)

    return checked


class _Splits:
    def __init__(self, splitter, record):
        self.splitter = splitter
        self.record = record

    def get_n_splits(self, *arguments, **more):
        return self.splitter.get_n_splits(*arguments, **more)

    def split(self, *arguments, **more):
        made = [(numpy.asarray(train), numpy.asarray(test)) for train, test in self.splitter.split(*arguments, **more)]
        self.record.splits = made
        return iter(made)


# ---- the record ---------------------------------------------------------------------------------------------------------------

class _Record:
    def __init__(self, lock, trace):
        with open(lock, encoding="utf-8") as file:
            text = file.read()
        try:
            envelope = json.loads(text)
            statement = json.loads(base64.b64decode(envelope["dsse"]["payload"]))
        except (ValueError, KeyError, TypeError):
            raise ValueError("planlock: `%s` is no lock; `plan lock` makes one" % lock) from None
        self.plan = statement["predicate"]["plan"]
        self.target = trace
        self.part = trace + ".part"
        self.out = open(self.part, "w", encoding="utf-8", newline="\n")
        self.seq = 0
        self.table, self.all, self.ids, self.sampled = None, None, None, False
        self.name, self.columns = None, None
        self.last, self.kept = None, {}
        self.clear()
        self.event(
            "start", format="planlock-trace/1", tool={"name": "scikit-learn", "version": sklearn.__version__},
            plan="sha256:" + statement["subject"][0]["digest"]["sha256"], lock="sha256:" + envelope["statementSha256"],
            label="confirmatory", recorder="planlock.py 1", steps=["code", "interact", "scale"],
            versions={"python": platform.python_version(), "numpy": numpy.__version__})

    def clear(self):
        self.depth, self.weights = 0, None
        self.splits, self.outermost, self.tuned = None, None, None
        self.scalers, self.nets = [], []

    # -- who is analysed

    def read(self, table, id, file):
        names = list(table.columns) if hasattr(table, "columns") else list(table)
        self.table = {name: numpy.asarray(table[name]) for name in names}
        self.all = [str(one) for one in self.table[id]]
        if len(set(self.all)) < len(self.all):
            raise ValueError("planlock: `" + id + "` names somebody twice")
        self.ids = list(self.all)
        if file is not None:
            with open(file, "rb") as stream:
                content = stream.read()
            self.event("data", table=self.table_name(file), path=os.path.basename(file), sha256=hashlib.sha256(content).hexdigest(),
                       bytes=len(content), rows=len(self.all), columns=names)
        self.event("enrolled", ids=self.all)

    def table_name(self, file):
        for table in self.plan.get("data", {}).get("tables", []):
            if os.path.basename(table["file"]) == os.path.basename(file):
                return table["name"]
        _say("the plan declares no table `" + os.path.basename(file) + "`")
        return os.path.basename(file)

    def exclude(self, who, because):
        if len(who) != len(self.ids):
            raise ValueError("planlock: %d values for %d participants that are left" % (len(who), len(self.ids)))
        for one, gone in zip(self.ids, who):
            if gone:
                self.event("exclusion", id=one, rule=because, because=because, origin="plan")
        self.ids = [one for one, gone in zip(self.ids, who) if not gone]
        return ~who

    def begin(self, name, columns):
        self.sample()
        self.finish()
        self.name, self.columns = name, None if columns is None else list(columns)

    def sample(self):
        if self.ids is not None and not self.sampled:
            self.sampled = True
            self.event("sample", ids=self.ids, n=len(self.ids))

    # -- what is fitted

    def enter(self, X):
        if self.depth == 0:
            self.outermost = X
            self.scalers, self.nets, self.splits = [], [], None
        self.depth += 1

    def leave(self):
        self.depth -= 1

    def saw_scaler(self, scaler, X):
        if self.depth > 0:
            self.scalers.append((scaler, _array(X)))

    def saw_net(self, net, X, y):
        self.nets.append((net, _array(X), numpy.asarray(y, dtype=float)))
        if self.depth == 0 and self.tuned is None:
            self.outermost = X

    def saw_path(self, fitted, X, y):
        """ElasticNetCV or LassoCV: alphas_, mse_path_, l1_ratio_ and the splits that it asked for."""
        ratios = numpy.atleast_1d(getattr(fitted, "l1_ratio", 1.0))
        alphas = numpy.atleast_2d(fitted.alphas_)
        errors = fitted.mse_path_.reshape((len(ratios), -1, fitted.mse_path_.shape[-1]))
        curves = []
        for i, ratio in sorted(enumerate(ratios), key=lambda one: one[1]):
            curves.append(_curve(ratio, alphas[min(i, len(alphas) - 1)], errors[i]))
        self.tuned = _Tuned(curves, float(getattr(fitted, "l1_ratio_", 1.0)), float(fitted.alpha_), fitted, X, y)

    def saw_search(self, search, X, y):
        """GridSearchCV over alpha and l1_ratio, of a net or of a pipeline that ends in one."""
        if self.depth > 0 or not hasattr(search, "best_estimator_"):
            return
        net = _net_of(search.best_estimator_)
        results, folds = search.cv_results_, search.n_splits_
        cells = {}
        for i, chosen in enumerate(results["params"]):
            ratio, alpha = _cell(chosen, net)
            errors = [-results["split%d_test_score" % k][i] for k in range(folds)]
            cells.setdefault(ratio, []).append((alpha, errors))
        curves = []
        for ratio, tried in sorted(cells.items()):
            tried.sort(key=lambda one: -one[0])
            curves.append(_curve(ratio, numpy.array([alpha for alpha, _ in tried]), numpy.array([errors for _, errors in tried])))
        ratio, alpha = _cell(search.best_params_, net)
        self.tuned = _Tuned(curves, ratio, alpha, net, X, y)
        if search.scorer_ is not None and "mean_squared_error" not in str(search.scorer_):
            _say("scored by `%s`: errors are recorded as squared errors only for neg_mean_squared_error" % search.scoring)
            self.tuned.curves = []

    # -- writing a model

    def finish(self):
        tuned = self.tuned or (_Tuned([], None, None, self.nets[-1][0], self.nets[-1][1], self.nets[-1][2]) if self.nets else None)
        if self.name is None or tuned is None:
            return
        net, X, y = tuned.net, _array(tuned.X), numpy.asarray(tuned.y, dtype=float)
        names = self.column_names(tuned.X)
        rows = self.rows(X, names)
        self.event("design", model=self.name, fold=None, rows=rows, columns=names, outcome=self.outcome(rows, y),
                   outcomeValues=y.tolist(), statistics=_statistics(X, names))
        folds = self.folds(rows)
        self.steps(X, names, rows, folds)
        self.grid(tuned, X, y, names)
        self.selection(tuned)
        self.fit(tuned, net, X, y, names, rows)
        self.last = dict(zip(names, net.coef_.tolist()))
        self.name = None
        self.clear()

    def coefficient(self, name):
        self.finish()
        return self.last[name]

    def column_names(self, X):
        if hasattr(X, "columns"):
            return [str(name) for name in X.columns]
        width = _array(X).shape[1]
        if self.columns is not None and len(self.columns) == width:
            return self.columns
        _say("the columns of X have no names; say them in planlock.model(name, columns=[...])")
        return ["column %d" % (j + 1) for j in range(width)]

    def rows(self, X, names):
        """Whose rows these are: in the order of the table where the values agree, or found by their values."""
        if len(X) == len(self.ids) and self.agrees(X, names, self.ids):
            return self.ids
        known = [name for name in names if self.raw(name, self.all) is not None]
        if known:
            of = {}
            for one, values in zip(self.all, zip(*(self.raw(name, self.all) for name in known))):
                of.setdefault(values, []).append(one)
            places = [names.index(name) for name in known]
            found = [of.get(tuple(float(row[j]) for j in places), []) for row in X]
            if all(len(ids) == 1 for ids in found):
                return [ids[0] for ids in found]
        _say("the rows of X are not those of the table that planlock.data() was given, so nobody can tell who was analysed")
        return None

    def agrees(self, X, names, ids):
        related = [self.transformed(X[:, j], name, ids)["kind"] for j, name in enumerate(names)]
        return "unknown" not in related and any(kind != "not in the table" for kind in related)

    def outcome(self, rows, y):
        planned = self.planned().get("outcome")
        if rows is None:
            return planned
        by_name = {variable["name"]: variable["value"] for variable in self.plan.get("variables", [])}
        if planned is not None and _is_near(self.value(by_name.get(planned, planned), rows), y):
            return planned
        for name in self.table:
            if _is_near(self.raw(name, rows), y):
                return name
        _say("the outcome of `%s` is neither the registered one nor a column of the table" % self.name)
        return "unknown values"

    def value(self, formula, rows):
        """A sum or difference of columns; nothing else is computed here."""
        words = formula.replace("+", " + ").replace("-", " - ").split()
        total, sign = numpy.zeros(len(rows)), 1
        for word in words:
            if word in "+-":
                sign = -1 if word == "-" else 1
                continue
            column = self.raw(word, rows)
            if column is None:
                return None
            total = total + sign * numpy.array(column)
        return total

    def planned(self):
        return next((one for one in self.plan.get("models", []) if one["name"] == self.name), {})

    def folds(self, rows):
        if not self.splits or rows is None:
            return None
        fold = [None] * len(rows)
        for k, (_, test) in enumerate(self.splits):
            for i in test:
                fold[i] = k + 1 if fold[i] is None else fold[i]
        if None in fold or sum(len(test) for _, test in self.splits) != len(rows):
            _say("the splits do not hold out everybody once, so they are not recorded as folds")
            return None
        self.event("folds", model=self.name, loop="validate", ids=rows, fold=fold, repeats=1)
        return fold

    def steps(self, X, names, rows, folds):
        """What was learnt from whom: by a StandardScaler inside the folds, or before them, read from the values themselves."""
        prepare = self.planned().get("prepare")
        if prepare is None or rows is None:
            return
        steps = next(one for one in self.plan["prepare"] if one["name"] == prepare)["steps"]
        outside = [(name, self.transformed(X[:, j], name, rows)) for j, name in enumerate(names)]
        outside = [(name, found) for name, found in outside if found["kind"] == "scaled"]
        for k in sorted(set(folds or [])) + [None]:
            training = [one for one, fold in zip(rows, folds or [None] * len(rows)) if k is None or fold != k]
            self.code_steps(prepare, steps, X, names, rows, k)
            self.interact_steps(prepare, steps, X, names, rows, k)
            if outside:
                from_whom = outside[0][1]
                self.scale_step(prepare, steps, [name for name, _ in outside], from_whom["to"], from_whom["rows"], k,
                                {name: {"mean": found["mean"], "sd": found["sd"]} for name, found in outside})
            else:
                self.scaler_step(prepare, steps, X, names, rows, training, k)

    def scaler_step(self, prepare, steps, X, names, rows, training, fold):
        of = {}
        for one, values in zip(rows, X):
            of.setdefault(values.tobytes(), []).append(one)
        for scaler, seen in self.scalers:
            whom = [one for ids in (of.get(values.tobytes(), []) for values in seen) for one in ids[:1]]
            if sorted(whom) == sorted(training) and scaler.with_mean and scaler.with_std:
                learnt = {name: {"mean": mean, "sd": sd} for name, mean, sd in zip(names, scaler.mean_, scaler.scale_)}
                self.scale_step(prepare, steps, names, "z(sd n)", whom, fold, learnt)
                return

    def scale_step(self, prepare, steps, columns, to, rows, fold, learnt):
        number = next((step["step"] for step in steps if "scale" in step), len(steps) + 1)
        more = {} if rows is None else {"fitRows": rows}
        self.keep_step(step=number, verb="scale", to=to, columns=columns, learnt=learnt, prepare=prepare,
                       fold=None if fold is None else str(fold), **more)

    def keep_step(self, **step):
        """Models of one preparation share its steps: what each shows of a step is put together, and written at the end."""
        key = (step["prepare"], step["fold"], step["step"], step.get("to"), tuple(sorted(step.get("fitRows", []))))
        known = self.kept.get(key)
        if known is not None:
            step["columns"] = known["columns"] + [name for name in step["columns"] if name not in known["columns"]]
            step["learnt"] = {**step["learnt"], **known["learnt"]}
        self.kept[key] = step

    def code_steps(self, prepare, steps, X, names, rows, fold):
        """Which number each level has among the values that entered; a turned reference level is told as the value used."""
        for step in (step for step in steps if "code" in step):
            mine = [name for name in step["code"] if name in names]
            learnt = {}
            for name in mine:
                values = self.codes(X[:, names.index(name)], name, rows)
                levels = [_word(one) for one in self.column(name, rows)]
                learnt[name] = {level: float(values[levels.index(level)]) for level in sorted(set(levels))}
                reference = str(next(c for c in self.plan["data"]["columns"] if c["name"] == name).get("reference", ""))
                lowest = min(learnt[name], key=learnt[name].get)
                if fold is None and reference and len(learnt[name]) == 2 and lowest != reference:
                    self.event("setting", path="data.columns." + name + ".reference", value=lowest)
            if mine:
                self.keep_step(step=step["step"], verb="code", using="row", fitRows=[], columns=mine, learnt=learnt,
                               prepare=prepare, fold=None if fold is None else str(fold))

    def codes(self, values, name, rows):
        """The codes before they were scaled, which two levels in the same places had."""
        found = self.transformed(values, name, rows)
        if found["kind"] != "scaled":
            return values
        raw = numpy.array(self.raw(name, rows))
        return raw.min() + raw.max() - raw if found["turned"] else raw

    def column(self, name, ids):
        place = {one: i for i, one in enumerate(self.all)}
        return [self.table[name][place[one]] for one in ids]

    def raw(self, name, ids):
        """The table's values as numbers; a variable with two levels is coded as the plan says."""
        if name not in self.table:
            return self.derived(name, ids)
        values = self.column(name, ids)
        planned = next((c for c in self.plan.get("data", {}).get("columns", []) if c["name"] == name), {})
        levels = planned.get("levels", [])
        if len(levels) == 2:
            codes = planned.get("code", {}).get("dummy", [0, 1])
            reference = str(planned.get("reference", levels[0]))
            return [float(codes[0] if _word(one) == reference else codes[1]) for one in values]
        try:
            return [float(one) for one in values]
        except (TypeError, ValueError):
            return None

    def derived(self, name, ids):
        """A variable that the plan computes, or a product that it forms, from the table's values; a list."""
        variable = next((one for one in self.plan.get("variables", []) if one["name"] == name), None)
        if variable is not None:
            value = self.value(variable["value"], ids)
            return None if value is None else [float(one) for one in value]
        parents = next(((left, right) for left, right in self.products() if left + ":" + right == name), None)
        raw = [self.raw(parent, ids) for parent in parents or ()]
        return [a * b for a, b in zip(*raw)] if raw and None not in raw else None

    def products(self):
        """The parents of every product that the plan forms."""
        steps = [step for one in self.plan.get("prepare", []) for step in one["steps"] if "interact" in step]
        return [pair for step in steps for pair in self.crossed(step)]

    def crossed(self, step):
        left, right = (self.terms(side) for side in step["interact"].split(" x "))
        return [(a, b) for a in left for b in right]

    def terms(self, name):
        """The terms behind the name of a set."""
        of = next((one["terms"] for one in self.plan.get("sets", []) if one["name"] == name), None)
        return [name] if of is None else [term for part in of for term in self.terms(part)]

    def interact_steps(self, prepare, steps, X, names, rows, fold):
        """What entered each product: the table's numbers, or those that the parents had in the matrix."""
        for step in (step for step in steps if "interact" in step):
            pairs = [(a, b) for a, b in self.crossed(step) if a + ":" + b in names]
            if not pairs:
                continue
            states = re.findall("unscaled|raw|residual|scaled", step.get("as", ""))
            found = {self.product(a, b, X, names, rows, states) for a, b in pairs}
            self.keep_step(step=step["step"], verb="interact", using="row", fitRows=[], columns=[a + ":" + b for a, b in pairs], learnt={},
                           prepare=prepare, fold=None if fold is None else str(fold),
                           **{"as": found.pop() if len(found) == 1 else "products of several kinds"})

    def product(self, left, right, X, names, rows, states):
        values = X[:, names.index(left + ":" + right)]
        parents = [self.parent(name, X, names, rows, planned) for name, planned in zip((left, right), (states + ["", ""])[:2])]
        for first, a in parents[0]:
            for second, b in parents[1]:
                if _is_line(values, numpy.asarray(a) * numpy.asarray(b)):
                    return "product(%s, %s)" % (first, second)
        return "another product"

    def parent(self, name, X, names, rows, planned):
        """A parent as the table has it, in the plan's word for that, and as it entered."""
        raw = self.raw(name, rows)
        found = [] if raw is None else [(planned if planned in ("raw", "unscaled") else "raw", raw)]
        return found + ([("scaled", X[:, names.index(name)])] if name in names else [])

    def transformed(self, values, name, ids):
        """The straight line from the table's values to those that entered, and whose mean and deviation it has."""
        raw = self.raw(name, ids)
        if raw is None:
            return {"kind": "not in the table"}
        raw, values = numpy.array(raw), numpy.asarray(values, dtype=float)
        if _is_near(raw, values):
            return {"kind": "as it is"}
        if set(numpy.unique(values)) <= {-1.0, 0.0, 1.0} and len(numpy.unique(raw)) <= 2:
            return {"kind": "coded"}
        apart = numpy.flatnonzero(raw != raw[0])
        if len(apart) == 0 or values[apart[0]] == values[0]:
            return {"kind": "unknown"}
        sd = (raw[apart[0]] - raw[0]) / (values[apart[0]] - values[0])
        mean = raw[0] - values[0] * sd
        if not _is_near((raw - mean) / sd, values, 1e-6):
            return {"kind": "unknown"}
        to, rows = self.whose(name, mean, abs(sd), ids)
        return {"kind": "scaled", "turned": sd < 0, "mean": mean, "sd": abs(sd), "to": to, "rows": rows}

    def whose(self, name, mean, sd, ids):
        for candidate in (ids, self.ids, self.all):
            raw = numpy.array(self.raw(name, candidate))
            if math.isclose(raw.mean(), mean, rel_tol=1e-6, abs_tol=1e-9):
                if math.isclose(raw.std(ddof=1), sd, rel_tol=1e-6):
                    return "z(sd n-1)", list(candidate)
                if math.isclose(raw.std(), sd, rel_tol=1e-6):
                    return "z(sd n)", list(candidate)
        return "other numbers", None

    def grid(self, tuned, X, y, names):
        if not tuned.curves:
            return
        entered = self.entered(X, y)
        self.event("grid", model=self.name, objective="textbook", lambdaFolds="same_values",
                   l1Ratios=[curve["ratio"] for curve in tuned.curves], lambdas=[curve["alpha"] for curve in tuned.curves],
                   lambdaMax=[_largest(entered, y, curve["ratio"]) for curve in tuned.curves])
        for curve in tuned.curves:
            self.event("cv", model=self.name, l1Ratio=curve["ratio"], **{"lambda": curve["alpha"]}, loss="squared_error",
                       mse=curve["mse"], se=curve["se"])

    def entered(self, X, y):
        """The matrix that the last fit of everybody really used, after what a pipeline does to it."""
        whole = [seen for _, seen, outcome in self.nets if len(seen) == len(X)]
        return whole[-1] if whole else X

    def selection(self, tuned):
        if not tuned.curves:
            return
        curve = next(one for one in tuned.curves if one["ratio"] == tuned.ratio)
        place = min(range(len(curve["alpha"])), key=lambda i: abs(curve["alpha"][i] - tuned.alpha))
        least = min(error for one in tuned.curves for error in one["mse"])
        rule = "minimum" if curve["mse"][place] <= least * (1 + 1e-9) else "another rule"
        self.event("selection", model=self.name, rule=rule, turns="jointly", l1Ratio=tuned.ratio, **{"lambda": curve["alpha"][place]},
                   loss="squared_error", mse=curve["mse"][place])

    def fit(self, tuned, net, X, y, names, rows):
        ratio = tuned.ratio if tuned.ratio is not None else float(getattr(net, "l1_ratio", 1.0))
        alpha = tuned.alpha if tuned.alpha is not None else float(net.alpha)
        entered = self.entered(X, y)
        self.event("fit", model=self.name, family="elastic_net", distribution="gaussian", objective="textbook",
                   solve="coordinate_descent", standardize=False, intercept="free" if net.fit_intercept else "none",
                   penaltyFactors=[1] * len(names), excluded=[], lowerLimits=[0] * len(names) if net.positive else "none",
                   upperLimits="none", weights="equal" if self.weights is None else "as given", l1Ratio=ratio, **{"lambda": alpha},
                   rows=rows, columns=names, interceptValue=float(net.intercept_), coefficients=net.coef_.tolist(),
                   kkt=_violation(entered, y, net, alpha, ratio, self.weights), iterations=int(numpy.max(net.n_iter_)),
                   converged=bool(numpy.max(net.n_iter_) < net.max_iter), stop=net.tol, nobs=len(X))

    # -- the file

    def end(self):
        self.sample()
        self.finish()
        for step in sorted(self.kept.values(), key=lambda one: one["step"]):
            self.event("step", **step)
        self.event("end")
        self.out.close()
        os.replace(self.part, self.target)
        _say("%s holds %d events; `plan compare LOCK %s` judges them" % (self.target, self.seq, self.target))

    def event(self, event, **fields):
        self.seq += 1
        everything = {"event": event, "seq": self.seq}
        everything.update((name, value) for name, value in fields.items() if value is not None or name == "fold")
        self.out.write(json.dumps(_finite(everything), ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n")
        self.out.flush()


class _Tuned:
    """A choice of penalty: the error curves, the cell, the fitted net, and the data that it was chosen on."""

    def __init__(self, curves, ratio, alpha, net, X, y):
        self.curves, self.ratio, self.alpha, self.net, self.X, self.y = curves, ratio, alpha, net, X, y


# ---- numbers ------------------------------------------------------------------------------------------------------------------

def _array(X):
    return numpy.ascontiguousarray(X.toarray() if hasattr(X, "toarray") else numpy.asarray(X), dtype=float)


def _curve(ratio, alphas, errors):
    """Errors of one l1_ratio, one row an alpha and one column a fold: their mean and its standard error as glmnet has it."""
    mean = errors.mean(axis=-1)
    spread = errors.std(axis=-1) / math.sqrt(max(1, errors.shape[-1] - 1))
    return {"ratio": float(ratio), "alpha": alphas.tolist(), "mse": mean.tolist(), "se": spread.tolist()}


def _net_of(estimator):
    return estimator.steps[-1][1] if hasattr(estimator, "steps") else estimator


def _cell(chosen, net):
    """l1_ratio and alpha among the parameters of a search; one that is not searched is the net's own."""
    def of(name, default):
        return float(next((value for key, value in chosen.items() if key.split("__")[-1] == name), default))

    return of("l1_ratio", getattr(net, "l1_ratio", 1.0)), of("alpha", net.alpha)


def _statistics(X, names):
    deviation = X.std(axis=0, ddof=1)
    return [{"column": name, "n": len(X), "mean": float(X[:, j].mean()), "sd": float(deviation[j])} for j, name in enumerate(names)]


def _largest(X, y, ratio):
    """The smallest penalty at which every coefficient is 0: max |x'(y - mean(y))| / (n l1_ratio)."""
    if ratio <= 0:
        return None
    return float(numpy.abs((X - X.mean(axis=0)).T @ (y - y.mean())).max() / (len(X) * ratio))


def _violation(X, y, net, alpha, ratio, weights=None):
    """How far the fit is from satisfying its optimality conditions, as a share of the largest penalty."""
    if X.shape[1] != len(net.coef_) or ratio <= 0:
        return None
    w = numpy.ones(len(X)) if weights is None or len(weights) != len(X) else weights
    slope = X.T @ (w * (y - X @ net.coef_ - net.intercept_)) / w.sum() - alpha * (1 - ratio) * net.coef_
    active = net.coef_ != 0
    beyond = slope if net.positive else numpy.abs(slope)  # a coefficient that may not fall below 0 is held there
    apart = numpy.where(active, numpy.abs(slope - alpha * ratio * numpy.sign(net.coef_)), numpy.maximum(0, beyond - alpha * ratio))
    return float(apart.max() / _largest(X, y, ratio))


def _is_near(a, b, within=1e-9):
    if a is None or len(a) != len(b):
        return False
    return bool(numpy.allclose(numpy.asarray(a, dtype=float), numpy.asarray(b, dtype=float), rtol=within, atol=within))


def _is_line(a, b):
    """Whether one is the other, or the other scaled."""
    if _is_near(a, b):
        return True
    return bool(numpy.std(a) > 0 and numpy.std(b) > 0 and numpy.corrcoef(a, b)[0, 1] > 1 - 1e-12)


def _word(value):
    """A level as the plan writes it: 1, not 1.0."""
    return str(int(value)) if isinstance(value, (float, numpy.floating)) and float(value).is_integer() else str(value)


def _finite(value):
    """Plain values for JSON; what is not finite is null."""
    if isinstance(value, dict):
        return {str(key): _finite(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, numpy.ndarray)):
        return [_finite(one) for one in value]
    if isinstance(value, (bool, numpy.bool_)):
        return bool(value)
    if isinstance(value, (int, numpy.integer)):
        return int(value)
    if isinstance(value, (float, numpy.floating)):
        return float(value) if math.isfinite(value) else None
    return value


def _say(text):
    print("planlock: " + text, file=sys.stderr)
