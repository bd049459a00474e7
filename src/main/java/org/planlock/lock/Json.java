package org.planlock.lock;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A JSON value as the canonical form knows it; there is no {@code null}. */
public sealed interface Json {
  /** A string. */
  record Text(String text) implements Json {}

  /** A finite number. */
  record Number(double value) implements Json {
    public Number {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("JSON has no such number: " + value);
      }
    }
  }

  /** {@code true} or {@code false}. */
  record Truth(boolean value) implements Json {}

  /** An array. */
  record Items(List<Json> items) implements Json {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** An object, its members in the order of their UTF-16 code units as RFC 8785 §3.2.3 wants. */
  record Fields(Map<String, Json> members) implements Json {
    public Fields {
      members = Collections.unmodifiableMap(new TreeMap<>(members));
    }
  }
}
