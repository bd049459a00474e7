package org.planlock.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.planlock.trace.TraceFields;
import org.planlock.trace.TraceValue;

/** What differs in one model between the planned branch and what was done. */
record ModelWords(TraceFields model) {
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
    int moved = model.object("coefficients").map(all -> all.members().size()).orElse(0);
    if (moved > 0) {
      parts.add(Figures.count(moved, "coefficient") + (moved == 1 ? " differs" : " differ"));
    }
    return String.join(", ", parts);
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
