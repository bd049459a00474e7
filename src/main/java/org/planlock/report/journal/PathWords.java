package org.planlock.report.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.planlock.report.Figures;

/**
 * A place in a plan in words: {@code models.m1.penalty.l1_ratio} is "model m1: penalty, l1 ratio".
 */
final class PathWords {
  private static final Map<String, String> NAMED =
      Map.of(
          "models", "model",
          "hypotheses", "hypothesis",
          "variables", "variable",
          "sets", "set",
          "prepare", "preparation",
          "exploratory", "exploratory analysis",
          "sensitivity", "sensitivity analysis");

  private PathWords() {}

  static String of(String path) {
    var parts = parts(path);
    if (parts.isEmpty()) {
      return "the plan";
    }
    var first = NAMED.getOrDefault(parts.get(0), plain(parts.get(0)));
    boolean isNamed = NAMED.containsKey(parts.get(0)) && parts.size() > 1;
    var head = isNamed ? first + " " + parts.get(1) : first;
    var rest = parts.subList(isNamed ? 2 : 1, parts.size()).stream().map(PathWords::plain).toList();
    return rest.isEmpty() ? head : head + ": " + String.join(", ", rest);
  }

  /** The same place in several models: "models a and b: penalty, l1 ratio". */
  static String ofModels(List<String> paths) {
    if (paths.size() == 1) {
      return of(paths.get(0));
    }
    var names = paths.stream().map(path -> parts(path).get(1)).toList();
    var rest = inModel(paths.get(0)).stream().map(PathWords::plain).toList();
    return "models " + Figures.list(names) + ": " + String.join(", ", rest);
  }

  /** What of a path lies in a model; nothing of any other. */
  static List<String> inModel(String path) {
    var parts = parts(path);
    return parts.size() > 2 && parts.get(0).equals("models")
        ? parts.subList(2, parts.size())
        : List.of();
  }

  private static String plain(String part) {
    return part.replace('_', ' ');
  }

  /** The keys and names; those in brackets may hold dots and escaped brackets. */
  private static List<String> parts(String path) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    boolean isInside = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (isInside && c == '\\' && i + 1 < path.length()) {
        part.append(path.charAt(++i));
      } else if (isInside ? c == ']' : c == '.' || c == '[') {
        add(part, parts);
        isInside = !isInside && c == '[';
      } else {
        part.append(c);
      }
    }
    add(part, parts);
    return parts;
  }

  private static void add(StringBuilder part, List<String> parts) {
    if (!part.isEmpty()) {
      parts.add(part.toString());
      part.setLength(0);
    }
  }
}
