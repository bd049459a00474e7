package org.planlock.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * Reads {@code trace.jsonl}, whoever wrote it.
 *
 * <p>Events of unknown type are kept. A last line without its end is reported, and the events
 * before it are still given.
 */
public final class TraceFile {
  private static final String FAMILY = "planlock-trace/";
  private static final long LARGEST = 256L << 20;

  private final String name;
  private final List<TraceEvent> events = new ArrayList<>();
  private final List<Diagnostic> found = new ArrayList<>();

  private TraceFile(String name) {
    this.name = name;
  }

  /** The trace in a file, as far as it can be read. */
  public static Checked<Trace> read(Path path) {
    var name = path.toString();
    try {
      if (!Files.isRegularFile(path)) {
        var rule = Files.exists(path) ? Rule.NOT_A_REGULAR_FILE : Rule.FILE_MISSING;
        return failed(
            name,
            rule,
            Files.exists(path) ? "`" + name + "` is not a file" : "there is no `" + name + "`");
      }
      return Files.size(path) > LARGEST
          ? failed(name, Rule.TOO_LARGE, "`" + name + "` is larger than 256 MiB")
          : parse(Files.readAllBytes(path), name);
    } catch (IOException e) {
      return failed(name, Rule.UNREADABLE_FILE, "`" + name + "` cannot be read");
    }
  }

  /** The trace in the bytes of a file, under the name that messages show. */
  public static Checked<Trace> parse(byte[] bytes, String name) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return failed(name, Rule.NOT_UTF8, "`" + name + "` is not UTF-8 text");
    }
    return new TraceFile(name).lines(text);
  }

  private Checked<Trace> lines(String text) {
    int from = 0;
    for (int end = text.indexOf('\n');
        end >= 0 && found.isEmpty();
        end = text.indexOf('\n', from)) {
      line(text.substring(from, end));
      from = end + 1;
    }
    if (found.isEmpty() && from < text.length()) {
      report(
          Rule.TRACE_TORN,
          "the last line has no end",
          "an analysis that was stopped leaves such a line");
    }
    if (found.isEmpty() && events.isEmpty()) {
      report(
          Rule.TRACE_DAMAGED,
          "`" + name + "` holds no event",
          "a trace starts with the event `start`");
    }
    return Checked.of(new Trace(name, events), found);
  }

  private void line(String line) {
    long number = events.size() + 1L;
    var event = TraceLine.read(line);
    if (event.isEmpty()) {
      report(
          Rule.TRACE_DAMAGED,
          "this line holds no event",
          "an event is a JSON object with `event` and `seq`");
    } else if (event.get().seq() != number) {
      var message = "the line has `seq` " + event.get().seq() + " where " + number + " was due";
      report(Rule.TRACE_DAMAGED, message, "lines are missing, repeated or in another order");
    } else if (number == 1) {
      start(event.get());
    } else {
      events.add(event.get());
    }
  }

  private void start(TraceEvent event) {
    var format = event.text("format").orElse("");
    if (!event.type().equals(TraceEvents.START) || !format.startsWith(FAMILY)) {
      report(
          Rule.TRACE_DAMAGED,
          "`" + name + "` is not a trace",
          "a trace starts with the event `start`");
    } else if (!format.equals(TraceEvents.FORMAT)) {
      found.add(
          Diagnostic.at(
                  place(),
                  Rule.TRACE_TOO_NEW,
                  "`" + name + "` was made by a newer version (`" + format + "`)")
              .help("read it with a version that knows `" + format + "`"));
    } else {
      events.add(event);
    }
  }

  private void report(Rule rule, String message, String note) {
    found.add(Diagnostic.at(place(), rule, message).note(note));
  }

  private Span place() {
    return Span.none(name + ":" + (events.size() + 1));
  }

  private static Checked<Trace> failed(String name, Rule rule, String message) {
    return Checked.failed(Diagnostic.at(Span.none(name), rule, message));
  }
}
