package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.planlock.plan.Plan;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.plan.contract.DataContract;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.prepare.TermSet;
import org.planlock.plan.value.Declared;

/**
 * The terms that models have once sets are spelt out and what they extend is added. A set given by
 * a pattern whose columns are not declared stays as its pattern.
 */
final class Terms {
  /** What a model has that extends one which is not declared: that mistake is told once. */
  private static final Set<String> ANYTHING = Set.of("*");

  private final Plan plan;
  private final KnownNames names;
  private final NamedParts parts;

  Terms(Plan plan, KnownNames names) {
    this.plan = plan;
    this.names = names;
    this.parts = NamedParts.of(plan);
  }

  /** The columns behind a word: itself, the members of a set, the products of {@code a:b}. */
  List<String> expand(String word) {
    var products = List.of("");
    for (var parent : word.split(":")) {
      var members = members(parent.strip(), new HashSet<>());
      products =
          products.stream()
              .flatMap(left -> members.stream().map(m -> left.isEmpty() ? m : left + ":" + m))
              .toList();
    }
    return products;
  }

  /** The columns behind several words, each once. */
  Set<String> expand(List<String> words) {
    var all = new LinkedHashSet<String>();
    words.forEach(word -> all.addAll(expand(word)));
    return all;
  }

  /** All terms of a model, those of the model that it extends first. */
  Set<String> of(ModelSpec model) {
    return of(model, new HashSet<>());
  }

  /** All terms of the model that a model extends, if there is one. */
  Optional<Set<String>> inherited(ModelSpec model) {
    return model.reduced().flatMap(this::find).map(this::of);
  }

  private Set<String> of(ModelSpec model, Set<String> seen) {
    var all = new LinkedHashSet<String>();
    if (model.terms().isEmpty() && seen.add(model.name()) && model.reduced().isPresent()) {
      var reduced = find(model.reduced().get());
      all.addAll(reduced.map(known -> of(known, seen)).orElse(ANYTHING));
    }
    all.addAll(expand(model.terms()));
    all.addAll(expand(model.add()));
    return all;
  }

  private Optional<ModelSpec> find(String name) {
    return Optional.ofNullable(parts.models().get(name));
  }

  private List<String> members(String word, Set<String> seen) {
    var set = Optional.ofNullable(parts.sets().get(word));
    if (set.isEmpty() || !seen.add(word)) {
      return List.of(word);
    }
    var members = new ArrayList<String>(fitting(set.get()));
    set.get().terms().forEach(term -> members.addAll(members(term, seen)));
    seen.remove(word);
    return members;
  }

  private List<String> fitting(TermSet set) {
    if (set.columns().isEmpty()) {
      return List.of();
    }
    var pattern = set.columns().get();
    var table = set.in().orElse("");
    var fitting =
        plan.data().stated().map(DataContract::columns).flatMap(Declared::stated).stream()
            .flatMap(List::stream)
            .filter(column -> table.isEmpty() || column.table().equals(table))
            .map(ColumnContract::name)
            .filter(name -> fits(pattern, name))
            .toList();
    return fitting.isEmpty() || names.columnsOpen() ? List.of(pattern) : fitting;
  }

  /** Whether terms are those of a model that extends an unknown one. */
  static boolean isOpen(Set<String> terms) {
    return terms.containsAll(ANYTHING);
  }

  /**
   * Whether a term is among others, by its name or by a pattern that stands for unknown columns.
   */
  static boolean isAmong(Set<String> terms, String term) {
    return terms.contains(term) || terms.stream().anyMatch(pattern -> fits(pattern, term));
  }

  /** Whether a name fits a pattern such as {@code fc_*}. */
  static boolean fits(String pattern, String name) {
    return pattern.contains("*") && name.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
  }
}
