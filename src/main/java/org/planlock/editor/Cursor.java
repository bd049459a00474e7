package org.planlock.editor;

import java.util.List;
import java.util.Optional;
import org.planlock.source.SourceFile;
import org.planlock.syntax.CursorAnswer;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.dsl.DslQuestion;
import org.planlock.syntax.groovy.GroovyQuestion;

/**
 * Where in the plan something is being typed, in one way to read a text that is not whole.
 *
 * @param spot the word in the tree; absent where it stands beside everything that could be read
 * @param tree the section that is being written
 * @param openers the words that may open something here, where the notation has such
 */
record Cursor(Optional<Spot> spot, PlanNode.Mapping tree, List<CursorAnswer.Opener> openers) {
  Cursor {
    openers = List.copyOf(openers);
  }

  /** Every way to read what stands before a word that begins at an offset. */
  static List<Cursor> all(Draft draft, int from) {
    var near = Excerpt.near(draft, from);
    var cursors = all(draft, near);
    if (cursors.stream().anyMatch(Cursor::isPlaced)) {
      return cursors;
    }
    var section = Excerpt.section(draft, from);
    return section.text().length() == near.text().length() ? cursors : all(draft, section);
  }

  private static List<Cursor> all(Draft draft, Excerpt excerpt) {
    var cuts = draft.language().grain().cuts(excerpt.text(), 0, excerpt.offset());
    var cursors = read(draft, cuts, false);
    return cursors.isEmpty() ? read(draft, cuts, true) : cursors;
  }

  private boolean isPlaced() {
    return !openers.isEmpty() || spot.isPresent();
  }

  private static List<Cursor> read(Draft draft, List<Cut> cuts, boolean last) {
    return cuts.stream()
        .filter(cut -> cut.isLast() == last)
        .flatMap(cut -> read(draft, cut).stream())
        .toList();
  }

  private static Optional<Cursor> read(Draft draft, Cut cut) {
    var answer = answer(cut.source(), draft.language());
    return answer.tree().map(tree -> new Cursor(marked(tree), tree, answer.openers()));
  }

  private static CursorAnswer answer(SourceFile source, Language language) {
    return switch (language.notation()) {
      case YAML -> new CursorAnswer(Reading.unfinished(source, language).value(), List.of());
      case PLAN -> DslQuestion.ask(source, Mark.WORD);
      case GROOVY -> GroovyQuestion.ask(source, Mark.WORD);
    };
  }

  private static Optional<Spot> marked(PlanNode.Mapping tree) {
    return Spot.of(tree, scalar -> scalar.text().contains(Mark.WORD));
  }

  /** The offset where the word begins that ends at another. */
  static int wordStart(SourceFile source, int offset) {
    int line = offset - source.columnOf(offset) + 1;
    int from = offset;
    while (from > line && isWordPart(source, from - 1, line)) {
      from--;
    }
    return from;
  }

  /** The offset where the word ends that an offset lies in. */
  static int wordEnd(SourceFile source, int offset) {
    int to = offset;
    while (to < source.length() && isLetter(source.slice(to, to + 1).codePointAt(0))) {
      to++;
    }
    return to;
  }

  private static boolean isWordPart(SourceFile source, int at, int line) {
    int point = source.slice(at, at + 1).codePointAt(0);
    boolean joins =
        (point == '-' || point == '.')
            && at > line
            && isLetter(source.slice(at - 1, at).codePointAt(0));
    return joins || isLetter(point);
  }

  private static boolean isLetter(int point) {
    return Character.isLetterOrDigit(point) || point == '_';
  }
}
