package org.planlock.deviation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.planlock.lock.FileFingerprint;
import org.planlock.lock.LockedTable;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Provenance;
import org.planlock.lock.Sha256;
import org.planlock.lock.Statement;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceMemory;
import org.planlock.trace.TraceValue;

/** A small locked plan, the trace of an analysis that keeps to it, and ways to change both. */
final class SmallStudy {
  static final String PLAN =
      """
      planlock: 1
      plan: {id: small, title: A small study}
      data:
        tables:
          - {name: people, file: people.tsv, key: [id], missing: [n/a], complete: true}
        columns:
          - {name: age, table: people, type: number, range: [0, 120], unit: years}
          - {name: sex, table: people, levels: [m, f], reference: m, code: {dummy: [0, 1]}}
          - {name: group, table: people, levels: [a, b]}
      sample:
        target: 7 enrolled
        minimum: 5 analysis_set
        rules:
          - {include: "age >= 18 years", because: adults}
          - {exclude: "missing(late)", because: no outcome}
        abort: {below: [{per_group: 2, in: analysis_set}, {count: 4, in: training_fold}]}
        order: id ascending
        flow: {by: group, counts: [sequential]}
      variables:
        - {name: change, role: outcome, value: late - early, unit: points}
      sets:
        - {name: clinical, terms: [age, sex]}
        - {name: scan, columns: "fc_*", in: people}
      prepare:
        - name: main
          steps:
            - {step: 1, code: [sex], using: row}
            - {step: 2, scale: [clinical, scan], to: z(sd n-1), constant: zero, using: training_fold}
          columns: [clinical, scan, "age:sex"]
      penalty:
        family: elastic_net
        distribution: {family: gaussian, weights: equal, refit: none}
        objective: glmnet
        l1_ratio: [0.5, 1]
        lambda: {values: 3, spacing: log_spaced, from: max, to: 0.01 * max}
        lambda_max: {formula: "max_abs(x'(y - mean(y))) / (n * l1_ratio)", using: analysis_set, per: [model]}
        standardize: false
        intercept: free
        penalty_factor: {every_term: 1, bounds: none, terms: [{factor: 2, for: [sex]}], unpenalised: [age]}
      validate:
        scheme: leave_one_out
        by: participant
        repeats: 1
        loss: {of: squared_error, aggregate: mean over rows}
        select: {minimum: jointly, over: [l1_ratio, lambda]}
        ties: {within: 1e-12 relative, prefer: [larger l1_ratio, larger lambda]}
      models:
        - {name: first, outcome: change, terms: [clinical], role: primary}
        - {name: second, extends: first, add: [scan], role: secondary}
        - {name: third, outcome: change, terms: [age, "age:sex"], role: exploratory}
      hypotheses:
        - {id: H1, corroborated: "coefficient(first, age) > 0", falsified: "coefficient(first, age) < 0"}
        - {id: H2, corroborated: "cv_mse(second) < 2 and cv_r2(second) > 0"}
      inference:
        cv_r2: {formula: 1 - sse/sst, sst: mean of training_fold}
      exploratory:
        - {correlate: change, with: age, by: spearman}
      compute:
        engine: {name: planlock, version: of_lock}
        rng: {algorithm: sha256_counter, seed: plan_digest, stream: per step}
        same: 1e-9 relative
      """;

  static final List<String> ENROLLED = List.of("s1", "s2", "s3", "s4", "s5", "s6", "s7");
  static final List<String> ANALYSED = List.of("s1", "s2", "s3", "s4", "s5", "s6");
  static final String SHA = "ab".repeat(32);

  private final String text;
  private final List<TraceEvent> events;

  private SmallStudy(String text, List<TraceEvent> events) {
    this.text = text;
    this.events = List.copyOf(events);
  }

  /** The plan, and an analysis that keeps to it. */
  static SmallStudy conforming() {
    var bound = bind(PLAN);
    return new SmallStudy(PLAN, new Recording(bound).events());
  }

  private static final Map<String, BoundPlan> BOUND = new ConcurrentHashMap<>();

  static BoundPlan bind(String text) {
    return BOUND.computeIfAbsent(text, SmallStudy::read);
  }

  private static BoundPlan read(String text) {
    return new YamlPlanReader()
        .read(SourceFile.of("small.yaml", text))
        .then(PlanBinder::bind)
        .orThrow();
  }

