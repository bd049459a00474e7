package org.planlock.deviation;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.Plan;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.TreeText;
import org.planlock.trace.TraceValue;

/** Names of places in the locked plan, what it says there, and where that was written. */
public final class PlanPaths {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final BoundPlan bound;
  private final TreePaths names;

  /** The places of a plan. */
  public PlanPaths(BoundPlan bound) {
    this.bound = bound;
    this.names = TreePaths.of(bound.canonical());
  }

  /** The place of a key or a named item below another place. */
  static String join(String path, String... keys) {
    var longer = path;
    for (var key : keys) {
      longer =
          PLAIN.matcher(key).matches()
              ? longer + "." + key
              : longer + "[" + key.replace("\\", "\\\\").replace("]", "\\]") + "]";
    }
    return longer;
  }

  /** The place of a part of a model. */
  static String model(String name, String... keys) {
    return join(join("models", name), keys);
  }

  /** The place of a step of a preparation, by its number. */
  String step(String preparation, int number) {
    var list = TreePaths.get(bound.canonical(), "prepare").value();
    Map<String, PlanNode> parts =
        list.map(node -> names.children("prepare", node)).orElse(Map.of());
    if (!names.onePreparation()) {
      var path = join("prepare", preparation);
      var item = Optional.ofNullable(parts.get(path));
      parts = item.map(node -> names.children(path, node)).orElse(Map.of());
    }
    return parts.entrySet().stream()
        .filter(part -> isStep(part.getValue(), number))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> preparation(preparation));
  }

  /** The place of a preparation. */
  String preparation(String name) {
    return names.onePreparation() ? "prepare" : join("prepare", name);
  }

  private static boolean isStep(PlanNode node, int number) {
    return node instanceof PlanNode.Mapping mapping
        && mapping.get("step").filter(n -> TreeText.of(n).equals(number + "")).isPresent();
  }

  /** What the plan says at a place, missing where it says nothing. */
  TraceValue planned(String path) {
    return node(path).map(NodeValues::of).orElseGet(TraceValue::missing);
  }

  /** What stands at a place of the canonical plan. */
  Optional<PlanNode> node(String path) {
    return TreePaths.get(bound.canonical(), path).value();
  }

  /**
   * Where a place, or the nearest part around it, was written; the path itself where no source is
   * known.
   */
  public Span place(String path) {
    var rest = path;
    while (!rest.isEmpty()) {
      var span =
          TreePaths.spanOf(bound.origins().written(), rest).filter(s -> s.file().length() > 0);
      if (span.isPresent()) {
        return span.get();
      }
      int end = Math.max(rest.lastIndexOf('.'), rest.lastIndexOf('['));
      rest = end < 0 ? "" : rest.substring(0, end);
    }
    return Span.none(path);
  }

  /** Whether a plan can have a part of this name. */
  static boolean isPart(String name) {
    return Stream.of(Plan.class.getRecordComponents())
        .map(component -> component.getName().replaceAll("([A-Z])", "_$1"))
        .anyMatch(part -> part.equalsIgnoreCase(name));
  }

  /** Whether one place lies in another, or is it. */
  static boolean within(String path, String around) {
    return path.startsWith(around)
        && (path.length() == around.length()
            || path.charAt(around.length()) == '.'
            || path.charAt(around.length()) == '[');
  }

  /** Whether one of two places lies in the other, or both are one. */
  static boolean related(String a, String b) {
    return within(a, b) || within(b, a);
  }
}
