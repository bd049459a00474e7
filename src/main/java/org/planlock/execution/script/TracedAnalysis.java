package org.planlock.execution.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.planlock.deviation.DeclaredDeviations;
import org.planlock.deviation.Deviation;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.result.ModelResult;
import org.planlock.execution.result.Results;
import org.planlock.trace.TraceMemory;

/**
 * The steps of a locked plan, for a program that takes them itself: each is recorded as it is taken
 * and compared with the plan. A step that cannot be taken ends the analysis by a {@link
 * StoppedException}. Used by one thread.
 */
public final class TracedAnalysis {
  private final ScriptedCourse course;
  private final FoundDeviations found;
  private final AdmittedDeviations admitted;

  private TracedAnalysis(
      ScriptedCourse course, FoundDeviations found, AdmittedDeviations admitted) {
    this.course = course;
    this.found = found;
    this.admitted = admitted;
  }

  /**
   * Carries out a script and what rests on its steps.
   *
   * @param memory records what the request's sink records
   */
  public static Checked<ScriptedResults> carryOut(
      ScriptBasis basis, Script script, TraceMemory memory) {
    var places = new ScriptPlaces(script.source());
    var admitted = new AdmittedDeviations(places);
    var course = new ScriptedCourse(basis, script, places);
    var analysis = new TracedAnalysis(course, new FoundDeviations(basis, memory, course), admitted);
    try {
      course.begin();
      script.carryOut(analysis);
      return course.finish().map(results -> concluded(basis, results, admitted.checked()));
    } catch (StoppedException stopped) {
      return Checked.failed(course.stop(stopped).diagnostics());
    }
  }

  private static ScriptedResults concluded(
      ScriptBasis basis, Results results, DeclaredDeviations admitted) {
    return new ScriptedResults(results, basis.declared().and(admitted), basis.knowing(admitted));
  }

  /** Reads the tables and takes the registered sample. */
  public TracedAnalysis sample() {
    return sample(none -> {});
  }

  /** The same without those whom the words leave out; each of them is a deviation. */
  public TracedAnalysis sample(Consumer<ExtraExclusions> words) {
    course.sample(words);
    return told();
  }

  /** Takes all registered preparation steps in their registered order. */
  public TracedAnalysis prepare() {
    course.prepare();
    return told();
  }

  /** Takes one step of the only preparation; those that are never taken are deviations. */
  public TracedAnalysis step(int number) {
    course.step(Optional.empty(), number);
    return told();
  }

  /** Takes one step of a preparation. */
  public TracedAnalysis step(String preparation, int number) {
    course.step(Optional.of(preparation), number);
    return told();
  }

  /** Fits a registered model. */
  public ModelResult fit(String model) {
    var result = course.fit(model);
    told();
    return result;
  }

  /**
   * Fits a model that is not registered: a registered one with changes. It is exploratory and a
   * deviation, whatever it shows.
   *
   * @param changes values by their words in a plan, such as {@code penalty.l1_ratio}
   */
  public ModelResult fit(String name, String extending, Map<String, ?> changes) {
    return fit(name, extending, changes, Optional.empty());
  }

  /** The same with the reason for it. */
  public ModelResult fit(
      String name, String extending, Map<String, ?> changes, Optional<String> because) {
    var result = course.fit(name, extending, changes, because);
    told();
    return result;
  }

  /** Says that a registered part, such as {@code models.m1}, is left out, and why. */
  public TracedAnalysis skip(String path, String because) {
    course.skip(path, because);
    return told();
  }

  /**
   * Admits a deviation. Where the study has a ledger, the time that is claimed is held against it:
   * the words of a script count from the first execution of the same text, those of a program
   * without a text from the execution itself.
   *
   * @param path its place or code, as {@link #deviations} shows it
   * @param timing when it was decided: {@code before_data}, {@code data_exist_blind}, {@code
   *     after_unblinding}, {@code after_results} or {@code unknown}
   */
  public TracedAnalysis deviate(String path, String because, String timing) {
    return deviate(path, because, "unforeseen_event", timing);
  }

  /**
   * The same with the kind of reason.
   *
   * @param kind a word of {@link org.planlock.deviation.Reason}, in lower case
   */
  public TracedAnalysis deviate(String path, String because, String kind, String timing) {
    course.requireOpen();
    admitted.add(path, because, kind, timing);
    return this;
  }

  /** What was found so far that is not as registered, admitted or not. */
  public List<Deviation> deviations() {
    return found.all(admitted.checked());
  }

  /** Who is analysed, in row order. */
  public List<String> participants() {
    return course.analysed().stream().map(Participant::id).toList();
  }

  /** The rows of who is analysed, before any step. */
  public List<Participant> rows() {
    return course.analysed();
  }

  /** The names of all columns and variables. */
  public List<String> columns() {
    return course.columns();
  }

  /** A column of numbers of who is analysed, before any step; NaN where a value is missing. */
  public List<Double> column(String name) {
    return course.column(name);
  }

  /** A column of who is analysed, as the steps of the only preparation left it. */
  public List<Double> prepared(String name) {
    return course.prepared(Optional.empty(), name);
  }

  /** A column of who is analysed, as the steps of a preparation left it. */
  public List<Double> prepared(String preparation, String name) {
    return course.prepared(Optional.of(preparation), name);
  }

  /** Ends the analysis because of something that is no step of it. */
  StoppedException stop(Diagnostic diagnostic) {
    return course.stop(new StoppedException(List.of(diagnostic)));
  }

  ScriptPlaces places() {
    return course.places();
  }

  /** The names of all columns, where the tables are read. */
  List<String> columnsIfRead() {
    return course.columnsIfRead();
  }

  private TracedAnalysis told() {
    found.tell(admitted.checked());
    return this;
  }
}
