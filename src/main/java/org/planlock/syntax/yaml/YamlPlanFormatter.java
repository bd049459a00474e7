package org.planlock.syntax.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.planlock.source.SourceFile;
import org.planlock.syntax.Findings;
import org.planlock.syntax.LaidOutText;
import org.planlock.syntax.PlanFormatter;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Lays out YAML: two blanks for each level that is deeper than another, one blank after a dash.
 * Lines within texts and brackets move with the line on which these begin.
 */
public final class YamlPlanFormatter implements PlanFormatter {
  private static final int STEP = 2;

  /** A level of the text: where it stood, and where it stands now. */
  private record Level(int written, int indent) {}

  @Override
  public String format(SourceFile sound) {
    var lines = sound.lines();
    var inside = insideLines(new YamlEvents(sound, new Findings()).read());
    var text = new LaidOutText();
    Deque<Level> levels = new ArrayDeque<>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      int written = LaidOutText.indentOf(line);
      if (inside.texts.contains(i)) {
        text.verbatim(moved(line, written, shift(levels)));
      } else if (inside.brackets.contains(i)) {
        text.line(Math.max(0, written + shift(levels)), line.strip());
      } else if (line.isBlank()) {
        text.line(0, "");
      } else if (line.strip().startsWith("#")) {
        text.line(comment(lines, i, inside, levels), line.strip());
      } else {
        text.line(level(levels, written), content(line.strip(), written, levels));
      }
    }
    return text.toString();
  }

  /** What is part of a text over several lines, blanks at its end too. */
  private static String moved(String line, int written, int shift) {
    return line.isBlank() && written + shift <= 0
        ? ""
        : " ".repeat(Math.max(0, written + shift)) + line.stripLeading();
  }

  private static int shift(Deque<Level> levels) {
    var level = levels.peek();
    return level == null ? 0 : level.indent() - level.written();
  }

  /** The blanks before a line that begins a key or an item. */
  private static int level(Deque<Level> levels, int written) {
    while (!levels.isEmpty() && levels.getFirst().written() > written) {
      levels.pop();
    }
    var level = levels.peek();
    if (level == null || level.written() < written) {
      level = new Level(written, level == null ? 0 : level.indent() + STEP);
      levels.push(level);
    }
    return level.indent();
  }

  /** A line without its blanks; what follows a dash is a level of its own. */
  private static String content(String line, int written, Deque<Level> levels) {
    if (!line.startsWith("- ")) {
      return line;
    }
    var rest = line.substring(1).stripLeading();
    int column = written + line.length() - rest.length();
    levels.push(new Level(column, levels.getFirst().indent() + STEP));
    return "- " + content(rest, column, levels);
  }

  /** A comment stands with what follows it, as far to the right as it was written. */
  private static int comment(List<String> lines, int at, Inside inside, Deque<Level> levels) {
    int written = LaidOutText.indentOf(lines.get(at));
    for (int i = at + 1; i < lines.size(); i++) {
      var line = lines.get(i);
      if (!line.isBlank() && !line.strip().startsWith("#") && !inside.brackets.contains(i)) {
        var ahead = new ArrayDeque<>(levels);
        int next = LaidOutText.indentOf(line);
        return Math.max(0, level(ahead, next) + written - next);
      }
    }
    return Math.max(0, written + shift(levels));
  }

  /** Lines, counted from 0, that begin within a text or within brackets. */
  private record Inside(Set<Integer> texts, Set<Integer> brackets) {}

  private static Inside insideLines(List<Event> events) {
    var inside = new Inside(new HashSet<>(), new HashSet<>());
    Deque<Boolean> flows = new ArrayDeque<>();
    int flowFrom = -1;
    for (var event : events) {
      if (event instanceof ScalarEvent scalar && flowFrom < 0) {
        int last = scalar.getEndMark().getLine() - (scalar.getEndMark().getColumn() == 0 ? 1 : 0);
        add(scalar.getStartMark().getLine() + 1, last, inside.texts);
      } else if (event instanceof CollectionStartEvent start) {
        if (start.isFlow() && flowFrom < 0) {
          flowFrom = start.getStartMark().getLine();
        }
        flows.push(start.isFlow());
      } else if (event instanceof CollectionEndEvent end) {
        flows.pop();
        if (flowFrom >= 0 && !flows.contains(true)) {
          add(flowFrom + 1, end.getEndMark().getLine(), inside.brackets);
          flowFrom = -1;
        }
      }
    }
    return inside;
  }

  private static void add(int first, int last, Set<Integer> lines) {
    for (int line = first; line <= last; line++) {
      lines.add(line);
    }
  }
}
