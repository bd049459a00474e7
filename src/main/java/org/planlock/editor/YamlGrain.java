package org.planlock.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.planlock.source.SourceFile;

/** YAML: a section begins with each key in the first column. */
final class YamlGrain implements Grain {
  @Override
  public OpenBrackets.Style style() {
    return OpenBrackets.Style.YAML;
  }

  @Override
  public List<Section> sections(SourceFile source) {
    return Section.all(
        source, line -> !line.isEmpty() && Character.isLetterOrDigit(line.codePointAt(0)));
  }

  @Override
  public List<Section> near(SourceFile source, Section section, int offset) {
    return ItemLines.near(source, section, offset);
  }

  @Override
  public List<Cut> cuts(SourceFile source, int start, int from) {
    var text = source.slice(start, from);
    var cuts = new ArrayList<Cut>(cuts(source, start, text, false));
    var around = around(text);
    if (!around.equals(text)) {
      cuts.addAll(cuts(source, start, around, true));
    }
    return cuts;
  }

  private List<Cut> cuts(SourceFile source, int start, String text, boolean isLast) {
    var open = OpenBrackets.of(text, style());
    // a quote from a line above was forgotten there
    boolean strayed = open.quote() != 0 && text.lastIndexOf(open.quote()) < text.lastIndexOf('\n');
    if (open.comment() || strayed) {
      return List.of();
    }
    var before = Grain.only(source, start, start, "").text() + text;
    var end = open.closing() + "\n";
    if (open.quote() != 0) {
      var quoted = before + Mark.WORD + Character.toString(open.quote()) + end;
      return List.of(new Cut(SourceFile.of(source.name(), quoted), isLast));
    }
    return Stream.of(before + Mark.WORD + ": " + Mark.WORD + end, before + Mark.WORD + end)
        .map(whole -> new Cut(SourceFile.of(source.name(), whole), isLast))
        .toList();
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
  public boolean hasSlashComments() {
    return false;
  }
}
