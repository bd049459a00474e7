package org.planlock.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.planlock.deviation.Reported;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.BoundedFile;
import org.planlock.report.JsonValues;
import org.planlock.source.Span;

/** The results file that belongs to a trace: the one that is named, or the one beside it. */
record ResultsBeside(Surroundings surroundings) {
  private static final int MOST_BYTES = 256 << 20;
  private static final String TRACE = "trace.jsonl";
  private static final String RESULTS = "results.json";

  /**
   * The results of a trace. Only what {@code plan execute} wrote as a pair is looked for; beside a
   * trace of another name lies what somebody else made.
   *
   * @param trace as typed
   * @param named as typed, if it was
   */
  Checked<Optional<Reported>> of(String trace, Optional<String> named) {
    return named
        .or(() -> beside(trace))
        .map(name -> read(name).then(json -> values(name, json)).map(Optional::of))
        .orElse(Checked.of(Optional.empty()));
  }

  private Optional<String> beside(String trace) {
    int end = Math.max(trace.lastIndexOf('/'), trace.lastIndexOf('\\')) + 1;
    var results = trace.substring(0, end) + RESULTS;
    return trace.substring(end).equals(TRACE) && Files.isRegularFile(surroundings.file(results))
        ? Optional.of(results)
        : Optional.empty();
  }

  /** The same as values; a number that is none is damage, as much as broken JSON is. */
  static Checked<Reported> values(String name, JsonObject json) {
    try {
      return Checked.of(new Reported(name, JsonValues.of(json)));
    } catch (NumberFormatException e) {
      return unreadable(name);
    }
  }

  /** A results file as it lies there. */
  Checked<JsonObject> read(String name) {
    return BoundedFile.read(surroundings.file(name), name, MOST_BYTES)
        .then(bytes -> json(bytes, name));
  }

  private static Checked<JsonObject> json(byte[] bytes, String name) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var json = JsonParser.parseString(text);
      return json.isJsonObject() && isResults(json.getAsJsonObject())
          ? Checked.of(json.getAsJsonObject())
          : unreadable(name);
    } catch (CharacterCodingException | JsonParseException | StackOverflowError e) {
      return unreadable(name);
    }
  }

  private static boolean isResults(JsonObject json) {
    var format = json.get("format");
    return format != null
        && format.isJsonPrimitive()
        && format.getAsString().startsWith("planlock-results/");
  }

  /** What is said of a file that holds no results. */
  static <T> Checked<T> unreadable(String name) {
    return Checked.failed(
        Diagnostic.at(
                Span.none(name),
                Rule.RESULT_UNREADABLE,
                "`" + name + "` is not the results.json of an execution, or is damaged")
            .help("name the folder that `plan execute` wrote"));
  }
}
