package org.planlock.trace;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.erdtman.jcs.NumberToJSON;

/**
 * One event as one line of JSON: {@code event} and {@code seq} first, numbers as shortest decimals.
 */
final class TraceLine {
  private static final int DEPTH = 40;

  private final StringBuilder out = new StringBuilder();

  private TraceLine() {}

  static String of(TraceEvent event) {
    Map<String, TraceValue> all = new LinkedHashMap<>();
    all.put("event", TraceValue.of(event.type()));
    all.put("seq", TraceValue.of((double) event.seq()));
    all.putAll(event.members());
    var line = new TraceLine();
    line.fields(all);
    return line.out.toString();
  }

  private void value(TraceValue value) {
    if (value instanceof TraceValue.Text text) {
      text(text.text());
    } else if (value instanceof TraceValue.Number number) {
      out.append(number(number.value()));
    } else if (value instanceof TraceValue.Truth truth) {
      out.append(truth.value());
    } else if (value instanceof TraceValue.Items items) {
      items(items.items());
    } else if (value instanceof TraceValue.Fields fields) {
      fields(fields.members());
    } else {
      out.append("null");
    }
  }

  private void items(List<TraceValue> items) {
    out.append('[');
    var separator = "";
    for (var item : items) {
      out.append(separator);
      value(item);
      separator = ",";
    }
    out.append(']');
  }

  private void fields(Map<String, TraceValue> members) {
    out.append('{');
    var separator = "";
    for (var member : members.entrySet()) {
      out.append(separator);
      text(member.getKey());
      out.append(':');
      value(member.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || Character.isSurrogate(c) || c == 0x7f) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static String number(double value) {
    if (value == (int) value) {
      return Integer.toString((int) value);
    }
    try {
      return NumberToJSON.serializeNumber(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The event that a line holds, if it holds one. */
  static Optional<TraceEvent> read(String line) {
    var reader = new JsonReader(new StringReader(line));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEPTH);
    try {
      var value = value(reader);
      return reader.peek() == JsonToken.END_DOCUMENT && value instanceof TraceValue.Fields fields
          ? event(fields)
          : Optional.empty();
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<TraceEvent> event(TraceValue.Fields fields) {
    var members = new LinkedHashMap<>(fields.members());
    members.remove("event");
    members.remove("seq");
    return fields
        .text("event")
        .flatMap(type -> fields.whole("seq").map(seq -> new TraceEvent(seq, type, members)));
  }

  private static TraceValue value(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> fields(reader);
      case BEGIN_ARRAY -> items(reader);
      case STRING -> TraceValue.of(reader.nextString());
      case NUMBER -> new TraceValue.Number(Double.parseDouble(reader.nextString()));
      case BOOLEAN -> TraceValue.of(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield TraceValue.missing();
      }
      default -> throw new IllegalStateException("no value here");
    };
  }

  private static TraceValue items(JsonReader reader) throws IOException {
    var items = new ArrayList<TraceValue>();
    reader.beginArray();
    while (reader.hasNext()) {
      items.add(value(reader));
    }
    reader.endArray();
    return new TraceValue.Items(items);
  }

  private static TraceValue fields(JsonReader reader) throws IOException {
    Map<String, TraceValue> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      var name = reader.nextName();
      if (members.put(name, value(reader)) != null) {
        throw new IllegalStateException("a name stands twice");
      }
    }
    reader.endObject();
    return new TraceValue.Fields(members);
  }
}
