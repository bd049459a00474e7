#!/usr/bin/env python3
"""How long the language server takes to answer about a plan of 2,000 lines, over its standard streams.

Usage: measure.py COMMAND... ; COMMAND starts the server, for example `./plan lsp`.
Each answer is timed from the request's last byte to the answer's last byte. The first ROUNDS answers of each kind warm the server up and
are thrown away. `right after a letter` types one letter before each question and asks at once; `while typing` asks after a pause of 0 to
400 ms, when the server may be judging the text in the background. Exits with 1 if the slowest answer of a row took more than LIMIT ms.
"""
import json, random, statistics, subprocess, sys, time

ROUNDS = 120
LIMIT = 50


def plan_lines(notation, lines=2000):
    """A plan with as many columns, variables, sets and models as fill the lines; one line a thing."""
    n = (lines - 60) // 3
    cols = [f"x{i}" for i in range(n)]
    sets = [cols[i:i + 20] for i in range(0, n, 20)]
    quoted = lambda names: ", ".join(f"'{name}'" for name in names)
    if notation == "yaml":
        out = ["planlock: 1", "plan: {id: long, title: a long plan}", "data:", "  tables:",
               "    - {name: t, file: t.tsv, key: [participant_id]}", "  columns:"]
        out += [f"    - {{name: {c}, table: t, type: number, range: [0, 9], unit: points}}" for c in cols]
        out += ["variables:", "  - {name: y, role: outcome, value: x0 - x1, unit: points}"]
        out += [f"  - {{name: d{i}, role: predictor, value: x{i} - x0, unit: points}}" for i in range(n)]
        out += ["sets:"] + [f"  - {{name: s{i}, terms: [{', '.join(s)}]}}" for i, s in enumerate(sets)]
        out += ["penalty:", "  family: elastic_net", "  objective: glmnet", "  standardize: false", "models:"]
        model = "  - {{name: m{0}, outcome: y, terms: [d{0}, s{1}]}}"
    elif notation == "plan":
        out = ['plan "long" language 1 { title "a long plan" }', "data {", '  table t from "t.tsv" key participant_id']
        out += [f"  column {c} in t number 0 .. 9 unit points" for c in cols] + ["}"]
        out += ["outcome y = x0 - x1 unit points"]
        out += [f"predictor d{i} = x{i} - x0 unit points" for i in range(n)]
        out += [f"set s{i} = {', '.join(s)}" for i, s in enumerate(sets)]
        out += ["penalty elastic_net {", "  objective glmnet", "  standardize no", "}"]
        model = "model m{0} {{ outcome y terms d{0}, s{1} }}"
    else:
        out = ["planlock 1", "plan('long') { title 'a long plan' }", "data {", "  table 't', file: 't.tsv', key: ['participant_id']"]
        out += [f"  column '{c}', table: 't', type: 'number', range: [0, 9], unit: 'points'" for c in cols] + ["}"]
        out += ["outcome 'y', value: 'x0 - x1', unit: 'points'"]
        out += [f"predictor 'd{i}', value: 'x{i} - x0', unit: 'points'" for i in range(n)]
        out += [f"set 's{i}', terms: [{quoted(s)}]" for i, s in enumerate(sets)]
        out += ["penalty('elastic_net') {", "  objective 'glmnet'", "  standardize false", "}"]
        model = "model 'm{0}', outcome: 'y', terms: ['d{0}', 's{1}']"
    return out + [model.format(i, i % len(sets)) for i in range(lines - len(out))]


class Server:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while True:
            line = self.process.stdout.readline().strip()
            if not line:
                break
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def ask(self, method, params):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        begun = time.perf_counter()
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                return (time.perf_counter() - begun) * 1000, answer.get("result")

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def published(self, version):
        begun = time.perf_counter()
        while True:
            answer = self.receive()
            if answer.get("method", "").endswith("publishDiagnostics") and answer["params"].get("version") == version:
                return (time.perf_counter() - begun) * 1000


