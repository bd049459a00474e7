package org.planlock.trace;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.regex.Pattern;

/** Says why a line is no event, in the words of whoever wrote it. */
final class LineFault {
  private static final Pattern NO_NUMBER =
      Pattern.compile("[\\[:,]\\s*(-?(?:NaN|Infinity|Inf|NA))\\s*[,\\]}]");
  private static final int DEPTH = 40;

  private LineFault() {}

  static String of(String line) {
    if (line.indexOf('\0') >= 0) {
      return "the line holds a NUL character";
    }
    if (line.isBlank()) {
      return "the line is empty";
    }
    var word = NO_NUMBER.matcher(line);
    if (word.find()) {
      return "`" + word.group(1) + "` is no number of JSON: a value that is not finite is null";
    }
    return repeated(line);
  }

  private static String repeated(String line) {
    try (var reader = new JsonReader(new StringReader(line))) {
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(DEPTH);
      var names = new HashSet<String>();
      reader.beginObject();
      while (reader.peek() == JsonToken.NAME) {
        var name = reader.nextName();
        if (!names.add(name)) {
          return "the name `" + name + "` stands twice";
        }
        reader.skipValue();
      }
    } catch (IOException | IllegalStateException e) {
      return "an event is a JSON object with `event` and `seq`, whole on one line";
    }
    return "an event is a JSON object with `event` and `seq`";
  }
}