  /** Another plan beside the same analysis. */
  SmallStudy planned(String from, String to) {
    if (!text.contains(from)) {
      throw new IllegalArgumentException("the plan has no " + from);
    }
    return new SmallStudy(text.replace(from, to), events);
  }

  /** The same with some events changed. */
  SmallStudy with(Predicate<TraceEvent> which, UnaryOperator<TraceEvent> change) {
    if (events.stream().noneMatch(which)) {
      throw new IllegalArgumentException("no such event");
    }
    return new SmallStudy(
        text, events.stream().map(e -> which.test(e) ? change.apply(e) : e).toList());
  }

  SmallStudy with(String type, UnaryOperator<TraceEvent> change) {
    return with(event -> event.type().equals(type), change);
  }

  SmallStudy with(String type, String modelName, UnaryOperator<TraceEvent> change) {
    return with(of(type, modelName), change);
  }

  SmallStudy without(Predicate<TraceEvent> which) {
    return new SmallStudy(text, events.stream().filter(which.negate()).toList());
  }

  SmallStudy without(String type) {
    return without(event -> event.type().equals(type));
  }

  /** The same with one more event before the last. */
  SmallStudy and(TraceEvent event) {
    var longer = new ArrayList<>(events);
    longer.add(longer.size() - 1, event);
    return new SmallStudy(text, longer);
  }

  /** The same with a value that the analysis says it used. */
  SmallStudy setting(String path, TraceValue value) {
    return and(TraceEvent.of(TraceEvents.SETTING).with("path", path).with("value", value));
  }

  static Predicate<TraceEvent> of(String type, String modelName) {
    return e -> e.type().equals(type) && e.text("model").filter(modelName::equals).isPresent();
  }

  List<TraceEvent> events() {
    return events;
  }

  SmallStudy events(List<TraceEvent> others) {
    return new SmallStudy(text, others);
  }

  Evidence evidence() {
    return evidence(Optional.of(lock(bind(PLAN))));
  }

  Evidence evidence(Optional<PlanLock> lock) {
    return new Evidence(bind(text), lock, trace());
  }

  /** The same where the study's ledger tells more. */
  Evidence evidence(Foreknowledge foreknowledge) {
    return new Evidence(bind(text), Optional.of(lock(bind(PLAN))), trace(), foreknowledge);
  }

  /** The same beside the trace of another analysis. */
  Evidence beside(SmallStudy other) {
    return evidence().beside(other.trace());
  }

  Trace trace() {
    var memory = new TraceMemory();
    events.forEach(memory::record);
    return memory.trace("trace.jsonl");
  }

  DeviationReport report() {
    return DeviationReport.of(evidence());
  }

  /** Code and path of every deviation, and the path of every gap. */
  List<String> found() {
    var report = report();
    var found = new ArrayList<String>();
    report.deviations().forEach(d -> found.add(d.rule().code() + " " + d.path()));
    report.gaps().forEach(gap -> found.add("gap " + gap.path()));
    return found;
  }

  /** What is found, in a line: code, place, weight and both values, or what is not told. */
  static String told(DeviationReport report) {
    var lines = new ArrayList<String>();
    for (var d : report.deviations()) {
      var values = ValueText.of(d.planned()) + " -> " + ValueText.of(d.observed());
      lines.add(d.rule().code() + " " + d.path() + " " + d.floor() + ": " + values);
    }
    report.gaps().forEach(gap -> lines.add("gap " + gap.path() + ": " + gap.evidence()));
    return String.join("; ", lines).replaceAll("([0-9a-f]{2})\\1{31}", "$1");
  }

  String told() {
    return told(report());
  }

  /** An event without one of its fields. */
  static TraceEvent without(TraceEvent event, String field) {
    var rest = new LinkedHashMap<>(event.members());
    rest.remove(field);
    return new TraceEvent(event.seq(), event.type(), rest);
  }

  static PlanLock lock(BoundPlan bound) {
    var data = new FileFingerprint(new Sha256(SHA), 10, Optional.empty());
    return new PlanLock(
        new Statement(
            bound.canonical(),
            List.of(),
            List.of(new LockedTable("people.tsv", Optional.of(data))),
            new Provenance(
                1,
                new Provenance.Tool("planlock", "0.1.0"),
                Optional.empty(),
                Instant.parse("2026-03-02T09:14:07Z"),
                new Provenance.Source("small.yaml", "yaml", Optional.empty()))));
  }

