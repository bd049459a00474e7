package org.planlock.syntax;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Checked;
import org.planlock.source.Span;

/**
 * Names every place in a plan: {@code models.m1.penalty.l1_ratio}, {@code prepare[impute
 * imaging].by}.
 *
 * <p>Keys and plain names are joined with dots; other names stand in brackets, where {@code ]} and
 * {@code \} are written {@code \]} and {@code \\}. A list of things without names is one value.
 *
 * @param onePreparation whether the only preparation is left out of the names
 */
public record TreePaths(boolean onePreparation) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
  private static final String PREPARE = "prepare";
  private static final String STEPS = "steps";

  /** The names for one plan. */
  public static TreePaths of(PlanNode tree) {
    return new TreePaths(preparation(tree).isPresent());
  }

  /** The names under which two plans can be compared. */
  public static TreePaths of(PlanNode first, PlanNode second) {
    var name = preparation(first);
    return new TreePaths(name.isPresent() && name.equals(preparation(second)));
  }

  /** Every value of a plan that has no named parts, in the plan's order. */
  public static Map<String, PlanNode> entries(PlanNode tree) {
    var leaves = new LinkedHashMap<String, PlanNode>();
    of(tree).collect("", tree, leaves);
    return Collections.unmodifiableMap(leaves);
  }

  /**
   * The value at a path.
   *
   * <p>Also understood: the singular of a list's key ({@code model.m1}), a step by its number, the
   * only preparation with or without its name, and {@code penalty.…}, {@code validate.…} or {@code
   * select.…} for the first model that has it.
   */
  public static Checked<PlanNode> get(PlanNode tree, String path) {
    return new TreeLookup(tree, path).get();
  }

  /**
   * The plan with another value at a path, understood as by {@link #get}; {@code penalty.…} and its
   * like change every model. An item that is replaced keeps its name; a key that a mapping lacks is
   * added.
   */
  public static Checked<PlanNode.Mapping> set(PlanNode.Mapping tree, String path, PlanNode value) {
    return new TreeLookup(tree, path).set(value);
  }

  /** Where the value at a path stands. */
  public static Optional<Span> spanOf(PlanNode tree, String path) {
    return new TreeLookup(tree, path).find().map(PlanNode::span);
  }

  /** The named parts of the value at a path; none if it is one value. */
  public Map<String, PlanNode> children(String path, PlanNode node) {
    if (node instanceof PlanNode.Mapping mapping) {
      return parts(path, mapping);
    }
    return node instanceof PlanNode.Sequence list ? items(path, list) : Map.of();
  }

  static boolean isPlain(String name) {
    return PLAIN.matcher(name).matches();
  }

  static String join(String path, String name) {
    if (!isPlain(name)) {
      return path + "[" + name.replace("\\", "\\\\").replace("]", "\\]") + "]";
    }
    return path.isEmpty() ? name : path + "." + name;
  }

  private Map<String, PlanNode> parts(String path, PlanNode.Mapping mapping) {
    var parts = new LinkedHashMap<String, PlanNode>();
    for (var entry : mapping.entries()) {
      var key = entry.key().text();
      var steps = key.equals(STEPS) ? children(path, entry.value()) : Map.<String, PlanNode>of();
      parts.putAll(steps.isEmpty() ? Map.of(join(path, key), entry.value()) : steps);
    }
    return parts;
  }

  private Map<String, PlanNode> items(String path, PlanNode.Sequence list) {
    if (onePreparation
        && path.equals(PREPARE)
        && list.items().stream().noneMatch(TreeLabels::isStep)) {
      var only = list.items().stream().findFirst();
      return only.map(item -> children(path, item)).orElse(Map.of());
    }
    var labels = TreeLabels.of(list);
    var items = new LinkedHashMap<String, PlanNode>();
    for (int i = 0; i < labels.size(); i++) {
      items.put(join(path, labels.get(i)), list.items().get(i));
    }
    return items;
  }

  private void collect(String path, PlanNode node, Map<String, PlanNode> leaves) {
    var children = children(path, node);
    if (children.isEmpty()) {
      leaves.put(path, node);
    }
    children.forEach((name, child) -> collect(name, child, leaves));
  }

  private static Optional<String> preparation(PlanNode tree) {
    if (tree instanceof PlanNode.Mapping mapping
        && mapping.get(PREPARE).orElse(mapping) instanceof PlanNode.Sequence list
        && list.items().size() == 1
        && list.items().get(0) instanceof PlanNode.Mapping) {
      return TreeLabels.of(list).stream().findFirst();
    }
    return Optional.empty();
  }
}
