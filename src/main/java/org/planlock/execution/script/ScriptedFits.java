package org.planlock.execution.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.result.ModelResult;

/** The models that a script has fitted, and what was found on the way. */
final class ScriptedFits {
  private final Map<String, ModelResult> byName = new LinkedHashMap<>();
  private final Set<Diagnostic> found = new LinkedHashSet<>();

  boolean has(String model) {
    return byName.containsKey(model);
  }

  /** Keeps a fit that came to something. */
  ModelResult keep(Checked<ModelResult> fit) {
    var result = fit.orThrow();
    found.addAll(fit.diagnostics());
    byName.put(result.name(), result);
    return result;
  }

  /** What the fits found, each once. */
  Set<Diagnostic> diagnostics() {
    return found;
  }

  /** Registered models in the plan's order, then the others in the script's. */
  List<ModelResult> inOrderOf(List<String> registered) {
    var models = new ArrayList<>(byName.values());
    models.sort(Comparator.comparingInt(model -> rank(model.name(), registered)));
    return models;
  }

  private static int rank(String model, List<String> registered) {
    int at = registered.indexOf(model);
    return at < 0 ? registered.size() : at;
  }
}
