package org.planlock.plan.coverage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.syntax.PlanNode;

/**
 * A canonical tree, asked by paths with wildcards.
 *
 * <p>A path is keys with dots; {@code a/b} is either of two keys; {@code list.*} every item of a
 * list; {@code list[key]} and {@code list[key=value]} those items that have it, if there are any;
 * {@code list[+key]} the same, but there must be one; {@code list[#outcome]} the columns that
 * outcomes are made of, which must be there; {@code list[#coded]} the columns of levels that key no
 * table.
 *
 * @param outcomes names of the columns that outcomes are made of
 */
record PlanTree(PlanNode.Mapping root, Set<String> outcomes) {
  private static final Set<String> SHARED = Set.of("penalty", "validate");
  private static final Set<String> ONLY_WITH_PENALTY =
      Set.of(
          "objective",
          "l1_ratio",
          "lambda",
          "lambda_max",
          "lambda_folds",
          "penalty_factor",
          "standardize",
          "kkt");
  private static final List<String> NAMING =
      List.of("name", "id", "hypothesis", "table", "step", "role", "because", "model", "correlate");

  /** What the plan says at a path, once for each place that the wildcards stand for. */
  List<Said> at(String path) {
    var first = path.split("\\.")[0];
    if (SHARED.contains(first) && root.get(first).isEmpty()) {
      var holders = holders(first);
      if (!holders.isEmpty()) {
        return holders.stream().flatMap(part -> walk(part, path, first)).toList();
      }
      if (root.get("models").filter(PlanTree::isNotApplicable).isPresent()) {
        return List.of(new Said(Said.Kind.NOT_APPLICABLE, "models", root.get("models")));
      }
    }
    return new PathWalk(this, path).from(root).toList();
  }

  /** The names of the items of a list. */
  Set<String> names(String path) {
    var names = new LinkedHashSet<String>();
    at(path).stream()
        .flatMap(said -> said.node().stream())
        .filter(PlanNode.Sequence.class::isInstance)
        .flatMap(node -> ((PlanNode.Sequence) node).items().stream())
        .forEach(item -> names.add(name(item).orElse("")));
    return names;
  }

  /** Whether an item of a list is among those that a filter chooses. */
  boolean passes(PlanNode item, String filter) {
    if (filter.equals("*")) {
      return true;
    }
    if (!(item instanceof PlanNode.Mapping mapping)) {
      return false;
    }
    if (filter.equals("#coded")) {
      return mapping.get("levels").isPresent() && !keys().contains(name(item).orElse(""));
    }
    var wanted = (filter.startsWith("+") ? filter.substring(1) : filter).split("=");
    return mapping.get(wanted[0]).isPresent()
        && (wanted.length == 1 || text(mapping, wanted[0]).filter(wanted[1]::equals).isPresent());
  }

  /** The columns that tables are keyed by. */
  private Set<String> keys() {
    var keys = new LinkedHashSet<String>();
    at("data.tables.*.key").stream()
        .flatMap(said -> said.node().stream())
        .filter(PlanNode.Sequence.class::isInstance)
        .flatMap(node -> ((PlanNode.Sequence) node).items().stream())
        .filter(PlanNode.Scalar.class::isInstance)
        .forEach(key -> keys.add(((PlanNode.Scalar) key).text()));
    return keys;
  }

  /** By what an item of a list is called. */
  static Optional<String> name(PlanNode item) {
    var name = Optional.<String>empty();
    if (item instanceof PlanNode.Mapping mapping) {
      for (int i = 0; i < NAMING.size() && name.isEmpty(); i++) {
        name = text(mapping, NAMING.get(i));
      }
    }
    return name;
  }

  static Optional<String> text(PlanNode.Mapping mapping, String key) {
    return mapping
        .get(key)
        .filter(PlanNode.Scalar.class::isInstance)
        .map(node -> ((PlanNode.Scalar) node).text());
  }

  static boolean isNotApplicable(PlanNode node) {
    return node instanceof PlanNode.Mapping mapping
        && mapping.entries().size() == 1
        && mapping.get("not_applicable").isPresent();
  }

  /** The models' own copies of what was written once for all, or nothing where a model lacks it. */
  private List<Optional<PlanNode>> holders(String key) {
    var holders = new ArrayList<Optional<PlanNode>>();
    if (root.get("models").orElse(root) instanceof PlanNode.Sequence models) {
      for (var model : models.items()) {
        holders.add(((PlanNode.Mapping) model).get(key));
      }
    }
    return holders;
  }

  private Stream<Said> walk(Optional<PlanNode> part, String path, String first) {
    if (part.isEmpty()) {
      return Stream.of(new Said(Said.Kind.MISSING, path, Optional.empty()));
    }
    var key = path.substring(path.indexOf('.') + 1).split("\\.")[0];
    boolean unpenalised =
        part.get() instanceof PlanNode.Mapping penalty
            && text(penalty, "family").filter("none"::equals).isPresent();
    if (unpenalised && ONLY_WITH_PENALTY.contains(key)) {
      return Stream.of(new Said(Said.Kind.NOT_APPLICABLE, first + ".family", part));
    }
    return new PathWalk(this, path).below(part.get());
  }
}
