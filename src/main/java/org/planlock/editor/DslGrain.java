package org.planlock.editor;

import java.util.List;
import org.planlock.source.SourceFile;
import org.planlock.syntax.dsl.DslQuestion;

/** The {@code .plan} notation. */
final class DslGrain extends BlockGrain {

  DslGrain() {
    super(DslQuestion.statements(), OpenBrackets.Style.SLASHES);
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
