package org.planlock.intake.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.intake.json.JsonValue;

/**
 * What a BIDS sidecar says of one column; entries that are not as BIDS has them are reported and
 * left out.
 *
 * @param format the word under {@code Format}, such as {@code integer}
 * @param missing codes under {@code Annotations.MissingValues}, as Neurobagel writes them
 */
record DictionaryEntry(
    String description,
    Optional<String> units,
    List<Level> levels,
    Optional<String> format,
    Optional<String> minimum,
    Optional<String> maximum,
    List<String> missing,
    List<Diagnostic> found) {
  /** More digits than these can be kept by no plan. */
  private static final String SHORT_NUMBER = "-?[0-9]{1,12}(\\.[0-9]{1,12})?";

  static final DictionaryEntry NONE =
      new DictionaryEntry(
          "",
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());

  /** A level and what it stands for. */
  record Level(String name, String meaning) {}

  static DictionaryEntry of(Optional<JsonValue> dictionary, String column) {
    return dictionary.flatMap(all -> all.get(column)).map(it -> of(column, it)).orElse(NONE);
  }

  private static DictionaryEntry of(String column, JsonValue entry) {
    var found = new ArrayList<Diagnostic>();
    if (!(entry instanceof JsonValue.Fields)) {
      found.add(notAsExpected(column, entry, "an object"));
      return new DictionaryEntry(
          "",
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          found);
    }
    var reader = new Reader(column, entry, found);
    return new DictionaryEntry(
        reader.text("Description").or(() -> reader.text("LongName")).orElse(""),
        reader.text("Units"),
        reader.levels(),
        reader.text("Format"),
        reader.number("Minimum"),
        reader.number("Maximum"),
        reader.missing(),
        found);
  }

  private static Diagnostic notAsExpected(String what, JsonValue value, String wanted) {
    return Diagnostic.at(
            value.span(),
            Rule.DICTIONARY_ENTRY,
            "what stands under `" + what + "` is not " + wanted)
        .note("it is left out of the proposal");
  }

  private record Reader(String column, JsonValue entry, List<Diagnostic> found) {
    Optional<String> text(String key) {
      var value = entry.get(key).filter(it -> !it.isEmpty());
      value
          .filter(it -> it.text().isEmpty())
          .ifPresent(it -> found.add(notAsExpected(column + "." + key, it, "a text")));
      return value.flatMap(JsonValue::text);
    }

    Optional<String> number(String key) {
      var value = entry.get(key).filter(it -> !it.isEmpty());
      var number = value.flatMap(JsonValue::scalar).filter(it -> it.matches(SHORT_NUMBER));
      if (value.isPresent() && number.isEmpty()) {
        found.add(
            notAsExpected(
                column + "." + key, value.get(), "a number with at most 12 digits on each side"));
      }
      return number;
    }

    List<Level> levels() {
      var value = entry.get("Levels").filter(it -> !it.isEmpty());
      if (value.isEmpty()) {
        return List.of();
      }
      if (value.get() instanceof JsonValue.Fields fields) {
        return named(fields);
      }
      var items = value.get().items();
      if (items.isEmpty() || items.stream().anyMatch(it -> it.scalar().isEmpty())) {
        found.add(notAsExpected(column + ".Levels", value.get(), "an object of levels"));
        return List.of();
      }
      return kept(items.stream().flatMap(it -> it.scalar().stream()).map(it -> new Level(it, "")));
    }

    private static List<Level> named(JsonValue.Fields fields) {
      return kept(
          fields.values().entrySet().stream()
              .map(it -> new Level(it.getKey().strip(), meaning(it.getValue()))));
    }

    /** BIDS allows a text, or since 1.9 an object with its own description. */
    private static String meaning(JsonValue value) {
      return value.scalar().or(() -> value.get("Description").flatMap(JsonValue::text)).orElse("");
    }

    private static List<Level> kept(Stream<Level> levels) {
      return levels
          .filter(it -> !it.name().isBlank() && !it.name().equals(ColumnGlance.BIDS_MISSING))
          .toList();
    }

    List<String> missing() {
      return entry.get("Annotations").flatMap(it -> it.get("MissingValues")).stream()
          .flatMap(it -> it.items().stream())
          .flatMap(it -> it.scalar().stream())
          .distinct()
          .toList();
    }
  }
}
