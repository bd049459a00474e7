package org.planlock.plan.binding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.plan.binding.KeyMeaning.Mention;
import org.planlock.plan.binding.KeyMeaning.Says;

/** The catalogue of what keys mean; which keys there are is said by the records of the plan. */
public final class KeyMeanings {
  private static final Map<String, KeyMeaning> ALL = read();

  private KeyMeanings() {}

  /** All of them, in the order of the catalogue. */
  static Map<String, KeyMeaning> all() {
    return ALL;
  }

  /** The one of a component, if it has one. */
  static Optional<KeyMeaning> of(RecordComponent component) {
    return Optional.ofNullable(
        ALL.get(typeName(component.getDeclaringRecord()) + "." + Keys.of(component)));
  }

  /** A type as the catalogue and the schema call it, such as {@code LambdaRule.Spaced}. */
  static String typeName(Class<?> type) {
    var name = type.getName();
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }

  private static Map<String, KeyMeaning> read() {
    try (var stream = KeyMeanings.class.getResourceAsStream("keys.txt")) {
      var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      var all = new LinkedHashMap<String, KeyMeaning>();
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(KeyMeanings::meaning)
          .forEach(meaning -> all.put(meaning.key(), meaning));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyMeaning meaning(String line) {
    var parts = line.split(" \\| ");
    return new KeyMeaning(
        parts[0].strip(),
        parts[1].strip(),
        parts[2].strip(),
        parts.length > 3 ? mention(parts[3].strip()) : Mention.NONE);
  }

  /**
   * Such as {@code declares model}, {@code names term, set}, {@code names file} and {@code path}.
   */
  private static Mention mention(String text) {
    var words = text.split("[ ,]+");
    if (text.equals("names file")) {
      return new Mention(Says.FILE, List.of());
    }
    List<NameKind> kinds = Stream.of(words).skip(1).flatMap(w -> NameKind.of(w).stream()).toList();
    return new Mention(Says.valueOf(words[0].toUpperCase(Locale.ROOT)), kinds);
  }
}
