package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A place in any plan: a path without the names that people gave to models, columns and the like,
 * so that {@code models.m1.penalty.l1_ratio} and {@code penalty.l1_ratio} are one place.
 */
record FieldPlace(List<String> keys) {
  private static final Set<String> LISTS =
      Set.of(
          "models",
          "variables",
          "sets",
          "hypotheses",
          "measures",
          "rois",
          "atlases",
          "data.tables",
          "data.files",
          "data.columns",
          "data.sessions",
          "data.pipelines",
          "data.first_level",
          "sample.rules",
          "inference.scores",
          "inference.nulls",
          "sensitivity.variants");
  private static final Set<String> OF_A_MODEL = Set.of("penalty", "validate");
  private static final String PREPARE = "prepare";

  FieldPlace {
    keys = List.copyOf(keys);
  }

  /** A place as the table of fields writes it: keys alone. */
  static FieldPlace written(String path) {
    return new FieldPlace(List.of(path.split("\\.")));
  }

  /** The place that a path in some plan names. */
  static FieldPlace of(String path) {
    var segments = segments(path);
    var keys = new ArrayList<String>();
    for (int i = 0; i < segments.size(); i++) {
      var segment = segments.get(i);
      if (LISTS.contains(String.join(".", keys))) {
        keys.add("");
      } else if (keys.equals(List.of(PREPARE)) && segment.contains(" ")) {
        keys.add(segment.substring(0, segment.indexOf(' ')));
      } else if (!isPreparation(keys, segments, i)) {
        keys.add(segment);
      }
    }
    keys.removeIf(String::isEmpty);
    boolean copied =
        keys.size() > 1 && keys.get(0).equals("models") && OF_A_MODEL.contains(keys.get(1));
    return new FieldPlace(copied ? keys.subList(1, keys.size()) : keys);
  }

  private static boolean isPreparation(List<String> keys, List<String> segments, int at) {
    return keys.equals(List.of(PREPARE))
        && at + 1 < segments.size()
        && (segments.get(at + 1).contains(" ")
            || Set.of("columns", "aliased", "heredity").contains(segments.get(at + 1)));
  }

  int length() {
    return keys.size();
  }

  /** Whether it lies in another place, or is it. */
  boolean isWithin(FieldPlace around) {
    return around.length() <= length() && keys.subList(0, around.length()).equals(around.keys());
  }

  /** Keys and names: parted by dots, other names in brackets. */
  private static List<String> segments(String path) {
    var segments = new ArrayList<String>();
    var segment = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (inside && c == '\\' && i + 1 < path.length()) {
        i++;
        segment.append(path.charAt(i));
      } else if (inside ? c == ']' : c == '.' || c == '[') {
        segments.add(segment.toString());
        segment.setLength(0);
        inside = c == '[';
      } else {
        segment.append(c);
      }
    }
    segments.add(segment.toString());
    segments.removeIf(String::isEmpty);
    return segments;
  }
}
