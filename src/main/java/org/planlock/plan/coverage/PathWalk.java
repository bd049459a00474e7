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
    var child = first(keys, node);
    var here = joined(path, keys[0]);
    if (child.isEmpty()) {
      return missing(segment, at, here);
    }
    if (bracket < 0 || PlanTree.isNotApplicable(child.get())) {
      return arrived(child.get(), at + 1, here);
    }
    return items(child.get(), segment.substring(bracket + 1, segment.length() - 1), at + 1, here);
  }

  private static Optional<PlanNode> first(String[] keys, PlanNode node) {
    var child = Optional.<PlanNode>empty();
    for (int i = 0; i < keys.length && child.isEmpty(); i++) {
      child = node instanceof PlanNode.Mapping mapping ? mapping.get(keys[i]) : child;
    }
    return child;
  }

  private Stream<Said> missing(String segment, int at, String here) {
    if (segment.endsWith("[#outcome]") && !tree.outcomes().isEmpty()) {
      return tree.outcomes().stream()
          .map(name -> joined(here, name) + rest(at + 1))
          .map(path -> new Said(Kind.MISSING, path, Optional.empty()));
    }
    var path = segment.endsWith("]") ? here : here + rest(at + 1);
    return Stream.of(new Said(Kind.MISSING, path, Optional.empty()));
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
    var chosen = sequence.items().stream().filter(item -> tree.passes(item, filter)).toList();
    if (chosen.isEmpty()) {
      return Stream.of(nothing(list, filter, path));
    }
    return chosen.stream()
        .flatMap(item -> arrived(item, next, joined(path, PlanTree.name(item).orElse("item"))));
  }

  /** What an empty choice from a list means. */
  private static Said nothing(PlanNode list, String filter, String path) {
    if (filter.startsWith("+")) {
      var wanted = withoutSteps(path) + "[" + filter.substring(1) + "]";
      return new Said(Kind.MISSING, wanted, Optional.of(list));
    }
    var kind = filter.equals("*") ? Kind.STATED : Kind.NOT_NEEDED;
    return new Said(kind, path, Optional.of(list));
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

  /** The keys that are left, up to the first list. */
  private String rest(int from) {
    var keys = new StringBuilder();
    for (var segment : segments.subList(from, segments.size())) {
      if (segment.equals("*")) {
        break;
      }
      int bracket = segment.indexOf('[');
      keys.append('.').append(bracket < 0 ? segment : segment.substring(0, bracket));
      if (bracket >= 0) {
        break;
      }
    }
    return keys.toString();
  }

  private static String joined(String path, String name) {
    var plain = withoutSteps(path);
    if (isPlain(name)) {
      return plain.isEmpty() ? name : plain + "." + name;
    }
    return plain + "[" + name + "]";
  }

  /** By hand: it looks at every name on every path that a field needs. */
  private static boolean isPlain(String name) {
    boolean plain = !name.isEmpty() && name.charAt(0) != '-';
    for (int i = 0; i < name.length() && plain; i++) {
      char letter = name.charAt(i);
      boolean isLatin = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
      plain = isLatin || (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
    }
    return plain;
  }

  /** Steps are named by their number within the preparation. */
  private static String withoutSteps(String path) {
    return path.endsWith(".steps") ? path.substring(0, path.length() - ".steps".length()) : path;
  }
}
