package org.planlock.deviation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.plan.Plan;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.TermSet;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvents;

/**
 * The columns that the plan implies: sets spelt out, models with what they extend, products. A
 * pattern is spelt out from the recorded columns of its table, and stays a pattern, with a {@code
 * *} in it, where those are not recorded.
 */
final class PlannedTerms {
  private final Plan plan;
  private final Trace trace;
  private final Map<String, TermSet> sets = new LinkedHashMap<>();

  PlannedTerms(Plan plan, Trace trace) {
    this.plan = plan;
    this.trace = trace;
    plan.sets().orElse(List.of()).forEach(set -> sets.put(set.name(), set));
  }

  /** The columns of a model, in the order in which they enter. */
  List<String> of(ModelSpec spec) {
    var terms = of(chain(spec).stream().flatMap(PlannedTerms::written).toList());
    var order =
        spec.prepare().stream()
            .flatMap(name -> preparation(name).stream())
            .flatMap(preparation -> of(preparation.columns()).stream())
            .toList();
    return order.isEmpty() ? terms : order.stream().filter(terms::contains).toList();
  }

  /** The columns of several names, each once, where it stands first. */
  List<String> of(List<String> names) {
    return names.stream().flatMap(name -> of(name).stream()).distinct().toList();
  }

  /** The columns of a name; one that is no set stands for itself. */
  List<String> of(String name) {
    var found = new LinkedHashSet<String>();
    collect(name, found, List.of());
    return List.copyOf(found);
  }

  /** A model after all that it extends, directly or not. */
  List<ModelSpec> chain(ModelSpec spec) {
    Map<String, ModelSpec> byName = new LinkedHashMap<>();
    plan.models().orElse(List.of()).forEach(each -> byName.put(each.name(), each));
    var chain = new ArrayList<ModelSpec>();
    var next = Optional.of(spec);
    while (next.isPresent() && !chain.contains(next.get())) {
      chain.add(0, next.get());
      next = next.get().reduced().map(byName::get);
    }
    return chain;
  }

  /** Whether columns are those of a list, in its order; a pattern stands for any number. */
  static boolean matches(List<String> planned, List<String> columns) {
    var form =
        planned.stream()
            .map(term -> isPattern(term) ? "(?:" + glob(term) + "\n)*" : Pattern.quote(term + "\n"))
            .collect(Collectors.joining());
    var text = columns.stream().map(column -> column + "\n").collect(Collectors.joining());
    return Pattern.matches(form, text);
  }

  /** Whether a column is one of a list, or fits a pattern in it. */
  static boolean holds(List<String> planned, String column) {
    return planned.contains(column)
        || planned.stream()
            .filter(PlannedTerms::isPattern)
            .anyMatch(term -> Pattern.matches(glob(term), column));
  }

  static boolean isPattern(String term) {
    return term.contains("*");
  }

  private Optional<Preparation> preparation(String name) {
    return plan.prepare().orElse(List.of()).stream()
        .filter(each -> each.name().equals(name))
        .findFirst();
  }

  private static Stream<String> written(ModelSpec spec) {
    return Stream.concat(spec.terms().stream(), spec.add().stream());
  }

  private void collect(String name, Set<String> found, List<String> within) {
    var set = sets.get(name);
    if (set != null && !within.contains(name)) {
      var deeper = Stream.concat(within.stream(), Stream.of(name)).toList();
      set.terms().forEach(term -> collect(term, found, deeper));
      set.columns().ifPresent(pattern -> found.addAll(matching(set.in(), pattern)));
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

  private List<String> matching(Optional<String> table, String pattern) {
    if (table.isEmpty()) {
      return List.of(pattern);
    }
    return trace.ofType(TraceEvents.DATA, "table", table.get()).stream()
        .findFirst()
        .flatMap(event -> event.texts("columns"))
        .map(columns -> columns.stream().filter(c -> Pattern.matches(glob(pattern), c)).toList())
        .orElseGet(() -> List.of(pattern));
  }

  private static String glob(String pattern) {
    return Arrays.stream(pattern.split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining("[^\n]*"));
  }
}
