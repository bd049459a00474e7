package org.planlock.trace;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    return read(path, path.toString());
  }

  /** The same under the name that messages show; one line at a time is held as text. */
  public static Checked<Trace> read(Path path, String name) {
    try {
      if (!Files.isRegularFile(path)) {
        return Files.exists(path)
            ? failed(name, Rule.NOT_A_REGULAR_FILE, "`" + name + "` is not a file")
            : failed(name, Rule.FILE_MISSING, "there is no `" + name + "`");
      }
      if (Files.size(path) > LARGEST) {
        return failed(name, Rule.TOO_LARGE, "`" + name + "` is larger than 256 MiB");
      }
      try (var in = new BufferedInputStream(Files.newInputStream(path))) {
        return new TraceFile(name).lines(in);
      }
    } catch (IOException e) {
      return failed(name, Rule.UNREADABLE_FILE, "`" + name + "` cannot be read");
    }
  }

  /** The trace in the bytes of a file, under the name that messages show. */
  public static Checked<Trace> parse(byte[] bytes, String name) {
    try {
      return new TraceFile(name).lines(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Checked<Trace> lines(InputStream in) throws IOException {
    var lines = new TraceLines(in);
    for (var line = lines.next(); line.isPresent() && found.isEmpty(); line = lines.next()) {
      if (line.get().isTooLong()) {
        found.add(
            Diagnostic.at(place(), Rule.TOO_LARGE, "a line is longer than 32 MiB")
                .note("an event is one line; no analysis needs such a long one"));
      } else {
        var torn = line.get().isTorn();
        text(line.get().bytes()).ifPresent(torn ? text -> torn() : this::line);
      }
    }
    if (found.isEmpty() && events.isEmpty()) {
      report(
          Rule.TRACE_DAMAGED,
          "`" + name + "` holds no event",
          "a trace starts with the event `start`");
    }
    return Checked.of(new Trace(name, events), found);
  }

  private void torn() {
    report(
        Rule.TRACE_TORN,
        "the last line has no end",
        "an analysis that was stopped leaves such a line");
  }

  private Optional<String> text(ByteBuffer bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      found.add(Diagnostic.at(place(), Rule.NOT_UTF8, "`" + name + "` is not UTF-8 text"));
      return Optional.empty();
    }
  }

  private void line(String line) {
    long number = events.size() + 1L;
    var event = TraceLine.read(line);
    if (event.isEmpty()) {
      report(Rule.TRACE_DAMAGED, "this line holds no event", LineFault.of(line));
    } else if (number == 1) {
      start(event.get());
    } else if (event.get().type().equals(TraceEvents.START)) {
      report(
          Rule.TRACE_DAMAGED,
          "a second trace begins here",
          "a file holds one trace; compare each with the lock by itself");
    } else if (events.get(events.size() - 1).type().equals(TraceEvents.END)) {
      report(
          Rule.TRACE_DAMAGED,
          "something follows the event `end`",
          "an analysis that has ended records nothing more");
    } else if (event.get().seq() != number) {
      var message = "the line has `seq` " + event.get().seq() + " where " + number + " was due";
      report(Rule.TRACE_DAMAGED, message, "lines are missing, repeated or in another order");
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
    } else if (event.seq() != 1) {
      report(
          Rule.TRACE_DAMAGED,
          "the line has `seq` " + event.seq() + " where 1 was due",
          "lines are missing, repeated or in another order");
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
