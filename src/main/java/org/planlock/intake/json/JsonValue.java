package org.planlock.intake.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.source.Span;

/** A value in a JSON text, with the place where it stands. Numbers stay text. */
public sealed interface JsonValue {
  /** Where it stands. */
  Span span();

  /** A text. */
  record Text(String said, Span span) implements JsonValue {}

  /** A number as it is written, so that no digit is lost. */
  record Number(String digits, Span span) implements JsonValue {}

  /** True or false. */
  record Truth(boolean isTrue, Span span) implements JsonValue {}

  /** Null. */
  record Nothing(Span span) implements JsonValue {}

  /** Values in order. */
  record Items(List<JsonValue> items, Span span) implements JsonValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Values under names, in the order of the text. */
  record Fields(Map<String, JsonValue> values, Span span) implements JsonValue {
    public Fields {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /** The value under a name, if this has names and this one. */
  default Optional<JsonValue> get(String name) {
    return this instanceof Fields fields
        ? Optional.ofNullable(fields.values().get(name))
        : Optional.empty();
  }

  /** The text, if it is one that says something. */
  default Optional<String> text() {
    return this instanceof Text text && !text.said().isBlank()
        ? Optional.of(text.said().strip())
        : Optional.empty();
  }

  /** The text of a text, number or truth; empty for everything else. */
  default Optional<String> scalar() {
    if (this instanceof Number number) {
      return Optional.of(number.digits());
    }
    return this instanceof Truth truth ? Optional.of(String.valueOf(truth.isTrue())) : text();
  }

  /** The values of a list; none where it is no list. */
  default List<JsonValue> items() {
    return this instanceof Items list ? list.items() : List.of();
  }

  /** The values under names; none where there are no names. */
  default Map<String, JsonValue> fields() {
    return this instanceof Fields fields ? fields.values() : Map.of();
  }

  /** Whether nothing is said here: null, a blank text, an empty list. */
  default boolean isEmpty() {
    return this instanceof Nothing
        || (this instanceof Text text && text.said().isBlank())
        || (this instanceof Items list && list.items().isEmpty())
        || (this instanceof Fields fields && fields.values().isEmpty());
  }

  /** As it is written in its file, on as many lines. */
  default String written() {
    return span().text();
  }
}