  /** Writes what an analysis that keeps to the plan would record. */
  private record Recording(BoundPlan bound) {
    private static final double[] LARGEST = {4, 2};

    List<TraceEvent> events() {
      var all = new ArrayList<TraceEvent>();
      all.add(start());
      all.add(
          TraceEvent.of(TraceEvents.DATA)
              .with("table", "people")
              .with("path", "people.tsv")
              .with("sha256", SHA)
              .with("bytes", 10)
              .with("rows", 7)
              .withTexts("columns", List.of("id", "age", "sex", "fc_a", "early", "fc_b", "late")));
      sample(all);
      steps(all);
      model(all, "first", List.of("age", "sex"), 1.5);
      model(all, "second", List.of("age", "sex", "fc_a", "fc_b"), 1.25);
      model(all, "third", List.of("age", "age:sex"), 1.75);
      all.add(hypothesis("H1", "corroborated", Map.of("coefficient(first, age)", 0.5)));
      all.add(
          hypothesis("H2", "corroborated", Map.of("cv_mse(second)", 1.25, "cv_r2(second)", 0.25)));
      all.add(
          TraceEvent.of(TraceEvents.CORRELATION)
              .with("outcome", "change")
              .with("with", "age")
              .with("method", "spearman")
              .with("n", 6)
              .with("value", 0.5)
              .with("p", 0.3));
      all.add(setting("models.first.outcome", TraceValue.of("change")));
      all.add(setting("models.first.penalty.l1_ratio", TraceValue.numbers(0.5, 1)));
      all.add(setting("models.first.penalty.standardize", TraceValue.of(false)));
      all.add(TraceEvent.of(TraceEvents.END));
      return all;
    }

    private TraceEvent start() {
      var lock = lock(bound);
      Map<String, TraceValue> tool = new LinkedHashMap<>();
      tool.put("name", TraceValue.of("planlock"));
      tool.put("version", TraceValue.of("0.1.0"));
      return TraceEvent.of(TraceEvents.START)
          .with("format", TraceEvents.FORMAT)
          .with("tool", TraceValue.fields(tool))
          .with("semantics", 1)
          .with("plan", lock.planDigest().toString())
          .with("lock", lock.sha256().toString())
          .with("label", "confirmatory")
          .with("overrides", TraceValue.items(List.of()))
          .with("choices", TraceValue.items(List.of()));
    }

    private static void sample(List<TraceEvent> all) {
      all.add(TraceEvent.of(TraceEvents.ENROLLED).withTexts("ids", ENROLLED));
      all.add(
          TraceEvent.of(TraceEvents.EXCLUSION)
              .with("id", "s7")
              .with("rule", "sample.rules[no outcome]")
              .with("because", "no outcome")
              .with("origin", "plan"));
      all.add(
          TraceEvent.of(TraceEvents.SAMPLE)
              .withTexts("ids", ANALYSED)
              .with("n", 6)
              .with("target", 7)
              .with("minimum", 5));
      all.add(
          TraceEvent.of(TraceEvents.FLOW)
              .with("by", "group")
              .with("counts", TraceValue.fields(Map.of("kept", TraceValue.of(6.0))))
              .with(
                  "groups",
                  TraceValue.fields(
                      Map.of(
                          "a", TraceValue.fields(Map.of("kept", TraceValue.of(3.0))),
                          "b", TraceValue.fields(Map.of("kept", TraceValue.of(3.0)))))));
    }

    private static void steps(List<TraceEvent> all) {
      all.add(step(1, "code", "row", List.of(), List.of("sex")).without("fold"));
      all.add(scale(ANALYSED).without("fold"));
      for (int fold = 1; fold <= ANALYSED.size(); fold++) {
        var training = new ArrayList<>(ANALYSED);
        training.remove(fold - 1);
        all.add(scale(training).with("fold", fold + ""));
      }
    }

    private static TraceEvent scale(List<String> rows) {
      return step(2, "scale", "training_fold", rows, List.of("age", "sex", "fc_a", "fc_b"))
          .with("to", "z(sd n-1)");
    }

