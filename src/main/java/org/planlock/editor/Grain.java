package org.planlock.editor;

import java.util.List;
import org.planlock.source.SourceFile;

/** What an editor must know of a notation beyond how it is read. */
interface Grain {
  /** Sections of more lines than this are read in part: that takes too long after each letter. */
  int LONG = 60;

  /** How comments and quotes are written. */
  OpenBrackets.Style style();

  /** The parts of a text that can be read on their own, in order and without gaps. */
  List<Section> sections(SourceFile source);

  /** The parts of a section that must be read to know a place in it, in order. */
  List<Section> near(SourceFile source, Section section, int offset);

  /**
   * The text of a section up to the cursor, in every way in which it can be made whole.
   *
   * @param start of the section
   * @param from where the word begins that is being typed
   */
  List<Cut> cuts(SourceFile source, int start, int from);

  /** Which brackets and quotes are open at an offset of a section, and whether it is a comment. */
  default OpenBrackets open(SourceFile source, int start, int offset) {
    return OpenBrackets.of(source.slice(start, offset), style());
  }

  /**
   * Where in a stretch comments stand, as pairs of a sign and the line's end; none in YAML and in
   * texts in quotes.
   */
  boolean hasSlashComments();

  /** The text with everything outside a stretch made blank, so that places stay what they are. */
  static SourceFile only(SourceFile source, int start, int end, String after) {
    var text = new StringBuilder(source.text().length() + after.length());
    source.slice(0, start).codePoints().forEach(p -> text.append(p == '\n' ? '\n' : ' '));
    text.append(source.slice(start, end)).append(after);
    return SourceFile.of(source.name(), text.toString());
  }
}
