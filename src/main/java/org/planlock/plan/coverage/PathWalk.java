package org.planlock.plan.coverage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.plan.coverage.Said.Kind;
import org.planlock.syntax.PlanNode;

/** Follows one path with wildcards through a tree. */
final class PathWalk {
  private final PlanTree tree;
  private final List<String> segments;

  PathWalk(PlanTree tree, String path) {
    this.tree = tree;
    this.segments = List.of(path.split("\\."));
  }

  Stream<Said> from(PlanNode root) {
    return key(root, 0, "");
  }

  /** The same where the first segment has been followed already. */
  Stream<Said> below(PlanNode part) {
    return arrived(part, 1, segments.get(0));
  }

  private Stream<Said> arrived(PlanNode node, int next, String path) {
    if (PlanTree.isNotApplicable(node)) {
      return Stream.of(new Said(Kind.NOT_APPLICABLE, path, Optional.of(node)));
    }
    if (next == segments.size()) {
      return Stream.of(new Said(Kind.STATED, path, Optional.of(node)));
    }
    return segments.get(next).equals("*")
        ? items(node, "*", next + 1, path)
        : key(node, next, path);
  }

  private Stream<Said> key(PlanNode node, int at, String path) {
    var segment = segments.get(at);
    int bracket = segment.indexOf('[');
    var keys = (bracket < 0 ? segment : segment.substring(0, bracket)).split("/");
    var child =
        Stream.of(keys)
            .flatMap(
                key ->
                    node instanceof PlanNode.Mapping mapping
                        ? mapping.get(key).stream()
                        : Stream.of())
            .findFirst();
    var here = joined(path, keys[0]);
    if (child.isEmpty()) {
      return Stream.of(new Said(Kind.MISSING, here + rest(at + 1), Optional.empty()));
    }
    if (bracket < 0 || PlanTree.isNotApplicable(child.get())) {
      return arrived(child.get(), at + 1, here);
    }
    return items(child.get(), segment.substring(bracket + 1, segment.length() - 1), at + 1, here);
  }

  private Stream<Said> items(PlanNode list, String filter, int next, String path) {
    if (!(list instanceof PlanNode.Sequence sequence)) {
      return arrived(list, next, path);
    }
    if (filter.equals("#outcome")) {
      return tree.outcomes().isEmpty()
          ? Stream.of(new Said(Kind.MISSING, path, Optional.empty()))
          : tree.outcomes().stream().flatMap(name -> named(sequence, name, next, path));
    }
    var chosen = sequence.items().stream().filter(item -> passes(item, filter)).toList();
    if (chosen.isEmpty()) {
      var kind =
          filter.startsWith("+")
              ? Kind.MISSING
              : filter.equals("*") ? Kind.STATED : Kind.NOT_NEEDED;
      var path2 =
          filter.startsWith("+") ? withoutSteps(path) + "[" + filter.substring(1) + "]" : path;
      return Stream.of(new Said(kind, path2, Optional.of(list)));
    }
    return chosen.stream()
        .flatMap(item -> arrived(item, next, joined(path, PlanTree.name(item).orElse("item"))));
  }

  private Stream<Said> named(PlanNode.Sequence list, String name, int next, String path) {
    var item =
        list.items().stream()
            .filter(each -> PlanTree.name(each).filter(name::equals).isPresent())
            .findFirst();
    var here = joined(path, name);
    return item.isPresent()
        ? arrived(item.get(), next, here)
        : Stream.of(new Said(Kind.MISSING, here + rest(next), Optional.empty()));
  }

  private static boolean passes(PlanNode item, String filter) {
    if (filter.equals("*")) {
      return true;
    }
    var wanted = (filter.startsWith("+") ? filter.substring(1) : filter).split("=");
    return item instanceof PlanNode.Mapping mapping
        && mapping.get(wanted[0]).isPresent()
        && (wanted.length == 1
            || PlanTree.text(mapping, wanted[0]).filter(wanted[1]::equals).isPresent());
  }

  /** The keys that are left, as far as they are plain. */
  private String rest(int from) {
    var plain =
        segments.subList(from, segments.size()).stream()
            .takeWhile(segment -> segment.matches("[a-z0-9_]+"))
            .toList();
    return from + plain.size() < segments.size() || plain.isEmpty()
        ? ""
        : "." + String.join(".", plain);
  }

  private static String joined(String path, String name) {
    var plain = withoutSteps(path);
    if (name.matches("[A-Za-z0-9_][A-Za-z0-9_-]*")) {
      return plain.isEmpty() ? name : plain + "." + name;
    }
    return plain + "[" + name + "]";
  }

  /** Steps are named by their number within the preparation. */
  private static String withoutSteps(String path) {
    return path.endsWith(".steps") ? path.substring(0, path.length() - ".steps".length()) : path;
  }
}
