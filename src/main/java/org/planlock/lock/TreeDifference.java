package org.planlock.lock;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.TreeText;

/**
 * One value that differs between two plans.
 *
 * @param path its name, such as {@code models.m1.penalty.l1_ratio}
 * @param planned the first plan's value on one line; none where only the second has it
 * @param found the second plan's value; none where only the first has it
 * @param place where the second plan says it, or the first where only that does
 */
public record TreeDifference(
    String path, Optional<String> planned, Optional<String> found, Span place) {

  /** Every difference of meaning between two canonical trees, in the order of the first. */
  public static List<TreeDifference> between(PlanNode planned, PlanNode found) {
    var comparison = new Comparison(TreePaths.of(planned, found));
    comparison.compare("", planned, found);
    return List.copyOf(comparison.differences);
  }

  private static TreeDifference changed(String path, PlanNode planned, PlanNode found) {
    return new TreeDifference(
        path, Optional.of(TreeText.of(planned)), Optional.of(TreeText.of(found)), found.span());
  }

  private static TreeDifference oneSided(String path, PlanNode node, boolean isPlanned) {
    var text = Optional.of(TreeText.of(node));
    return new TreeDifference(
        path,
        isPlanned ? text : Optional.empty(),
        isPlanned ? Optional.empty() : text,
        node.span());
  }

  private static final class Comparison {
    private final TreePaths paths;
    private final List<TreeDifference> differences = new ArrayList<>();

    Comparison(TreePaths paths) {
      this.paths = paths;
    }

    void compare(String path, PlanNode planned, PlanNode found) {
      var before = paths.children(path, planned);
      var after = paths.children(path, found);
      if (before.isEmpty() || after.isEmpty()) {
        if (!planned.sameAs(found)) {
          differences.add(changed(path, planned, found));
        }
        return;
      }
      compareOrder(path, planned, found, before, after);
      var names = new LinkedHashSet<>(before.keySet());
      names.addAll(after.keySet());
      names.forEach(
          name ->
              compare(
                  name,
                  Optional.ofNullable(before.get(name)),
                  Optional.ofNullable(after.get(name))));
    }

    private void compare(String name, Optional<PlanNode> planned, Optional<PlanNode> found) {
      if (planned.isPresent() && found.isPresent()) {
        compare(name, planned.get(), found.get());
      } else {
        planned.ifPresent(node -> differences.add(oneSided(name, node, true)));
        found.ifPresent(node -> differences.add(oneSided(name, node, false)));
      }
    }

    /**
     * A list of named things keeps its meaning under their names, but its order may mean something
     * too.
     */
    private void compareOrder(
        String path,
        PlanNode planned,
        PlanNode found,
        Map<String, PlanNode> before,
        Map<String, PlanNode> after) {
      if (!isListOf(before, planned) || !isListOf(after, found)) {
        return;
      }
      var first = before.keySet().stream().filter(after::containsKey).toList();
      var second = after.keySet().stream().filter(before::containsKey).toList();
      if (!first.equals(second)) {
        differences.add(
            new TreeDifference(
                path, Optional.of(first.toString()), Optional.of(second.toString()), found.span()));
      }
    }

    /**
     * The only preparation is left out of the names, so its parts stand for it: keys, not items.
     */
    private static boolean isListOf(Map<String, PlanNode> children, PlanNode node) {
      return node instanceof PlanNode.Sequence list && list.items().size() == children.size();
    }
  }
}
