package org.planlock.execution.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.erdtman.jcs.NumberToJSON;
import org.planlock.trace.TraceValue;

/** Writes a value as JSON that people can read: two spaces a level, plain lists on one line. */
final class JsonPage {
  private final StringBuilder out = new StringBuilder();

  private JsonPage() {}

  static String of(TraceValue.Fields fields) {
    var page = new JsonPage();
    page.fields(fields.members(), 0);
    return page.out.append('\n').toString();
  }

  private void value(TraceValue value, int depth) {
    if (value instanceof TraceValue.Text text) {
      text(text.text());
    } else if (value instanceof TraceValue.Number number) {
      number(number.value());
    } else if (value instanceof TraceValue.Truth truth) {
      out.append(truth.value());
    } else if (value instanceof TraceValue.Items items) {
      items(items.items(), depth);
    } else if (value instanceof TraceValue.Fields fields) {
      fields(fields.members(), depth);
    } else {
      out.append("null");
    }
  }

  private void fields(Map<String, TraceValue> members, int depth) {
    if (members.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    var separator = "";
    for (var member : members.entrySet()) {
      out.append(separator);
      line(depth + 1);
      text(member.getKey());
      out.append(": ");
      value(member.getValue(), depth + 1);
      separator = ",";
    }
    line(depth);
    out.append('}');
  }

  private void items(List<TraceValue> items, int depth) {
    boolean nested = items.stream().anyMatch(JsonPage::isNested);
    out.append('[');
    var separator = "";
    for (var item : items) {
      out.append(separator);
      if (nested) {
        line(depth + 1);
      }
      value(item, depth + 1);
      separator = nested ? "," : ", ";
    }
    if (nested) {
      line(depth);
    }
    out.append(']');
  }

  private static boolean isNested(TraceValue value) {
    return value instanceof TraceValue.Items || value instanceof TraceValue.Fields;
  }

  private void line(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }

  private void number(double value) {
    if (value == (int) value) {
      out.append((int) value);
      return;
    }
    try {
      out.append(NumberToJSON.serializeNumber(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7f || Character.isSurrogate(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
