package org.planlock.lock.commitment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.CanonicalJson;
import org.planlock.lock.Salt;
import org.planlock.lock.merkle.InclusionProof;
import org.planlock.lock.merkle.MerkleTree;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;

/**
 * All fields of a plan in {@link PathOrder}, and the Merkle tree over them.
 *
 * <p>A field is every value without named parts, as {@link TreePaths#entries} finds them in the
 * canonical tree: numbers, words and phrases, and lists of things that have no names.
 */
final class PlanFields {
  private final PlanNode.Mapping plan;
  private final List<Field> fields;
  private final Set<String> groups;
  private final MerkleTree tree;

  private PlanFields(PlanNode.Mapping plan, List<Field> fields, Set<String> groups) {
    this.plan = plan;
    this.fields = fields;
    this.groups = groups;
    this.tree = MerkleTree.of(fields.stream().map(Field::leaf).toList());
  }

  /**
   * The fields of a canonical plan, or why it has none: a text that cannot be hashed, or two values
   * under one path.
   */
  static Checked<PlanFields> of(PlanNode.Mapping plan, Salt salt) {
    // through bytes and back, so that a plan from its file and one from a lock have the same paths
    return CanonicalJson.bytes(plan)
        .then(bytes -> CanonicalJson.read(bytes, "the plan"))
        .then(canonical -> new Walk(canonical).fields(salt));
  }

  PlanNode.Mapping plan() {
    return plan;
  }

  TreeHead head() {
    return tree.head();
  }

  int size() {
    return fields.size();
  }

  Field field(int index) {
    return fields.get(index);
  }

  InclusionProof inclusion(int index) {
    return tree.inclusion(index);
  }

  /** The index of the first field that is not before a path; the size if all are. */
  int floor(String path) {
    int index = 0;
    while (index < size() && PathOrder.OF_PATHS.compare(field(index).path(), path) < 0) {
      index++;
    }
    return index;
  }

  /** Every path of a field, and of a group of fields. */
  SortedSet<String> paths() {
    var all = new TreeSet<>(groups);
    fields.forEach(field -> all.add(field.path()));
    return all;
  }

  /** One walk over one canonical tree. */
  private static final class Walk {
    private final PlanNode.Mapping plan;
    private final TreePaths names;
    private final SortedMap<String, PlanNode> leaves = new TreeMap<>(PathOrder.OF_PATHS);
    private final Set<String> groups = new HashSet<>();

    Walk(PlanNode.Mapping plan) {
      this.plan = plan;
      this.names = TreePaths.of(plan);
    }

    Checked<PlanFields> fields(Salt salt) {
      visit("", plan);
      if (leaves.values().stream().mapToLong(Walk::parts).sum() != parts(plan)) {
        return Checked.failed(
            Diagnostic.at(
                    plan.span(), Rule.FIELDS_AMBIGUOUS, "two values of the plan have the same path")
                .note("a value that has no path of its own can be neither committed nor revealed")
                .help("give the parts of the plan names that differ"));
      }
      var fields = new ArrayList<Field>();
      leaves.forEach(
          (path, node) ->
              fields.add(
                  new Field(path, CanonicalJson.json(node).orThrow(), FieldSalt.of(salt, path))));
      return Checked.of(new PlanFields(plan, fields, groups));
    }

    private void visit(String path, PlanNode node) {
      var children = names.children(path, node);
      if (children.isEmpty()) {
        leaves.put(path, node);
        return;
      }
      if (!path.isEmpty()) {
        groups.add(path);
      }
      children.forEach(this::visit);
    }

    /** Scalars and empty things in a tree; one that no leaf holds is missing in the sum. */
    private static long parts(PlanNode node) {
      var inner =
          node instanceof PlanNode.Mapping mapping
              ? mapping.entries().stream().map(PlanNode.Entry::value).toList()
              : node instanceof PlanNode.Sequence list ? list.items() : List.<PlanNode>of();
      return inner.isEmpty() ? 1 : inner.stream().mapToLong(Walk::parts).sum();
    }
  }
}
