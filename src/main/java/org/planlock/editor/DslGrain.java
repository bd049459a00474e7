package org.planlock.editor;

import java.util.List;
import java.util.Set;
import org.planlock.source.SourceFile;
import org.planlock.syntax.dsl.DslQuestion;

/** The {@code .plan} notation: a section begins with each statement in the first column. */
final class DslGrain implements Grain {
  private static final Set<String> STATEMENTS = DslQuestion.statements();

  @Override
  public OpenBrackets.Style style() {
    return OpenBrackets.Style.SLASHES;
  }

  @Override
  public List<Section> sections(SourceFile source) {
    return Section.all(source, line -> STATEMENTS.contains(Section.firstWord(line)));
  }

  @Override
  public List<Section> near(SourceFile source, Section section, int offset) {
    return BlockLines.near(source, section, offset, style());
  }

  @Override
  public List<Cut> cuts(SourceFile source, int start, int from) {
    var open = open(source, start, from);
    if (open.comment()) {
      return List.of();
    }
    var quote = open.quote() == 0 ? "" : "\"";
    boolean touches = from > start && isName(source.slice(from - 1, from).codePointAt(0));
    var after = (touches ? " " : "") + Mark.WORD + quote + "\n" + open.closing();
    return List.of(new Cut(Grain.only(source, start, from, after), false));
  }

  @Override
  public boolean hasSlashComments() {
    return true;
  }

  private static boolean isName(int point) {
    return Character.isLetterOrDigit(point) || point == '_';
  }
}
