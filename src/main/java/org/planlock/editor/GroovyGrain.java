package org.planlock.editor;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.source.SourceFile;
import org.planlock.syntax.groovy.GroovyQuestion;

/** The Groovy notation. */
final class GroovyGrain extends BlockGrain {
  private static final String QUOTED = "'" + Mark.WORD + "'";

  GroovyGrain() {
    super(GroovyQuestion.statements(), OpenBrackets.Style.GROOVY);
  }

  /** What is typed is the rest of a text in quotes; or a value, a named value or a statement. */
  @Override
  public List<Cut> cuts(SourceFile source, int start, int from) {
    var open = open(source, start, from);
    if (open.comment()) {
      return List.of();
    }
    var words =
        open.quote() != 0
            ? Stream.of(Mark.WORD + Character.toString(open.quote()))
            : Stream.of(QUOTED, Mark.WORD + ": " + QUOTED, Mark.WORD + " " + QUOTED);
    return words
        .map(word -> Grain.only(source, start, from, word + open.closing() + "\n"))
        .map(whole -> new Cut(whole, false))
        .toList();
  }

  @Override
  public boolean hasSlashComments() {
    return false;
  }
}
