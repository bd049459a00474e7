"""Makes the tables of the plans in this folder: invented people, the same ones every time."""
import csv
import random


def write(name, header, rows):
    with open(name, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header] + rows)


def number(value):
    return "%.2f" % value


def wide():
    draw = random.Random(1)
    edges = ["fc_%02d" % k for k in range(1, 13)]
    rows = []
    for i in range(12):
        age, motion, male = draw.randint(20, 60), draw.uniform(0.05, 0.3), i % 2
        brain = [draw.gauss(0, 1) + motion for _ in edges]
        pain = 5 + brain[0] - brain[3] + 0.02 * age + draw.gauss(0, 0.5)
        rows.append(["w%02d" % (i + 1), "abc"[i % 3], age, male, number(motion), number(pain)] + [number(b) for b in brain])
    rows[4][4] = "0.61"  # moved too much
    write("wide.csv", ["id", "site", "age", "male", "motion", "pain"] + edges, rows)


def visits():
    draw = random.Random(2)
    measures = ["face", "rest", "stroop"]
    people, scores, scans = [], [], []
    for i in range(14):
        id, arm = "v%02d" % (i + 1), ["placebo", "drug"][i % 2]
        people.append([id, draw.randint(20, 60), "MF"[(i // 2) % 2], draw.randint(8, 18), arm])
        change = 0.0
        for m in measures:
            before = draw.gauss(1, 0.5)
            after = before + draw.gauss(0.3, 0.5)
            change += after - before
            scans.append([id, "pre", m, number(before), number(draw.uniform(0.05, 0.5))])
            scans.append([id, "post", m, number(after), number(draw.uniform(0.05, 0.5))])
        pre = draw.randint(35, 60)
        scores.append([id, "pre", pre])
        scores.append([id, "post", max(0, round(pre - 8 - 6 * change - 4 * (arm == "drug") + draw.gauss(0, 2)))])
    people[3][3] = "n/a"
    for row in scans:
        if row[0] == "v06" and row[1] == "post" and row[2] == "rest":
            row[3] = row[4] = "n/a"
    scores[-1][2] = "n/a"  # nobody knows how v14 ended
    write("visits_people.csv", ["id", "age", "sex", "education", "arm"], people)
    write("visits_scores.csv", ["id", "visit", "caps"], scores)
    write("visits_scans.csv", ["id", "visit", "measure", "raw", "fd"], scans)


def trial():
    draw = random.Random(3)
    rows = []
    for i in range(16):
        arm, sex, age = ["sham", "active"][i % 2], "fm"[(i // 2) % 2], draw.randint(20, 60)
        a, b = draw.gauss(0, 1), draw.gauss(0, 1)
        before = draw.randint(30, 60)
        gain = 4 + 3 * a + 2 * b * (arm == "active") + 3 * (arm == "active") + draw.gauss(0, 1)
        rows.append(["t%02d" % (i + 1), arm, sex, age, number(a), number(b), number(draw.gauss(0, 1)), number(draw.uniform(0.05, 0.5)), before, number(before - gain)])
    rows[2][4], rows[9][5] = "NA", "NA"
    rows[15][3] = 17  # a minor
    write("trial.csv", ["id", "arm", "sex", "age", "amygdala", "striatum", "cortex", "fd", "before", "after"], rows)


def classes():
    draw = random.Random(4)
    rows = []
    for i in range(18):
        x, z = draw.gauss(0, 1), draw.gauss(0, 2)
        well = x - 0.5 * z + draw.gauss(0, 1) > 0
        rows.append(["c%02d" % (i + 1), ["no", "yes"][well], number(x), number(z), draw.randint(20, 70), draw.choice([1, 1, 2])])
    write("classes.csv", ["id", "well", "x", "z", "age", "trust"], rows)


wide()
visits()
trial()
classes()
