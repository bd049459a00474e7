package org.planlock.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Typed questions to values under names; a value of another type counts as not there. */
public interface TraceFields {
  /** All values, in the order in which they were recorded. */
  Map<String, TraceValue> members();

  /** The value under a name. */
  default Optional<TraceValue> value(String name) {
    return Optional.ofNullable(members().get(name));
  }

  /** The text under a name. */
  default Optional<String> text(String name) {
    return of(name, TraceValue.Text.class).map(TraceValue.Text::text);
  }

  /** The number under a name. */
  default Optional<Double> number(String name) {
    return of(name, TraceValue.Number.class).map(TraceValue.Number::value);
  }

  /** The whole number under a name. */
  default Optional<Long> whole(String name) {
    return number(name)
        .filter(n -> n == Math.rint(n) && Math.abs(n) < 1L << 53)
        .map(Double::longValue);
  }

  /** The truth under a name. */
  default Optional<Boolean> truth(String name) {
    return of(name, TraceValue.Truth.class).map(TraceValue.Truth::value);
  }

  /** The values in the list under a name. */
  default Optional<List<TraceValue>> items(String name) {
    return of(name, TraceValue.Items.class).map(TraceValue.Items::items);
  }

  /** The texts in the list under a name, if it holds nothing else. */
  default Optional<List<String>> texts(String name) {
    return items(name)
        .filter(items -> items.stream().allMatch(TraceValue.Text.class::isInstance))
        .map(items -> items.stream().map(item -> ((TraceValue.Text) item).text()).toList());
  }

  /** The numbers in the list under a name, if it holds nothing else; a missing one is NaN. */
  default Optional<List<Double>> numbers(String name) {
    return items(name)
        .filter(items -> items.stream().allMatch(TraceFields::isNumeric))
        .map(items -> items.stream().map(TraceFields::numeric).toList());
  }

  /** The objects in the list under a name, if it holds nothing else. */
  default Optional<List<TraceValue.Fields>> objects(String name) {
    return items(name)
        .filter(items -> items.stream().allMatch(TraceValue.Fields.class::isInstance))
        .map(items -> items.stream().map(TraceValue.Fields.class::cast).toList());
  }

  /** The object under a name. */
  default Optional<TraceValue.Fields> object(String name) {
    return of(name, TraceValue.Fields.class);
  }

  private <T extends TraceValue> Optional<T> of(String name, Class<T> type) {
    return value(name).filter(type::isInstance).map(type::cast);
  }

  private static boolean isNumeric(TraceValue value) {
    return value instanceof TraceValue.Number || value instanceof TraceValue.Missing;
  }

  private static double numeric(TraceValue value) {
    return value instanceof TraceValue.Number number ? number.value() : Double.NaN;
  }
}
