package org.planlock.editor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.plan.check.PlanChecks;
import org.planlock.plan.check.PlanSurvey;
import org.planlock.source.SourceFile;
import org.planlock.syntax.SourceReading;

/**
 * A plan as it stands in an editor, at one moment.
 *
 * @param meaning of the text, or of the last one before it that had one
 * @param folder where the plan lies, if it lies on this machine; nothing outside it is read
 */
public record Draft(
    Language language,
    TextPlaces places,
    Reading reading,
    Optional<BoundPlan> meaning,
    Optional<Path> folder) {

  /** What is wrong with a draft, and what it means if nothing is that stops it. */
  public record Judgement(List<Diagnostic> findings, Optional<BoundPlan> meaning) {
    public Judgement {
      findings = List.copyOf(findings);
    }
  }

  /**
   * The draft of a text; absent if the name does not say the notation.
   *
   * @param before the draft before the last change, for what a broken text says no longer
   */
  public static Optional<Draft> of(
      String name, String text, Optional<Path> folder, Optional<Draft> before) {
    return Language.of(name)
        .map(
            language -> {
              var places = TextPlaces.of(name, text);
              var earlier = before.map(Draft::reading);
              var reading = Reading.of(places.source(), language, earlier);
              return new Draft(language, places, reading, before.flatMap(Draft::meaning), folder);
            });
  }

  /** The text. */
  SourceFile source() {
    return places.source();
  }

  /** The part of the text that holds an offset and can be read on its own. */
  Section section(int offset) {
    return language.grain().sections(source()).stream()
        .filter(each -> each.holds(offset))
        .reduce((a, b) -> b)
        .orElseGet(() -> new Section(0, source().length()));
  }

  /** Another text, with the names of this one: for who types faster than is read. */
  public Draft retyped(String text) {
    var typed = TextPlaces.of(source().name(), text);
    return new Draft(language, typed, reading.outdated(), meaning, folder);
  }

  /** The same with what was found out about its meaning. */
  public Draft meaning(Judgement judged) {
    return judged.meaning().isEmpty()
        ? this
        : new Draft(language, places, reading, judged.meaning(), folder);
  }

  /** Everything that {@code plan check} says of it: of all stages at once. */
  public Judgement judged() {
    return judged(() -> {});
  }

  /**
   * The same for who has more urgent things to do.
   *
   * @param before is called before each step; what it throws ends the judgement
   */
  public Judgement judged(Runnable before) {
    before.run();
    var bytes = source().text().getBytes(StandardCharsets.UTF_8);
    var text = SourceReading.of(source().name(), bytes);
    if (!text.isSound()) {
      return new Judgement(text.diagnostics(), Optional.empty());
    }
    var reader = language.notation().reader();
    var bound = reader.read(source()).then(PlanBinder::bind);
    if (!bound.isSound()) {
      return new Judgement(PlanSurvey.of(reader, source()), Optional.empty());
    }
    var all = Stream.of(bound.diagnostics(), PlanChecks.all(bound.orThrow(), before));
    return new Judgement(all.flatMap(List::stream).toList(), bound.value());
  }
}
