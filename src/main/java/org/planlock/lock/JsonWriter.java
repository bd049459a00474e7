package org.planlock.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.erdtman.jcs.NumberToJSON;

/**
 * Writes JSON values as RFC 8785 bytes: no spaces, sorted members, shortest numbers, least escapes.
 */
public final class JsonWriter {
  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  /** The bytes in UTF-8. */
  public static byte[] bytes(Json json) {
    return text(json).getBytes(StandardCharsets.UTF_8);
  }

  /** The same before it becomes UTF-8. */
  public static String text(Json json) {
    var writer = new JsonWriter();
    writer.value(json);
    return writer.out.toString();
  }

  /**
   * The number as ECMAScript prints it, which is the shortest decimal that reads back as the same
   * double.
   */
  static String number(double value) {
    if (value == (int) value) {
      return Integer.toString((int) value);
    }
    try {
      return NumberToJSON.serializeNumber(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void value(Json json) {
    if (json instanceof Json.Text text) {
      text(text.text());
    } else if (json instanceof Json.Number number) {
      out.append(number(number.value()));
    } else if (json instanceof Json.Truth truth) {
      out.append(truth.value());
    } else if (json instanceof Json.Items items) {
      items(items);
    } else if (json instanceof Json.Fields fields) {
      fields(fields);
    }
  }

  private void items(Json.Items items) {
    out.append('[');
    var separator = "";
    for (var item : items.items()) {
      out.append(separator);
      value(item);
      separator = ",";
    }
    out.append(']');
  }

  private void fields(Json.Fields fields) {
    out.append('{');
    var separator = "";
    for (var member : fields.members().entrySet()) {
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
      character(text.charAt(i));
    }
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (c < 0x20) {
          out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
