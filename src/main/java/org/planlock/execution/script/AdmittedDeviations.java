package org.planlock.execution.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.planlock.deviation.DeclaredDeviations;
import org.planlock.deviation.Reason;
import org.planlock.deviation.Timing;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/** The deviations that a script admits, read by the same rules as a file of them. */
final class AdmittedDeviations {
  private final List<PlanNode> all = new ArrayList<>();
  private final ScriptPlaces places;

  AdmittedDeviations(ScriptPlaces places) {
    this.places = places;
  }

  /**
   * Admits one.
   *
   * @param path where it is, or its code
   * @param kind one of {@link Reason}'s words
   */
  void add(String path, String because, String kind, String timing) {
    var place = places.here(path);
    var entries = new ArrayList<PlanNode.Entry>();
    entries.add(entry(path.matches("X5\\d\\d") ? "code" : "path", path, place));
    entries.add(entry("reason", known(kind, Reason.values()), place));
    entries.add(entry("because", because, place));
    entries.add(entry("timing", known(timing, Timing.values()), place));
    all.add(new PlanNode.Mapping(entries, place));
    checked();
  }

  /** All of them. */
  DeclaredDeviations checked() {
    if (all.isEmpty()) {
      return DeclaredDeviations.NONE;
    }
    var list = new PlanNode.Sequence(all, all.get(0).span());
    var read = DeclaredDeviations.of(list);
    if (!read.isSound()) {
      throw new StoppedException(read.diagnostics());
    }
    return read.orThrow();
  }

  private String known(String word, Enum<?>... values) {
    var words = words(values);
    if (words.contains(word)) {
      return word;
    }
    var found =
        Diagnostic.at(places.here(word), Rule.UNKNOWN_WORD, "`" + word + "` is not known here");
    var near = Nearest.to(word, words);
    throw new StoppedException(
        List.of(
            near.map(known -> found.help("did you mean `" + known + "`?"))
                .orElseGet(() -> found.help("write one of `" + String.join("`, `", words) + "`"))));
  }

  static List<String> words(Enum<?>... values) {
    return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static PlanNode.Entry entry(String key, String value, Span place) {
    return new PlanNode.Entry(new PlanNode.Scalar(key, place), new PlanNode.Scalar(value, place));
  }
}