    private static TraceEvent step(
        int number, String verb, String using, List<String> rows, List<String> columns) {
      return TraceEvent.of(TraceEvents.STEP)
          .with("prepare", "main")
          .with("step", number)
          .with("verb", verb)
          .with("using", using)
          .withTexts("fitRows", rows)
          .withTexts("columns", columns);
    }

    private static void model(
        List<TraceEvent> all, String name, List<String> columns, double smallest) {
      all.add(
          event(TraceEvents.DESIGN, name)
              .without("fold")
              .withTexts("rows", ANALYSED)
              .withTexts("columns", columns)
              .with("outcome", "change")
              .with("outcomeFormula", "late - early"));
      all.add(
          event(TraceEvents.FOLDS, name)
              .with("loop", "validate")
              .with("scheme", "leave_one_out")
              .with("by", "participant")
              .withTexts("ids", ANALYSED)
              .with("fold", TraceValue.wholes(1, 2, 3, 4, 5, 6))
              .with("repeats", 1));
      all.add(
          event(TraceEvents.GRID, name)
              .with("objective", "glmnet")
              .with("lambdaFolds", "same_values")
              .withNumbers("l1Ratios", 0.5, 1)
              .with(
                  "lambdas",
                  TraceValue.items(
                      List.of(TraceValue.numbers(4, 0.4, 0.04), TraceValue.numbers(2, 0.2, 0.02))))
              .with("lambdaMax", TraceValue.numbers(LARGEST)));
      curves(all, name, smallest);
      all.add(
          event(TraceEvents.SELECTION, name)
              .with("rule", "minimum")
              .with("turns", "jointly")
              .with("l1Ratio", 1)
              .with("lambda", 0.2)
              .with("loss", "squared_error")
              .with("mse", smallest)
              .with("tied", 1)
              .with("edge", false));
      all.add(fit(name, columns));
      all.add(
          event(TraceEvents.SCORE, name)
              .with("name", "crossValidated")
              .with("definition", "1 - sse/sst; sst mean of training_fold")
              .with("value", 0.25));
    }

    private static void curves(List<TraceEvent> all, String name, double smallest) {
      for (int line = 0; line < 2; line++) {
        double largest = LARGEST[line];
        all.add(
            event(TraceEvents.CV, name)
                .with("l1Ratio", line == 0 ? 0.5 : 1)
                .withNumbers("lambda", largest, largest / 10, largest / 100)
                .with("loss", "squared_error")
                .withNumbers("mse", 3, line == 0 ? 2 : smallest, 2.5)
                .withNumbers("se", 0.5, 0.5, 0.5)
                .withNumbers("nonzero", 0, 1, 2));
      }
    }

    private static TraceEvent fit(String name, List<String> columns) {
      var factors =
          columns.stream()
              .mapToDouble(c -> c.equals("age") ? 0 : c.equals("sex") ? 2 : 1)
              .toArray();
      return event(TraceEvents.FIT, name)
          .with("family", "elastic_net")
          .with("distribution", "gaussian")
          .with("objective", "glmnet")
          .with("solve", "exact")
          .with("tolerance", 1e-9)
          .with("standardize", false)
          .with("intercept", "free")
          .with("weights", "equal")
          .withNumbers("penaltyFactors", factors)
          .withTexts("excluded", List.of())
          .with("lowerLimits", "none")
          .with("upperLimits", "none")
          .with("l1Ratio", 1)
          .with("lambda", 0.2)
          .withTexts("rows", ANALYSED)
          .withTexts("columns", columns)
          .with("interceptValue", 1)
          .withNumbers(
              "coefficients", IntStream.range(0, columns.size()).mapToDouble(i -> 0.5).toArray())
          .with("kkt", 0)
          .with("iterations", 7)
          .with("converged", true);
    }

    private static TraceEvent hypothesis(String id, String verdict, Map<String, Double> values) {
      Map<String, TraceValue> members = new LinkedHashMap<>();
      values.forEach((call, value) -> members.put(call, TraceValue.of(value)));
      return TraceEvent.of(TraceEvents.HYPOTHESIS)
          .with("id", id)
          .with("verdict", verdict)
          .with("values", TraceValue.fields(members));
    }

    private static TraceEvent setting(String path, TraceValue value) {
      return TraceEvent.of(TraceEvents.SETTING).with("path", path).with("value", value);
    }

    private static TraceEvent event(String type, String name) {
      return TraceEvent.of(type).with("model", name);
    }
  }
}
