package org.planlock.execution.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.planlock.plan.Plan;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.prepare.TermSet;

/** Spells out names: a set becomes its columns, {@code imaging:group} the products of both. */
public final class Terms {
  private final Map<String, TermSet> sets = new LinkedHashMap<>();
  private final Map<String, ModelSpec> models = new LinkedHashMap<>();
  private final BiFunction<Optional<String>, String, List<String>> matching;

  /** The terms of a plan; patterns are looked up in the tables. */
  public Terms(Plan plan, Frame frame) {
    this(plan, frame::matching);
  }

  /** The terms that a plan names itself, before any table is read. */
  public static Terms declared(Plan plan) {
    return new Terms(plan, (table, pattern) -> List.of());
  }

  private Terms(Plan plan, BiFunction<Optional<String>, String, List<String>> matching) {
    plan.sets().orElse(List.of()).forEach(set -> sets.put(set.name(), set));
    plan.models().orElse(List.of()).forEach(spec -> models.put(spec.name(), spec));
    this.matching = matching;
  }

  /** The columns of a name; one that is no set stands for itself. */
  public List<String> of(String name) {
    var found = new LinkedHashSet<String>();
    collect(name, found, List.of());
    return List.copyOf(found);
  }

  /** The columns of several names, each once, where it stands first. */
  public List<String> of(List<String> names) {
    return names.stream().flatMap(name -> of(name).stream()).distinct().toList();
  }

  /** The terms of a model, those of the models that it extends first. */
  public List<String> of(ModelSpec modelSpec) {
    var chain = new ArrayList<ModelSpec>();
    var next = Optional.of(modelSpec);
    while (next.isPresent() && !chain.contains(next.get())) {
      chain.add(0, next.get());
      next = next.get().reduced().map(models::get);
    }
    return of(chain.stream().flatMap(each -> written(each).stream()).toList());
  }

  private static List<String> written(ModelSpec modelSpec) {
    return Stream.concat(modelSpec.terms().stream(), modelSpec.add().stream()).toList();
  }

  private void collect(String name, Set<String> found, List<String> within) {
    var set = sets.get(name);
    if (set != null && !within.contains(name)) {
      var deeper = Stream.concat(within.stream(), Stream.of(name)).toList();
      set.terms().forEach(term -> collect(term, found, deeper));
      set.columns().ifPresent(pattern -> found.addAll(matching.apply(set.in(), pattern)));
    } else if (name.contains(":") && within.isEmpty()) {
      found.addAll(products(List.of(name.split(":"))));
    } else {
      found.add(name);
    }
  }

  private List<String> products(List<String> parents) {
    var products = of(parents.get(0));
    for (var parent : parents.subList(1, parents.size())) {
      var right = of(parent);
      products = products.stream().flatMap(a -> right.stream().map(b -> a + ":" + b)).toList();
    }
    return products;
  }
}
