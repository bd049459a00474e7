package org.planlock.editor;

import java.util.ArrayList;
import java.util.List;
import org.planlock.source.SourceFile;

/** YAML: a section begins with each key in the first column. */
final class YamlGrain implements Grain {
  @Override
  public List<Section> sections(SourceFile source) {
    var sections = new ArrayList<Section>();
    int begun = 0;
    int offset = 0;
    boolean any = false;
    for (var line : source.lines()) {
      boolean opens = !line.isEmpty() && Character.isLetterOrDigit(line.codePointAt(0));
      if (opens && any) {
        sections.add(new Section(begun, offset));
        begun = offset;
      }
      any |= opens;
      offset += line.codePointCount(0, line.length()) + 1;
    }
    sections.add(new Section(begun, source.length()));
    return sections;
  }

  @Override
  public List<Cut> cuts(SourceFile source, int start, int from) {
    var cuts = new ArrayList<Cut>(cuts(source, start, from, source.slice(start, from)));
    var around = around(source.slice(start, from));
    if (!around.equals(source.slice(start, from))) {
      cuts.addAll(cuts(source, start, from, around));
    }
    return cuts;
  }

  private static List<Cut> cuts(SourceFile source, int start, int from, String text) {
    var open = OpenBrackets.of(text, OpenBrackets.Style.YAML);
    if (open.comment()) {
      return List.of();
    }
    if (open.quote() != 0) {
      var end = Mark.WORD + Character.toString(open.quote()) + open.closing() + "\n";
      return List.of(cut(source, start, from, text, end, false));
    }
    boolean ready = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    var gap = ready || !text.endsWith(":") ? "" : " ";
    return List.of(
        cut(source, start, from, text, Mark.WORD + ": x" + open.closing() + "\n", true),
        cut(source, start, from, text, gap + Mark.WORD + open.closing() + "\n", false));
  }

  private static Cut cut(
      SourceFile source, int start, int from, String text, String end, boolean isKey) {
    var before = Grain.only(source, start, start, "").text();
    return new Cut(SourceFile.of(source.name(), before + text + end), isKey);
  }

  /** The lines that the last one belongs to, and it: what stands beside them may be broken. */
  private static String around(String text) {
    var lines = text.split("\n", -1);
    int indent = indent(lines[lines.length - 1]);
    for (int i = lines.length - 2; i >= 0; i--) {
      boolean keeps = !lines[i].isBlank() && indent(lines[i]) < indent;
      if (keeps) {
        indent = indent(lines[i]);
      } else {
        lines[i] = "";
      }
    }
    return String.join("\n", lines);
  }

  private static int indent(String line) {
    int blanks = 0;
    while (blanks < line.length() && line.charAt(blanks) == ' ') {
      blanks++;
    }
    return blanks;
  }

  @Override
  public boolean isComment(SourceFile source, int start, int offset) {
    return OpenBrackets.of(source.slice(start, offset), OpenBrackets.Style.YAML).comment();
  }

  @Override
  public boolean hasSlashComments() {
    return false;
  }
}
