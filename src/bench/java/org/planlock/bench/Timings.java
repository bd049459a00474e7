package org.planlock.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Seconds by what was timed, and the median of each. */
final class Timings {
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  void add(String what, double taken) {
    seconds.computeIfAbsent(what, any -> new ArrayList<>()).add(taken);
  }

  /** The median, the lower one of two; empty if it was never timed. */
  OptionalDouble median(String what) {
    var all = seconds.getOrDefault(what, List.of()).stream().sorted().toList();
    return all.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(all.get((all.size() - 1) / 2));
  }

  /** The median with three digits, or what to say instead. */
  String cell(String what, String otherwise) {
    var median = median(what);
    return median.isPresent() ? three(median.getAsDouble()) + " s" : otherwise;
  }

  /** How many times longer one takes than the other, beside what is asked for. */
  String ratio(String slow, String quick, String asked) {
    var above = median(slow);
    var below = median(quick);
    if (above.isEmpty() || below.isEmpty()) {
      return "-";
    }
    var ratio = three(above.getAsDouble() / below.getAsDouble()) + " x";
    return asked.isEmpty() ? ratio : "**" + ratio + "** (" + asked + ")";
  }

  /** Three digits that count. */
  static String three(double value) {
    if (value >= 100) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    int places = value >= 10 ? 1 : value >= 1 ? 2 : value >= 0.1 ? 3 : 4;
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
