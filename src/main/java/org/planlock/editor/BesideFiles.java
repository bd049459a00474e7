package org.planlock.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.syntax.PlanNode;

/** The tables of a plan, as far as they lie in its folder: their headers and dictionaries. */
final class BesideFiles {
  private static final int LONGEST_HEADER = 1 << 16;
  private static final int LARGEST_DICTIONARY = 1 << 20;
  private static final Map<String, Character> SEPARATORS =
      Map.of("tab", '\t', "comma", ',', "semicolon", ';');

  private final Optional<Path> folder;

  BesideFiles(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The columns of all tables of a plan. */
  List<BesideColumn> columns(PlanNode.Mapping plan) {
    return plan.get("data")
        .filter(PlanNode.Mapping.class::isInstance)
        .flatMap(data -> ((PlanNode.Mapping) data).get("tables"))
        .filter(PlanNode.Sequence.class::isInstance)
        .map(tables -> ((PlanNode.Sequence) tables).items().stream())
        .orElseGet(Stream::of)
        .filter(PlanNode.Mapping.class::isInstance)
        .flatMap(table -> columns((PlanNode.Mapping) table, "").stream())
        .toList();
  }

  private List<BesideColumn> columns(PlanNode.Mapping table, String none) {
    var name = Expectation.text(table, "name").orElse(none);
    var file = Expectation.text(table, "file").orElse(none);
    var dictionary = dictionary(table, file);
    var names = new LinkedHashSet<>(header(file, Expectation.text(table, "separator")));
    names.addAll(dictionary.keySet());
    return names.stream().map(column -> column(name, column, dictionary)).toList();
  }

  private static BesideColumn column(String table, String name, Map<String, JsonElement> known) {
    if (!(known.get(name) instanceof JsonObject about)) {
      return new BesideColumn(table, name, "", "", List.of());
    }
    var levels = about.get("Levels") instanceof JsonObject each ? each.keySet() : List.<String>of();
    var description = text(about, "Description");
    return new BesideColumn(
        table,
        name,
        description.isEmpty() ? text(about, "LongName") : description,
        text(about, "Units"),
        List.copyOf(levels));
  }

  private static String text(JsonObject about, String key) {
    return about.get(key) != null && about.get(key).isJsonPrimitive()
        ? about.get(key).getAsString()
        : "";
  }

  private Map<String, JsonElement> dictionary(PlanNode.Mapping table, String file) {
    var name =
        Expectation.text(table, "dictionary")
            .orElseGet(() -> file.replaceFirst("\\.(tsv|csv|txt)(\\.gz)?$", "") + ".json");
    try {
      var path = file.isEmpty() ? Optional.<Path>empty() : find(name);
      if (path.isEmpty() || Files.size(path.get()) > LARGEST_DICTIONARY) {
        return Map.of();
      }
      var json = JsonParser.parseString(Files.readString(path.get()));
      return json instanceof JsonObject object ? object.asMap() : Map.of();
    } catch (IOException | JsonParseException e) {
      return Map.of(); // `plan check` and the lock say what is wrong with files
    }
  }

  /** The names in the first line of a table. */
  List<String> header(String file, Optional<String> separator) {
    var path = file.isEmpty() || file.endsWith(".gz") ? Optional.<Path>empty() : find(file);
    if (path.isEmpty()) {
      return List.of();
    }
    try (var stream = Files.newInputStream(path.get())) {
      var start = new String(stream.readNBytes(LONGEST_HEADER), StandardCharsets.UTF_8);
      var line = start.lines().findFirst().orElse("").replaceFirst("^\uFEFF", "");
      var usual = file.endsWith(".csv") ? ',' : '\t';
      return cells(line, separator.map(word -> SEPARATORS.getOrDefault(word, usual)).orElse(usual));
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<String> cells(String line, char separator) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells.stream().filter(name -> !name.isEmpty()).toList();
  }

  /** A file in the plan's folder or in {@code data} in it, and nowhere else. */
  Optional<Path> find(String name) {
    return folder.flatMap(
        home ->
            Stream.of(home, home.resolve("data"))
                .flatMap(place -> within(home, place, name).stream())
                .findFirst());
  }

  private static Optional<Path> within(Path home, Path place, String name) {
    try {
      var file = place.resolve(name).normalize();
      boolean inside =
          file.startsWith(home.normalize())
              && Files.isRegularFile(file)
              && file.toRealPath().startsWith(home.toRealPath());
      return inside ? Optional.of(file) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
