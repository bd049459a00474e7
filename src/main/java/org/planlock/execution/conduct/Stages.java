package org.planlock.execution.conduct;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.Places;
import org.planlock.execution.UsedSettings;
import org.planlock.execution.fit.FitContext;
import org.planlock.execution.prepare.PreparationEngine;
import org.planlock.execution.readiness.OpenChoices;
import org.planlock.execution.readiness.Support;
import org.planlock.execution.sample.DataIntake;
import org.planlock.execution.sample.Frame;
import org.planlock.execution.sample.SampleResult;
import org.planlock.execution.sample.SampleSelection;
import org.planlock.plan.Plan;

/** The stages from tables to a prepared sample, each recorded as it is taken. */
public final class Stages {
  private final ExecutionRequest request;
  private final Plan plan;
  private final Places places;
  private final UsedSettings settings;
  private final boolean nested;
  private final boolean bothSolves;

  private Stages(ExecutionRequest request, boolean nested, boolean bothSolves) {
    this.request = request;
    this.nested = nested;
    this.bothSolves = bothSolves;
    this.plan = request.plan().plan();
    this.places = new Places(request.plan());
    this.settings = new UsedSettings(PlanValues.of(request.plan().canonical()), request.sink());
  }

  /** The stages of a plan that is carried out itself. */
  public static Stages of(ExecutionRequest request) {
    return new Stages(request, true, true);
  }

  /** The stages of an alternative to it, with outer loops carried out or not. */
  static Stages ofAlternative(ExecutionRequest request, boolean nested) {
    return new Stages(request, nested, false);
  }

  ExecutionRequest request() {
    return request;
  }

  Places places() {
    return places;
  }

  UsedSettings settings() {
    return settings;
  }

  /** What this version cannot carry out, and what the plan leaves open; nothing is read for it. */
  public List<Diagnostic> obstacles() {
    var found = new ArrayList<>(Support.check(plan, places));
    found.addAll(OpenChoices.refusals(OpenChoices.of(plan), places));
    return found;
  }

  /** Records who analyses what, with which changes. */
  public void begin() {
    request.sink().record(StartEvent.of(request));
  }

  /** Everybody enrolled. */
  public Checked<Frame> read() {
    settings.use("data");
    return new DataIntake(plan, places, request.data(), request.sink()).read();
  }

  /** Who is analysed, or why nobody can be, or must not be yet. */
  public Checked<SampleResult> select(Frame frame) {
    settings.use("sample");
    return new SampleSelection(plan, places, frame, request.sample()).select(request.sink());
  }

  /** The sample with the steps that no fold changes carried out. */
  public Checked<PreparedSample> prepare(Frame frame, SampleResult sample) {
    return PreparationEngine.of(plan, places, frame, sample)
        .map(engine -> prepared(frame, sample, engine));
  }

  private PreparedSample prepared(Frame frame, SampleResult sample, PreparationEngine engine) {
    settings.use("variables");
    settings.use("sets");
    settings.use("prepare");
    return new PreparedSample(this, frame, sample, engine);
  }

  FitContext context(
      Plan fitted, PreparationEngine engine, SampleColumns columns, SampleResult sample) {
    return new FitContext(
        engine,
        columns,
        sample.analysed(),
        fitted,
        request.registered().plan(),
        request.threads(),
        nested,
        bothSolves,
        request.progress(),
        settings,
        request.sink());
  }
}
