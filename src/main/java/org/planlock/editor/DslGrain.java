package org.planlock.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.planlock.source.SourceFile;
import org.planlock.syntax.dsl.DslQuestion;

/** The {@code .plan} notation: a section begins with each statement in the first column. */
final class DslGrain implements Grain {
  private static final Set<String> STATEMENTS = DslQuestion.statements();

  private final Predicate<String> opens;

  DslGrain() {
    this(STATEMENTS::contains);
  }

  /** A notation with braces and comments like this one, whose statements open otherwise. */
  DslGrain(Predicate<String> opens) {
    this.opens = opens;
  }

  @Override
  public List<Section> sections(SourceFile source) {
    var sections = new ArrayList<Section>();
    int begun = 0;
    int offset = 0;
    boolean any = false;
    for (var line : source.lines()) {
      boolean starts = opens.test(firstWord(line));
      if (starts && any) {
        sections.add(new Section(begun, offset));
        begun = offset;
      }
      any |= starts;
      offset += line.codePointCount(0, line.length()) + 1;
    }
    sections.add(new Section(begun, source.length()));
    return sections;
  }

  private static String firstWord(String line) {
    int end = 0;
    while (end < line.length()
        && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
      end++;
    }
    return line.substring(0, end);
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
  public boolean isComment(SourceFile source, int start, int offset) {
    return open(source, start, offset).comment();
  }

  @Override
  public boolean hasSlashComments() {
    return true;
  }

  private static boolean isName(int point) {
    return Character.isLetterOrDigit(point) || point == '_';
  }

  private static OpenBrackets open(SourceFile source, int start, int end) {
    return OpenBrackets.of(source.slice(start, end), OpenBrackets.Style.SLASHES);
  }
}
