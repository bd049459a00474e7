package org.planlock.data;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;

/** Reads a BIDS data dictionary strictly: plain JSON, UTF-8, no column twice. */
public final class DictionaryReader {
  private static final int MOST_BYTES = 8 << 20;

  private final String name;
  private final SourceFile source;
  private final JsonReader json;

  private DictionaryReader(String name, String text) {
    this.name = name;
    this.source = SourceFile.of(name, text);
    this.json = new JsonReader(new StringReader(text));
    this.json.setStrictness(Strictness.STRICT);
  }

  /** Reads the dictionary at a path, which messages call by {@code name}. */
  public static Checked<DataDictionary> read(Path path, String name) {
    return TableReader.bytes(path, name).then(bytes -> read(name, bytes));
  }

  /** Reads the dictionary in these bytes. */
  public static Checked<DataDictionary> read(String name, byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      var message = "`" + name + "` is larger than 8 MiB";
      return Checked.failed(Diagnostic.at(Span.none(name), Rule.DICTIONARY_UNREADABLE, message));
    }
    return new TableText(name, StandardCharsets.UTF_8)
        .decode(bytes)
        .then(text -> new DictionaryReader(name, text).dictionary());
  }

  private Checked<DataDictionary> dictionary() {
    try {
      if (json.peek() != JsonToken.BEGIN_OBJECT) {
        return unreadable("`" + name + "` is not a JSON object of columns");
      }
      return Checked.of(new DataDictionary(name, columns()));
    } catch (RepeatedName e) {
      return unreadable("`" + name + "` describes `" + e.getMessage() + "` twice");
    } catch (MalformedJsonException
        | EOFException
        | IllegalStateException
        | NumberFormatException e) {
      return unreadable("`" + name + "` is not valid JSON in or after `" + path() + "`");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String path() {
    var path = json.getPath();
    return path.length() > 60 ? path.substring(0, 60) + "…" : path;
  }

  private Checked<DataDictionary> unreadable(String message) {
    return Checked.failed(
        Diagnostic.at(Span.none(name), Rule.DICTIONARY_UNREADABLE, message)
            .help("a data dictionary is a JSON file with one object for each column"));
  }

  private Map<String, DataDictionary.Entry> columns() throws IOException {
    var columns = new LinkedHashMap<String, DataDictionary.Entry>();
    json.beginObject();
    while (json.hasNext()) {
      var column = json.nextName();
      if (json.peek() != JsonToken.BEGIN_OBJECT) {
        json.skipValue();
      } else if (columns.put(column, entry(placeOf(column))) != null) {
        throw new RepeatedName(column);
      }
    }
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new MalformedJsonException("more than one value");
    }
    return columns;
  }

  private DataDictionary.Entry entry(Span place) throws IOException {
    var description = Optional.<String>empty();
    var units = Optional.<String>empty();
    Map<String, String> levels = Map.of();
    var minimum = OptionalDouble.empty();
    var maximum = OptionalDouble.empty();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "Description" -> description = text();
        case "Units" -> units = text();
        case "Levels" -> levels = levels();
        case "Minimum" -> minimum = number();
        case "Maximum" -> maximum = number();
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new DataDictionary.Entry(place, description, units, levels, minimum, maximum);
  }

  private Map<String, String> levels() throws IOException {
    var levels = new LinkedHashMap<String, String>();
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return levels;
    }
    json.beginObject();
    while (json.hasNext()) {
      var level = json.nextName();
      if (levels.put(level, text().orElse("")) != null) {
        throw new RepeatedName(level);
      }
    }
    json.endObject();
    return levels;
  }

  private Optional<String> text() throws IOException {
    if (json.peek() == JsonToken.STRING) {
      return Optional.of(json.nextString());
    }
    json.skipValue();
    return Optional.empty();
  }

  private OptionalDouble number() throws IOException {
    if (json.peek() == JsonToken.NUMBER) {
      return OptionalDouble.of(json.nextDouble());
    }
    json.skipValue();
    return OptionalDouble.empty();
  }

  private Span placeOf(String column) {
    var match = Pattern.compile('"' + Pattern.quote(column) + "\"\\s*:").matcher(source.text());
    if (!match.find()) {
      return Span.none(name);
    }
    int start = source.text().codePointCount(0, match.start());
    return new Span(source, start, start + column.codePointCount(0, column.length()) + 2);
  }

  private static final class RepeatedName extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    RepeatedName(String name) {
      super(name);
    }
  }
}
