package org.planlock.execution.script;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.deviation.Deviation;
import org.planlock.deviation.Reason;
import org.planlock.deviation.Timing;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.result.ModelResult;

/** The words inside {@code analysis { }}. */
public final class AnalysisWords extends GroovyObjectSupport {
  /** What can be called here, for whoever mistypes it. */
  static final List<String> CALLS =
      List.of(
          "analysis",
          "sample",
          "prepare",
          "step",
          "fit",
          "skip",
          "deviate",
          "column",
          "prepared",
          "exclude",
          "because",
          "leaveOut",
          "set",
          "missing",
          "at");

  private final TracedAnalysis analysis;

  AnalysisWords(TracedAnalysis analysis) {
    this.analysis = analysis;
  }

  /** The words that stand for themselves. */
  static List<String> words() {
    var words = new java.util.ArrayList<>(AdmittedDeviations.words(Timing.values()));
    words.addAll(AdmittedDeviations.words(Reason.values()));
    return words;
  }

  /** The registered sample. */
  public void sample() {
    analysis.sample();
  }

  /** The registered sample, and who else is left out. */
  public void sample(Closure<?> words) {
    analysis.sample(
        extra -> {
          var sample = new SampleWords(extra, analysis.places());
          GroovyAnalysis.call(words, sample);
          sample.close();
        });
  }

  /** All registered steps in their order. */
  public void prepare() {
    analysis.prepare();
  }

  /** One step of the only preparation. */
  public void step(int number) {
    analysis.step(number);
  }

  /** One step of a preparation. */
  public void step(String preparation, int number) {
    analysis.step(preparation, number);
  }

  /** A registered model. */
  public ModelResult fit(String model) {
    return analysis.fit(model);
  }

  /** A model that is not registered, without changes. */
  public ModelResult fit(Map<String, ?> options, String name) {
    return fit(options, name, Map.of());
  }

  /** A model that is not registered: {@code fit 'name', extending: 'other', { l1Ratio 1.0 }}. */
  public ModelResult fit(Map<String, ?> options, String name, Closure<?> changes) {
    var words = new ChangeWords();
    GroovyAnalysis.call(changes, words);
    return fit(options, name, words.changes());
  }

  /** Something registered that is left out. */
  public void skip(Map<String, ?> options, String path) {
    known(options, Set.of("because"));
    analysis.skip(path, text(options, "because"));
  }

  /** A deviation that is admitted. */
  public void deviate(Map<String, ?> options, String path) {
    known(options, Set.of("reason", "timing", "kind"));
    var kind = options.containsKey("kind") ? text(options, "kind") : "unforeseen_event";
    analysis.deviate(path, text(options, "reason"), kind, text(options, "timing"));
  }

  /** What was found so far. */
  public List<Deviation> getDeviations() {
    return analysis.deviations();
  }

  /** Who is analysed. */
  public List<String> getParticipants() {
    return analysis.participants();
  }

  /** The rows of who is analysed. */
  public List<Participant> getRows() {
    return analysis.rows();
  }

  /** A column of numbers before any step. */
  public List<Double> column(String name) {
    return analysis.column(name);
  }

  /** A column as the steps left it. */
  public List<Double> prepared(String name) {
    return analysis.prepared(name);
  }

  /** A column as the steps of a preparation left it. */
  public List<Double> prepared(String preparation, String name) {
    return analysis.prepared(preparation, name);
  }

  @Override
  public Object getProperty(String name) {
    return words().contains(name) ? name : super.getProperty(name);
  }

  private ModelResult fit(Map<String, ?> options, String name, Map<String, ?> changes) {
    known(options, Set.of("extending", "because"));
    var because =
        options.containsKey("because")
            ? Optional.of(text(options, "because"))
            : Optional.<String>empty();
    return analysis.fit(name, text(options, "extending"), new LinkedHashMap<>(changes), because);
  }

  private void known(Map<String, ?> options, Set<String> words) {
    for (var option : options.keySet()) {
      if (!words.contains(option)) {
        var found =
            Diagnostic.at(
                analysis.places().here(option),
                Rule.UNKNOWN_WORD,
                "`" + option + ":` is not known here");
        throw analysis.stop(
            Nearest.to(option, words)
                .map(near -> found.help("did you mean `" + near + ":`?"))
                .orElseGet(() -> found.help("known: `" + String.join(":`, `", words) + ":`")));
      }
    }
  }

  private String text(Map<String, ?> options, String name) {
    var value = options.get(name);
    if (value == null || value.toString().isBlank()) {
      throw analysis.stop(
          Diagnostic.at(
                  analysis.places().here(""), Rule.MISSING_KEY, "`" + name + ":` is not given")
              .help("write `" + name + ": …`"));
    }
    return value.toString();
  }
}
