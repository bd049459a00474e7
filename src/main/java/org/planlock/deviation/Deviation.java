package org.planlock.deviation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.source.Span;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceValue;

/**
 * One way in which an analysis is not the locked one.
 *
 * @param path the place in the plan, as {@link org.planlock.syntax.TreePaths} names it
 * @param planned what the locked plan says, missing where it says nothing
 * @param observed what the trace says, missing where it says nothing
 * @param floor how much it weighs at least, before its timing counts
 * @param line the line of the trace, 0 where none shows it
 * @param consequences what else differs only because of this, not counted
 * @param otherModels further models that it concerns
 * @param disclosure who told of it, and when it was decided
 */
public record Deviation(
    Rule rule,
    String path,
    TraceValue planned,
    TraceValue observed,
    DeviationSeverity floor,
    String message,
    List<String> notes,
    List<String> helps,
    long line,
    Optional<String> modelName,
    Optional<String> participant,
    List<String> consequences,
    List<String> otherModels,
    Disclosure disclosure)
    implements Finding {
  public Deviation {
    notes = List.copyOf(notes);
    helps = List.copyOf(helps);
    consequences = List.copyOf(consequences);
    otherModels = List.copyOf(otherModels);
  }

  /** A deviation of which the rest is still to be said. */
  static Deviation of(Rule rule, String path, DeviationSeverity floor, String message) {
    var nothing = TraceValue.missing();
    return new Deviation(
        rule,
        path,
        nothing,
        nothing,
        floor,
        message,
        List.of(),
        List.of(),
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Disclosure.NONE);
  }

  Deviation values(TraceValue plannedValue, TraceValue observedValue) {
    return new Deviation(
        rule,
        path,
        plannedValue,
        observedValue,
        floor,
        message,
        notes,
        helps,
        line,
        modelName,
        participant,
        consequences,
        otherModels,
        disclosure);
  }

  Deviation values(String plannedText, String observedText) {
    return values(TraceValue.of(plannedText), TraceValue.of(observedText));
  }

  Deviation at(TraceEvent event) {
    return new Deviation(
        rule,
        path,
        planned,
        observed,
        floor,
        message,
        notes,
        helps,
        event.seq(),
        modelName,
        participant,
        consequences,
        otherModels,
        disclosure);
  }

  Deviation note(String text) {
    return new Deviation(
        rule,
        path,
        planned,
        observed,
        floor,
        message,
        plus(notes, text),
        helps,
        line,
        modelName,
        participant,
        consequences,
        otherModels,
        disclosure);
  }

  Deviation help(String text) {
    return new Deviation(
        rule,
        path,
        planned,
        observed,
        floor,
        message,
        notes,
        plus(helps, text),
        line,
        modelName,
        participant,
        consequences,
        otherModels,
        disclosure);
  }

  Deviation inModel(String name) {
    return new Deviation(
        rule,
        path,
        planned,
        observed,
        floor,
        message,
        notes,
        helps,
        line,
        Optional.of(name),
        participant,
        consequences,
        otherModels,
        disclosure);
  }

  Deviation concerning(String id) {
    return new Deviation(
        rule,
        path,
        planned,
        observed,
        floor,
        message,
        notes,
        helps,
        line,
        modelName,
        Optional.of(id),
        consequences,
        otherModels,
        disclosure);
  }

  Deviation movedTo(String otherPath) {
    return new Deviation(
        rule,
        otherPath,
        planned,
        observed,
        floor,
        message,
        notes,
        helps,
        line,
        modelName,
        participant,
        consequences,
        otherModels,
        disclosure);
  }

  Deviation consequence(String text) {
    return new Deviation(
        rule,
        path,
        planned,
        observed,
        floor,
        message,
        notes,
        helps,
        line,
        modelName,
        participant,
        consequences.contains(text) ? consequences : plus(consequences, text),
        otherModels,
        disclosure);
  }

  /** The same, which another finding of the same place follows from. */
  Deviation followedBy(Deviation second) {
    var models = new LinkedHashSet<>(otherModels);
    second.modelName.filter(name -> !modelName.equals(Optional.of(name))).ifPresent(models::add);
    models.addAll(second.otherModels);
    boolean isOfAll = modelName.isEmpty() || second.modelName.isEmpty();
    var joined = consequence(second.message);
    return new Deviation(
        rule,
        path,
        planned,
        observed,
        floor.isAtLeast(second.floor) ? floor : second.floor,
        message,
        notes,
        helps,
        line,
        isOfAll ? Optional.empty() : modelName,
        participant,
        joined.consequences,
        isOfAll ? List.of() : List.copyOf(models),
        disclosure);
  }

  /** The same, as it was disclosed. */
  Deviation disclosed(Disclosure known) {
    return new Deviation(
        rule,
        path,
        planned,
        observed,
        floor,
        message,
        notes,
        helps,
        line,
        modelName,
        participant,
        consequences,
        otherModels,
        known);
  }

  /** Who admitted it, if somebody did. */
  public Optional<Declaration> declaration() {
    return disclosure.declaration();
  }

  /** How much it weighs, by {@link LabelRules}. */
  public DeviationSeverity severity() {
    return LabelRules.severity(floor, disclosure);
  }

  /** Whether somebody admitted it. */
  public boolean isDeclared() {
    return declaration().isPresent();
  }

  /** Whether it stands against the analysis: S2 or more, and nobody admitted it. */
  public boolean isHeldAgainst() {
    return !isDeclared() && floor.isAtLeast(DeviationSeverity.S2);
  }

  /**
   * The deviation for people: an error if it is held against the analysis, else a note.
   *
   * @param place where the plan says it
   * @param traceName how the trace is called
   */
  public Diagnostic diagnostic(Span place, String traceName) {
    var standing = isDeclared() ? "declared" : "undeclared";
    var text = message + " (" + standing + " deviation, " + severity() + ")";
    var finding =
        Diagnostic.at(place, rule, text)
            .captioned("registered")
            .weighing(isHeldAgainst() ? Severity.ERROR : Severity.NOTE);
    if (line > 0) {
      finding = finding.labelled(Span.none(traceName + ":" + line), "recorded here");
    }
    for (var text2 : allNotes()) {
      finding = finding.note(text2);
    }
    for (var text2 : allHelps()) {
      finding = finding.help(text2);
    }
    return finding;
  }

  private List<String> allNotes() {
    boolean isOfResults = Reported.RULES.contains(rule);
    var differing =
        (isOfResults ? "by plan and trace: " : "registered: ")
            + ValueText.of(planned)
            + (isOfResults ? "; in the results: " : "; recorded: ")
            + ValueText.of(observed);
    var following = consequences.stream().map(text -> "as a consequence, " + text);
    var admitted =
        declaration().stream()
            .map(
                d ->
                    "declared: "
                        + d.because().text()
                        + " ("
                        + Phrasing.of(d.reason())
                        + ", "
                        + Phrasing.of(d.timing())
                        + ")");
    var values = rule == Rule.ENGINES_DISAGREE ? Stream.<String>empty() : Stream.of(differing);
    return Stream.of(
            notes.stream(),
            values,
            following,
            admitted,
            LabelRules.shift(floor, disclosure).stream())
        .flatMap(s -> s)
        .toList();
  }

  private List<String> allHelps() {
    return isHeldAgainst()
        ? plus(helps, "declare it in `deviations.yaml` with a reason and its timing")
        : helps;
  }

  private static List<String> plus(List<String> list, String text) {
    return Stream.concat(list.stream(), Stream.of(text)).toList();
  }
}
