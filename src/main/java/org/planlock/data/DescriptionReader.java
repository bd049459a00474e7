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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads who made the files of a BIDS dataset: {@code GeneratedBy} of its {@code
 * dataset_description.json} (BIDS 1.10, "Dataset description").
 */
public final class DescriptionReader {
  /** The name of the file in each dataset. */
  public static final String FILE = "dataset_description.json";

  private static final int MOST_BYTES = 1 << 20;

  private final JsonReader json;

  /**
   * A program that made the files of a dataset.
   *
   * @param container its tag, or its address where it has none
   */
  public record Generator(String name, Optional<String> version, Optional<String> container) {}

  private DescriptionReader(String text) {
    this.json = new JsonReader(new StringReader(text));
    this.json.setStrictness(Strictness.STRICT);
  }

  /**
   * The programs that a description names; none where the file is missing or cannot be read, for
   * then nothing describes the files.
   */
  public static List<Generator> read(Path path) {
    return TableReader.bytes(path, FILE)
        .then(
            bytes ->
                new TableText(FILE, StandardCharsets.UTF_8)
                    .decode(bytes.length > MOST_BYTES ? new byte[0] : bytes))
        .map(text -> new DescriptionReader(text).generators())
        .value()
        .orElse(List.of());
  }

  private List<Generator> generators() {
    try {
      var found = new ArrayList<Generator>();
      json.beginObject();
      while (json.hasNext()) {
        if (json.nextName().equals("GeneratedBy") && json.peek() == JsonToken.BEGIN_ARRAY) {
          json.beginArray();
          while (json.hasNext()) {
            generator().ifPresent(found::add);
          }
          json.endArray();
        } else {
          json.skipValue();
        }
      }
      json.endObject();
      return json.peek() == JsonToken.END_DOCUMENT ? found : List.of();
    } catch (MalformedJsonException | EOFException | IllegalStateException e) {
      return List.of();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Optional<Generator> generator() throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return Optional.empty();
    }
    var name = Optional.<String>empty();
    var version = Optional.<String>empty();
    var container = Optional.<String>empty();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "Name" -> name = text();
        case "Version" -> version = text();
        case "Container" -> container = container();
        default -> json.skipValue();
      }
    }
    json.endObject();
    var told = new Generator(name.orElse(""), version, container);
    return name.map(known -> told);
  }

  private Optional<String> container() throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return Optional.empty();
    }
    var tag = Optional.<String>empty();
    var address = Optional.<String>empty();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "Tag" -> tag = text();
        case "URI" -> address = text();
        default -> json.skipValue();
      }
    }
    json.endObject();
    return tag.isPresent() ? tag : address;
  }

  private Optional<String> text() throws IOException {
    if (json.peek() == JsonToken.STRING) {
      return Optional.of(json.nextString());
    }
    json.skipValue();
    return Optional.empty();
  }
}
