package org.planlock.trace;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in a trace; numbers are doubles, and a value that is not there is {@link Missing}. */
public sealed interface TraceValue {
  /** A text. */
  record Text(String text) implements TraceValue {}

  /** A finite number. */
  record Number(double value) implements TraceValue {
    public Number {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a trace holds finite numbers only: " + value);
      }
    }

    /** Written out, because what Java would make up for it at run time delays every start. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Number number && Double.compare(value, number.value) == 0;
    }

    @Override
    public int hashCode() {
      return Double.hashCode(value);
    }
  }

  /** {@code true} or {@code false}. */
  record Truth(boolean value) implements TraceValue {}

  /** No value, written {@code null}. */
  record Missing() implements TraceValue {}

  /** Several values in order. */
  record Items(List<TraceValue> items) implements TraceValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Values under names, in the order in which they were recorded. */
  record Fields(Map<String, TraceValue> members) implements TraceValue, TraceFields {
    public Fields {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** A text as a value. */
  static TraceValue of(String text) {
    return new Text(text);
  }

  /** A number as a value; one that is not finite is missing. */
  static TraceValue of(double number) {
    return Double.isFinite(number) ? new Number(number) : new Missing();
  }

  /** A truth as a value. */
  static TraceValue of(boolean truth) {
    return new Truth(truth);
  }

  /** No value. */
  static TraceValue missing() {
    return new Missing();
  }

  /** Several values in order. */
  static TraceValue items(List<? extends TraceValue> items) {
    return new Items(List.copyOf(items));
  }

  /** Several texts in order. */
  static TraceValue texts(Collection<String> texts) {
    return items(texts.stream().map(TraceValue::of).toList());
  }

  /** Several numbers in order; those that are not finite are missing. */
  static TraceValue numbers(double... numbers) {
    return items(Arrays.stream(numbers).mapToObj(TraceValue::of).toList());
  }

  /** Several numbers in order; those that are not finite are missing. */
  static TraceValue numbers(Collection<? extends java.lang.Number> numbers) {
    return items(numbers.stream().map(n -> of(n.doubleValue())).toList());
  }

  /** Several whole numbers in order. */
  static TraceValue wholes(int... numbers) {
    return items(Arrays.stream(numbers).mapToObj(n -> of((double) n)).toList());
  }

  /** Values under names. */
  static TraceValue fields(Map<String, ? extends TraceValue> members) {
    return new Fields(Collections.unmodifiableMap(new LinkedHashMap<String, TraceValue>(members)));
  }
}
