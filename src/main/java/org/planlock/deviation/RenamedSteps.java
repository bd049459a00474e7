package org.planlock.deviation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.TreeText;
import org.planlock.trace.TraceEvent;

/**
 * Steps that an analysis calls otherwise than the plan, because a step is called by the first of
 * its columns; its number says which one it is.
 */
final class RenamedSteps {
  private static final Pattern STEP = Pattern.compile("(prepare(?:[.\\[].*)?\\[.+\\])\\.step");
  private static final String NUMBER = ".step";

  private final Map<String, String> registered = new HashMap<>();

  RenamedSteps(PlanNode.Mapping canonical, List<TraceEvent> settings) {
    Map<String, String> byNumber = new HashMap<>();
    TreePaths.entries(canonical)
        .forEach(
            (path, node) -> {
              if (path.startsWith("prepare") && path.endsWith(NUMBER)) {
                byNumber.put(key(step(path), TreeText.of(node)), step(path));
              }
            });
    for (var setting : settings) {
      var match = STEP.matcher(setting.text("path").orElse(""));
      if (match.matches()) {
        var used = match.group(1);
        var planned = byNumber.get(key(used, Evidence.word(setting, "value").orElse("")));
        if (planned != null && !byNumber.containsValue(used)) {
          registered.put(used, planned);
        }
      }
    }
  }

  /** The place of a setting, as the plan calls it. */
  String path(TraceEvent setting) {
    var path = setting.text("path").orElse("");
    return registered.entrySet().stream()
        .filter(step -> PlanPaths.within(path, step.getKey()))
        .map(step -> step.getValue() + path.substring(step.getKey().length()))
        .findFirst()
        .orElse(path);
  }

  private static String step(String path) {
    return path.substring(0, path.length() - NUMBER.length());
  }

  /** The preparation, the verb and the number of a step. */
  private static String key(String step, String number) {
    int label = step.lastIndexOf('[');
    return step.substring(0, label) + " " + step.substring(label).split(" ", 2)[0] + " " + number;
  }
}
