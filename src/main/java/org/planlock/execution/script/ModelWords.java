package org.planlock.execution.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.UsedSettings;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;

/**
 * The words by which a script changes a model: a place such as {@code penalty.l1_ratio}, or its
 * last key alone, which is looked for in the model, its penalty and its validation.
 */
final class ModelWords {
  private static final List<String> PARTS = List.of("", "penalty.", "validate.");

  private final BoundPlan plan;
  private final String model;
  private final ScriptPlaces places;

  ModelWords(BoundPlan plan, String model, ScriptPlaces places) {
    this.plan = plan;
    this.model = model;
    this.places = places;
  }

  /** The changes by their places in the model. */
  Map<String, PlanNode> placed(Map<String, ?> changes) {
    var placed = new LinkedHashMap<String, PlanNode>();
    changes.forEach(
        (word, value) -> {
          var place = places.here(word);
          var node = TreeValues.node(value, place).orElseThrow(() -> unwritable(word));
          placed.put(path(word, node), node);
        });
    return placed;
  }

  private String path(String word, PlanNode value) {
    var key = TreeValues.key(word);
    if (key.contains(".")) {
      return key;
    }
    return PARTS.stream()
        .filter(part -> has(part + key))
        .findFirst()
        .or(() -> PARTS.stream().filter(part -> isKnown(part + key, value)).findFirst())
        .map(part -> part + key)
        .orElseThrow(() -> unknown(word, key));
  }

  private boolean has(String path) {
    return TreePaths.get(plan.canonical(), UsedSettings.path("models", model, path))
        .value()
        .isPresent();
  }

  /** Whether a model may say something there, although this one does not. */
  private boolean isKnown(String path, PlanNode value) {
    var tree = TreePaths.set(plan.canonical(), UsedSettings.path("models", model, path), value);
    return tree.isSound()
        && PlanBinder.bind(tree.orThrow()).diagnostics().stream()
            .noneMatch(found -> found.rule() == Rule.UNKNOWN_KEY);
  }

  private StoppedException unknown(String word, String key) {
    var found =
        Diagnostic.at(
                places.here(word),
                Rule.UNKNOWN_WORD,
                "a model has nothing that is called `" + word + "`")
            .note("its words are those of the plan, such as `l1Ratio` for `l1_ratio`");
    var near = Nearest.to(key, keys());
    return new StoppedException(
        List.of(
            near.map(known -> found.help("did you mean `" + known + "`?"))
                .orElseGet(
                    () -> found.help("write the whole place, as in `set 'penalty.l1_ratio', 1`"))));
  }

  private StoppedException unwritable(String word) {
    return new StoppedException(
        List.of(
            Diagnostic.at(
                    places.here(word),
                    Rule.WRONG_SHAPE,
                    "no plan could write this value of `" + word + "`")
                .help("give a number, a text, a list or a map")));
  }

  private List<String> keys() {
    var keys = new ArrayList<String>();
    for (var part : List.of("", "penalty", "validate")) {
      var path =
          part.isEmpty()
              ? UsedSettings.path("models", model)
              : UsedSettings.path("models", model, part);
      Optional<PlanNode> node = TreePaths.get(plan.canonical(), path).value();
      if (node.isPresent() && node.get() instanceof PlanNode.Mapping mapping) {
        mapping.entries().forEach(entry -> keys.add(entry.key().text()));
      }
    }
    return keys;
  }
}
