package org.planlock.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.expression.Functions;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.notation.PlanNotation;

/**
 * What is shown about a place.
 *
 * @param place the word that it is about
 * @param page as Markdown
 */
public record Hover(Span place, String page) {
  /** About what stands at an offset; nothing about comments and empty places. */
  public static Optional<Hover> at(Draft draft, int offset) {
    var source = draft.source();
    int from = Cursor.wordStart(source, offset);
    int to = Cursor.wordEnd(source, offset);
    var section = draft.section(offset);
    if (from == to || draft.language().grain().open(source, section.start(), from).comment()) {
      return Optional.empty();
    }
    var pages = new ArrayList<String>();
    name(draft, offset).ifPresent(pages::add);
    var spot = spot(draft, offset, from, to);
    if (pages.isEmpty()) {
      spot.flatMap(place -> function(draft, place, from, to)).ifPresent(pages::add);
    }
    spot.flatMap(place -> key(draft, place)).ifPresent(pages::add);
    return pages.isEmpty()
        ? Optional.empty()
        : Optional.of(new Hover(new Span(source, from, to), String.join("\n\n---\n\n", pages)));
  }

  /** What a finding is about, for who looks at its place. */
  public static String about(Diagnostic finding) {
    var lines = new ArrayList<String>();
    lines.add(finding.message());
    finding.notes().forEach(note -> lines.add("note: " + note));
    finding.helps().forEach(help -> lines.add("help: " + help));
    return String.join("\n", lines);
  }

  private static Optional<String> name(Draft draft, int offset) {
    return draft.reading().nameAt(draft.source(), offset).map(new NamePages(draft)::of);
  }

  private static Optional<String> function(Draft draft, Spot spot, int from, int to) {
    boolean called = to < draft.source().length() && draft.source().slice(to, to + 1).equals("(");
    return called && spot.expected().filter(expected -> expected.isExpression()).isPresent()
        ? Functions.find(draft.source().slice(from, to)).map(Pages::ofFunction)
        : Optional.empty();
  }

  private static Optional<String> key(Draft draft, Spot spot) {
    for (var place = Optional.of(spot); place.isPresent(); place = place.get().around()) {
      var expected = place.get().expected().filter(known -> !known.key().isEmpty());
      if (expected.isPresent()) {
        return Optional.of(Pages.ofSpot(draft, place.get(), expected.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Spot> spot(Draft draft, int offset, int from, int to) {
    if (draft.reading().isWhole()) {
      return Optional.of(Spot.at(draft.reading().tree(), offset));
    }
    var near = Excerpt.near(draft, offset);
    var closed = near.closed(draft.language().grain());
    var read = Reading.unfinished(closed, draft.language()).value();
    if (read.isPresent() && holds(read.get(), near.offset())) {
      return Optional.of(Spot.at(read.get(), near.offset()));
    }
    return draft.language().notation() == PlanNotation.PLAN
        ? Cursor.all(draft, to).stream().flatMap(cursor -> cursor.spot().stream()).findFirst()
        : beforeColon(draft, from, to);
  }

  /**
   * In YAML and Groovy a key ends with a colon; elsewhere the value that could follow says what a
   * word is.
   */
  private static Optional<Spot> beforeColon(Draft draft, int from, int to) {
    boolean isKey = draft.source().slice(to, draft.source().length()).startsWith(":");
    return Cursor.all(draft, from).stream()
        .flatMap(cursor -> cursor.spot().stream())
        .filter(spot -> spot.onKey() == isKey)
        .findFirst()
        .map(spot -> named(spot, draft.source().slice(from, to)));
  }

  private static boolean holds(PlanNode.Mapping tree, int offset) {
    return !tree.entries().isEmpty()
        && tree.entries().stream()
            .anyMatch(
                e ->
                    e.key().span().start() <= offset
                        && offset <= Math.max(e.value().span().end(), e.key().span().end()));
  }

  /** The spot of the mark, with the word that really stands there. */
  private static Spot named(Spot spot, String word) {
    if (!spot.onKey()) {
      return spot;
    }
    var keys = new ArrayList<>(spot.keys());
    keys.set(keys.size() - 1, word);
    return new Spot(spot.nodes(), List.copyOf(keys), true);
  }
}