class Document:
    """An open plan, in which letters are typed before the name of a term in the middle of the models."""

    def __init__(self, server, name, lines):
        self.server, self.lines, self.version = server, lines, 1
        self.document = {"uri": f"file:///nowhere/{name}"}
        text = "\n".join(lines) + "\n"
        server.tell("textDocument/didOpen", {"textDocument": {**self.document, "languageId": "planlock", "version": 1, "text": text}})
        print(f"{name}: {len(lines)} lines, {len(text)} characters; judged after {server.published(1):.0f} ms")
        at = lambda part: next(i for i, line in enumerate(lines) if part(line))
        last = lambda part: len(lines) - 1 - next(i for i, line in enumerate(reversed(lines)) if part(line))
        self.key = at(lambda line: line.strip().startswith("standardize"))
        self.column = last(lambda line: "range:" in line or "column " in line)
        self.variable = last(lambda line: "predictor" in line)
        self.typed = at(lambda line: "m300" in line)
        self.last = len(lines) - 1
        self.letters = 0

    def hover(self, line, word, nth=0):
        character = self.lines[line].index(word) + 1
        return self.server.ask("textDocument/hover", {"textDocument": self.document, "position": {"line": line, "character": character}})

    def completion(self, line, word, after=0):
        character = self.lines[line].index(word) + after
        return self.server.ask("textDocument/completion", {"textDocument": self.document, "position": {"line": line, "character": character}})

    def places(self):
        """Where hover and completion are asked in turn: a key, a name, and the ends of the longest lists."""
        number = self.last - next(i for i, line in enumerate(self.lines) if "m0" in line)
        return [(self.key, "standardize"), (self.column, "points"), (self.variable, "x64"), (self.last, f"d{number}")]

    def type(self):
        """One letter before the term of a model, and another model's term on from there every ten letters."""
        self.version += 1
        if self.letters == 10:
            self.typed, self.letters = self.typed + 1, 0
        start = self.lines[self.typed].index("d3")
        place = {"line": self.typed, "character": start}
        self.lines[self.typed] = self.lines[self.typed][:start] + "d" + self.lines[self.typed][start:]
        self.letters += 1
        self.server.tell("textDocument/didChange", {"textDocument": {**self.document, "version": self.version},
                                                    "contentChanges": [{"range": {"start": place, "end": place}, "text": "d"}]})
        return {"line": self.typed, "character": start + 1}


def row(what, times):
    times = sorted(times)
    p95 = times[int(0.95 * (len(times) - 1))]
    print(f"| {what:34} | {statistics.median(times):6.1f} | {p95:6.1f} | {times[-1]:6.1f} |")
    return times[-1] <= LIMIT


def asked(question, count):
    times = []
    for i in range(count):
        time_taken, answer = question(i)
        assert answer, f"no answer to question {i}"
        times.append(time_taken)
    return times


def measure(server, name, lines):
    plan = Document(server, name, lines)
    places = plan.places()
    hover = lambda i: plan.hover(*places[i % len(places)])
    completion = lambda i: plan.completion(*places[i % len(places)])
    def typed(then, pause):
        def question(i):
            position = plan.type()
            if pause:
                time.sleep(random.Random(i).uniform(0, 0.4))
            if then == "hover":
                return hover(i)
            return server.ask("textDocument/completion", {"textDocument": plan.document, "position": position})
        return question
    first = asked(hover, 1)[0], asked(completion, 1)[0]
    asked(hover, ROUNDS), asked(completion, ROUNDS)
    print("| milliseconds                       | median |    95% |   most |")
    within = row("hover", asked(hover, ROUNDS))
    within &= row("completion", asked(completion, ROUNDS))
    for what, pause in [("right after a letter", 0), ("while typing", 1)]:
        for question in ["hover", "completion"]:
            asked(typed(question, 0), ROUNDS // 4)
            within &= row(f"{question} {what}", asked(typed(question, pause), ROUNDS // (3 if pause else 1)))
    print(f"first hover and completion: {first[0]:.0f} and {first[1]:.0f} ms; judged {server.published(plan.version):.0f} ms after the last letter")
    return within


server = Server(sys.argv[1:])
server.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
server.tell("initialized", {})
within = [measure(server, "long.plan" + ending, plan_lines(notation))
          for notation, ending in [("yaml", ".yaml"), ("plan", ""), ("groovy", ".groovy")]]
server.ask("shutdown", None)
server.tell("exit", None)
sys.exit(server.process.wait() or (0 if all(within) else 1))
