package org.planlock.editor;

import java.util.List;
import org.planlock.source.SourceFile;

/**
 * As much of a text as must be read to know what stands at a place of it.
 *
 * @param offset of the place in the excerpt
 */
record Excerpt(SourceFile text, int offset) {
  /** The section of the place; of a long one the thing that is written there and what it is in. */
  static Excerpt near(Draft draft, int offset) {
    var section = draft.section(offset);
    return of(
        draft.source(), draft.language().grain().near(draft.source(), section, offset), offset);
  }

  /** The whole section of the place. */
  static Excerpt section(Draft draft, int offset) {
    return of(draft.source(), List.of(draft.section(offset)), offset);
  }

  private static Excerpt of(SourceFile source, List<Section> parts, int offset) {
    var text = new StringBuilder();
    int place = 0;
    int length = 0;
    for (var part : parts) {
      text.append(source.slice(part.start(), part.end()));
      if (part.holds(offset)) {
        place = length + offset - part.start();
      }
      length += part.end() - part.start();
    }
    return new Excerpt(SourceFile.of(source.name(), text.toString()), place);
  }

  /** The same with what closes the brackets that are open at its end. */
  SourceFile closed(Grain grain) {
    var open = grain.open(text, 0, text.length());
    return open.closing().isEmpty()
        ? text
        : SourceFile.of(text.name(), text.text() + open.closing() + "\n");
  }
}
