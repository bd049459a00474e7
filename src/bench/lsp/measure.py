#!/usr/bin/env python3
"""How long the language server takes to answer about a plan of 2,000 lines, over its standard streams.

Usage: measure.py COMMAND... ; COMMAND starts the server, for example `./plan lsp`.
Each answer is timed from the request's last byte to the answer's last byte; the first ROUNDS answers warm the server up.
"""
import json, statistics, subprocess, sys, time

ROUNDS = 200


def plan_text(yaml, lines=2000):
    """A plan with as many columns, variables, sets and models as fill the lines."""
    n = (lines - 60) // 3
    cols = [f"x{i}" for i in range(n)]
    sets = [cols[i:i + 20] for i in range(0, n, 20)]
    if yaml:
        out = ["planlock: 1", "plan: {id: long, title: a long plan}", "data:", "  tables:",
               "    - {name: t, file: t.tsv, key: [participant_id]}", "  columns:"]
        out += [f"    - {{name: {c}, table: t, type: number, range: [0, 9], unit: points}}" for c in cols]
        out += ["variables:", "  - {name: y, role: outcome, value: x0 - x1, unit: points}"]
        out += [f"  - {{name: d{i}, role: predictor, value: x{i} - x0, unit: points}}" for i in range(n)]
        out += ["sets:"] + [f"  - {{name: s{i}, terms: [{', '.join(s)}]}}" for i, s in enumerate(sets)]
        out += ["penalty:", "  family: elastic_net", "  objective: glmnet", "  standardize: false", "models:"]
        out += [f"  - {{name: m{i}, outcome: y, terms: [d{i}, s{i % len(sets)}]}}" for i in range(lines - len(out))]
    else:
        out = ['plan "long" language 1 { title "a long plan" }', "data {", '  table t from "t.tsv" key participant_id']
        out += [f"  column {c} in t number 0 .. 9 unit points" for c in cols] + ["}"]
        out += ["outcome y = x0 - x1 unit points"]
        out += [f"predictor d{i} = x{i} - x0 unit points" for i in range(n)]
        out += [f"set s{i} = {', '.join(s)}" for i, s in enumerate(sets)]
        out += ["penalty elastic_net {", "  objective glmnet", "  standardize no", "}"]
        out += [f"model m{i} {{ outcome y terms d{i}, s{i % len(sets)} }}" for i in range(lines - len(out))]
    return "\n".join(out) + "\n"


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


def report(what, times):
    times = sorted(times)
    p95 = times[int(0.95 * (len(times) - 1))]
    print(f"{what:44} median {statistics.median(times):7.1f} ms   p95 {p95:7.1f} ms   most {times[-1]:7.1f} ms")


def measure(server, name, text):
    uri = f"file:///nowhere/{name}"
    lines = text.split("\n")
    document = {"uri": uri}
    server.tell("textDocument/didOpen", {"textDocument": {**document, "languageId": "planlock", "version": 1, "text": text}})
    print(f"{name}: {len(lines) - 1} lines, {len(text)} characters; judged after {server.published(1):.0f} ms")
    model = next(i for i, line in enumerate(lines) if "m7" in line and "outcome" in line)
    key = next(i for i, line in enumerate(lines) if line.strip().startswith("standardize"))
    at = lambda line, word, after: {"textDocument": document, "position": {"line": line, "character": lines[line].index(word) + after}}
    hovers, completions, typed = [], [], []
    for i in range(2 * ROUNDS):
        hover, shown = server.ask("textDocument/hover", at(key, "standardize", 3) if i % 2 else at(model, "d7", 1))
        completion, offered = server.ask("textDocument/completion", at(model, "d7", 0) if i % 2 else at(key, "standardize", 0))
        assert shown and offered, "no answer"
        if i >= ROUNDS:
            hovers.append(hover)
            completions.append(completion)
    version = 1
    for i in range(ROUNDS // 2):  # a letter is typed before each question: the text is another one every time
        version += 1
        place = {"line": model, "character": lines[model].index("d7")}
        server.tell("textDocument/didChange", {"textDocument": {**document, "version": version},
                                               "contentChanges": [{"range": {"start": place, "end": place}, "text": "d"}]})
        place = {"line": model, "character": lines[model].index("d7") + i + 1}
        completion, offered = server.ask("textDocument/completion", {"textDocument": document, "position": place})
        assert offered, "no answer"
        typed.append(completion)
    report("hover", hovers)
    report("completion", completions)
    report("completion after each letter typed", typed)
    print(f"{'judged after the last letter':44} {server.published(version):14.0f} ms")


server = Server(sys.argv[1:])
server.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
server.tell("initialized", {})
measure(server, "long.plan.yaml", plan_text(True))
measure(server, "long.plan", plan_text(False))
server.ask("shutdown", None)
server.tell("exit", None)
sys.exit(server.process.wait())
