package org.planlock.intake.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.planlock.diagnostic.Checked;
import org.planlock.intake.DraftText;
import org.planlock.syntax.notation.PlanNotation;

/** Small documents of every format, written for these tests. */
final class Documents {
  static final List<String> ALL =
      List.of("model.json", "ars.json", "osf.json", "osf-older.json", "preregr.json");

  private Documents() {}

  static String text(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/intake", name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Checked<Imported> read(String text) {
    return read(text, Optional.empty());
  }

  static Checked<Imported> read(String text, Optional<DocumentFormat> format) {
    return PlanFromDocument.read("it.json", text.getBytes(StandardCharsets.UTF_8), format, "it");
  }

  static Checked<String> plan(Checked<Imported> imported, PlanNotation notation) {
    return imported
        .then(it -> new DraftText("it", notation).write(it.draft()))
        .map(DraftText.Written::text);
  }

  /** Gives the document again and again, each time with one value replaced. */
  static void eachWith(JsonElement other, String name, Consumer<String> use) {
    var document = JsonParser.parseString(text(name));
    eachWith(other, document, document, use);
  }

  private static void eachWith(
      JsonElement other, JsonElement whole, JsonElement part, Consumer<String> use) {
    if (part.isJsonObject()) {
      var object = part.getAsJsonObject();
      for (var key : new ArrayList<>(object.keySet())) {
        var kept = object.get(key);
        object.add(key, other);
        use.accept(whole.toString());
        object.add(key, kept);
        eachWith(other, whole, kept, use);
      }
    } else if (part.isJsonArray()) {
      var list = part.getAsJsonArray();
      for (int i = 0; i < list.size(); i++) {
        var kept = list.set(i, other);
        use.accept(whole.toString());
        list.set(i, kept);
        eachWith(other, whole, kept, use);
      }
    }
  }

  /** Every text in a document that is a sentence and no name. */
  static List<String> sentences(String text) {
    var found = new ArrayList<String>();
    collect(JsonParser.parseString(text), found);
    return found;
  }

  private static void collect(JsonElement part, List<String> found) {
    if (part.isJsonObject()) {
      part.getAsJsonObject().entrySet().forEach(it -> collect(it.getValue(), found));
    } else if (part.isJsonArray()) {
      part.getAsJsonArray().forEach(it -> collect(it, found));
    } else if (part instanceof JsonPrimitive it
        && it.isString()
        && it.getAsString().contains(" ")) {
      it.getAsString().lines().forEach(found::add);
    }
  }
}
