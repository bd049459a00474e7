package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays sentences out on lines: one statement a line, clauses wrapped before they grow too long,
 * blocks indented.
 */
final class Layout {
  private static final int WIDEST = 140;
  private static final String GAP = "  ";

  private final StringBuilder text = new StringBuilder();

  private Layout() {}

  /** The text of a whole plan. */
  static String of(List<Sentence> sentences) {
    var layout = new Layout();
    boolean first = true;
    boolean blockBefore = false;
    for (Sentence sentence : sentences) {
      boolean block = sentence.block().isPresent();
      if (!first && (block || blockBefore)) {
        layout.text.append('\n');
      }
      layout.write(sentence, "");
      first = false;
      blockBefore = block;
    }
    return layout.text.toString();
  }

  private void write(Sentence sentence, String indent) {
    var lines = wrapped(sentence.chunks(), indent);
    var block = sentence.block();
    if (block.isEmpty()) {
      lines.forEach(this::line);
      return;
    }
    String last = lines.isEmpty() ? indent : lines.get(lines.size() - 1);
    var inside = joined(block.get());
    var oneLine = oneLine(last, block.get(), inside);
    lines.subList(0, Math.max(0, lines.size() - 1)).forEach(this::line);
    if (oneLine != null) {
      line(oneLine);
      return;
    }
    line(last + " {");
    inside.forEach(inner -> write(inner, indent + GAP));
    line(indent + "}");
  }

  private static @Nullable String oneLine(
      String head, List<Sentence> block, List<Sentence> inside) {
    if (block.isEmpty()) {
      return head + " { }";
    }
    boolean simple = inside.size() == 1 && inside.get(0).block().isEmpty();
    String line = simple ? head + " { " + String.join(GAP, inside.get(0).chunks()) + " }" : "";
    return simple && line.length() <= WIDEST ? line : null;
  }

  /** Puts sentences that may stand beside the one before them on its line, while they fit. */
  private static List<Sentence> joined(List<Sentence> sentences) {
    var joined = new ArrayList<Sentence>();
    for (Sentence sentence : sentences) {
      Sentence before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (before != null
          && sentence.beside()
          && sentence.block().isEmpty()
          && before.block().isEmpty()) {
        var chunks = new ArrayList<>(before.chunks());
        chunks.addAll(sentence.chunks());
        joined.set(joined.size() - 1, Sentence.of(chunks));
      } else {
        joined.add(sentence);
      }
    }
    return joined;
  }

  private static List<String> wrapped(List<String> chunks, String indent) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String chunk : chunks) {
      if (line.length() > 0 && line.length() + GAP.length() + chunk.length() > WIDEST) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? GAP : lines.isEmpty() ? indent : indent + GAP + GAP)
          .append(chunk);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
