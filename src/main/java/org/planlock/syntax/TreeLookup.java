package org.planlock.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Follows one path through one tree. */
final class TreeLookup {
  private static final Set<String> COPIED_INTO_MODELS = Set.of("penalty", "validate", "select");

  private final PlanNode tree;
  private final String path;
  private final List<String> segments;
  private final ItemNames names;

  TreeLookup(PlanNode tree, String path) {
    this(tree, path, new ItemNames());
  }

  TreeLookup(PlanNode tree, String path, ItemNames names) {
    this.names = names;
    this.tree = tree;
    this.path = path;
    this.segments = segments(path);
  }

  Checked<PlanNode> get() {
    return find().map(Checked::of).orElseGet(() -> Checked.failed(unknown(Span.none(path))));
  }

  /** The value without a word about one that is not there. */
  Optional<PlanNode> find() {
    return bases().stream()
        .flatMap(base -> base.follow(segments).stream())
        .findFirst()
        .map(TreePlace::node);
  }

  Checked<PlanNode.Mapping> set(PlanNode value) {
    var changed = tree;
    for (var base : bases()) {
      var next = replaced(changed, base, value);
      if (next.isEmpty()) {
        return Checked.failed(unknown(value.span()));
      }
      changed = next.get();
    }
    return Checked.of((PlanNode.Mapping) changed);
  }

  /** Where to start: at the plan, or in every model that holds a part written once for all. */
  private List<TreePlace> bases() {
    var root = TreePlace.root(tree, names);
    var first = segments.get(0);
    if (!COPIED_INTO_MODELS.contains(first) || root.down(first).isPresent()) {
      return List.of(root);
    }
    var holders =
        root.down("models").stream()
            .flatMap(TreePlace::items)
            .filter(item -> item.down(first).isPresent())
            .toList();
    return holders.isEmpty() ? List.of(root) : holders;
  }

  private Optional<PlanNode> replaced(PlanNode whole, TreePlace base, PlanNode value) {
    var here = base.follow(segments);
    if (here.isPresent()) {
      return Optional.of(TreePlace.replace(whole, here.get().address(), value));
    }
    var key = segments.get(segments.size() - 1);
    return base.follow(segments.subList(0, segments.size() - 1))
        .filter(parent -> parent.node() instanceof PlanNode.Mapping && TreePaths.isPlain(key))
        .map(parent -> TreePlace.replace(whole, parent.address(), parent.plus(key, value)));
  }

  private Diagnostic unknown(Span span) {
    var reached = bases().get(0);
    int depth = 0;
    for (var next = Optional.of(reached); next.isPresent() && depth < segments.size(); depth++) {
      reached = next.get();
      next = reached.down(segments.get(depth));
    }
    var missing = segments.get(depth - 1);
    var names = reached.names();
    var finding = Diagnostic.at(span, Rule.UNKNOWN_PATH, "the plan has no `" + path + "`");
    var nearest = Nearest.to(missing, names);
    if (nearest.isPresent()) {
      return finding.help("did you mean `" + nearest.get() + "` where it says `" + missing + "`?");
    }
    return names.isEmpty() ? finding : finding.help("known here: " + listed(names));
  }

  private static String listed(List<String> names) {
    var more = names.size() > 5 ? Stream.of("…") : Stream.<String>empty();
    return String.join(
        ", ", Stream.concat(names.stream().limit(5).map(n -> "`" + n + "`"), more).toList());
  }

  /** The names in a path: {@code a.b[c d].e} has four. */
  private static List<String> segments(String path) {
    var found = new ArrayList<String>();
    var current = new StringBuilder();
    boolean bracketed = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (bracketed && c == '\\' && i + 1 < path.length()) {
        i++;
        current.append(path.charAt(i));
      } else if (bracketed ? c == ']' : c == '.' || c == '[') {
        add(found, current);
        bracketed = c == '[';
      } else {
        current.append(c);
      }
    }
    add(found, current);
    return found.isEmpty() ? List.of("") : found;
  }

  private static void add(List<String> found, StringBuilder current) {
    var name = current.toString().strip();
    if (!name.isEmpty()) {
      found.add(name);
    }
    current.setLength(0);
  }
}
