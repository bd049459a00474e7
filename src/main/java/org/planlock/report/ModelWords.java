package org.planlock.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.planlock.trace.TraceFields;
import org.planlock.trace.TraceValue;

/** What differs in one model between the planned branch and what was done. */
record ModelWords(TraceFields model) {
  private static final int NAMED = 3;

  private static final Map<String, String> NAMES =
      Map.of(
          "n", "n",
          "l1Ratio", "l1 ratio",
          "lambda", "lambda",
          "cvMse", "cv mse",
          "cvError", "cv error",
          "inSample", "r2 in sample",
          "crossValidated", "r2 cross-validated",
          "nested", "r2 nested");

  String words() {
    var only = model.text("only");
    if (only.isPresent()) {
      return "only in the " + only.get() + " branch";
    }
    var parts = new ArrayList<String>();
    names(parts, "added", "kept in addition ");
    names(parts, "dropped", "no longer kept ");
    for (var entry :
        model.object("values").map(TraceValue.Fields::members).orElse(Map.of()).entrySet()) {
      if (entry.getValue() instanceof TraceValue.Fields pair) {
        parts.add(NAMES.getOrDefault(entry.getKey(), entry.getKey()) + " " + pair(pair));
      }
    }
    coefficients(parts);
    return String.join(", ", parts);
  }

  /** How many moved, and those that moved most. */
  private void coefficients(List<String> parts) {
    var pairs = new LinkedHashMap<String, TraceValue.Fields>();
    model
        .object("coefficients")
        .map(TraceValue.Fields::members)
        .orElse(Map.of())
        .forEach(
            (term, value) -> {
              if (value instanceof TraceValue.Fields pair) {
                pairs.put(term, pair);
              }
            });
    if (pairs.isEmpty()) {
      return;
    }
    var most =
        pairs.entrySet().stream()
            .sorted(Comparator.comparingDouble(entry -> -moved(entry.getValue())))
            .limit(NAMED)
            .map(entry -> entry.getKey() + " " + pair(entry.getValue()))
            .toList();
    parts.add(
        Figures.count(pairs.size(), "coefficient")
            + (pairs.size() == 1 ? " differs" : " differ")
            + (pairs.size() > NAMED ? ", most of all " : ": ")
            + String.join(", ", most));
  }

  private static double moved(TraceValue.Fields pair) {
    return Math.abs(pair.number("done").orElse(0.0) - pair.number("planned").orElse(0.0));
  }

  private void names(List<String> parts, String member, String words) {
    var names = model.texts(member).orElse(List.of());
    if (!names.isEmpty()) {
      parts.add(words + EffectWords.first(names));
    }
  }

  private static String pair(TraceValue.Fields pair) {
    return number(pair, "planned") + " → " + number(pair, "done");
  }

  private static String number(TraceValue.Fields pair, String name) {
    return pair.number(name).map(Figures::rounded).orElse("none");
  }
}
