package org.planlock.plan.check;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.NestedComparison;

/** Models that are said to be nested and are not: terms are dropped, or nothing is added. */
final class NotNested implements PlanCheck {
  private static final int LISTED = 5;

  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var comparisons = facts.plan().compare().orElse(java.util.List.of());
    return Stream.concat(
        facts.models().stream().flatMap(model -> extended(facts, model)),
        IntStream.range(0, comparisons.size())
            .boxed()
            .flatMap(i -> compared(facts, i, comparisons.get(i))));
  }

  private static Stream<Diagnostic> extended(PlanFacts facts, ModelSpec model) {
    var inherited = facts.terms().inherited(model);
    if (inherited.isEmpty() || model.reduced().filter(model.name()::equals).isPresent()) {
      return Stream.of();
    }
    var dropped = without(inherited.get(), facts.terms().of(model));
    if (dropped.isEmpty()) {
      return Stream.of();
    }
    var reduced = model.reduced().orElseThrow();
    return Stream.of(
        Diagnostic.at(
                facts.placeOf(model, "terms"),
                Rule.NOT_NESTED,
                "`"
                    + model.name()
                    + "` drops "
                    + listed(dropped)
                    + " of `"
                    + reduced
                    + "`, so the two are not nested")
            .captioned(listed(dropped) + " missing here")
            .labelled(
                facts.places().of(Places.path("models", reduced) + ".name"), "extends this one")
            .note("a model that extends another has every term of it, and more")
            .help("write what comes on top under `add`, or do not extend `" + reduced + "`"));
  }

  private static Stream<Diagnostic> compared(PlanFacts facts, int index, NestedComparison pair) {
    var full = facts.model(pair.full());
    var reduced = facts.model(pair.reduced());
    if (full.isEmpty() || reduced.isEmpty() || isInACircle(facts, full.get())) {
      return Stream.of();
    }
    var large = facts.terms().of(full.get());
    var small = facts.terms().of(reduced.get());
    var missing = without(small, large);
    if (missing.isEmpty() && (large.size() > small.size() || Terms.isOpen(large))) {
      return Stream.of();
    }
    var span = facts.places().item("compare", index, "with");
    var names = "`" + pair.full() + "` and `" + pair.reduced() + "`";
    if (missing.isEmpty()) {
      return Stream.of(
          Diagnostic.at(
                  span, Rule.NOT_NESTED, names + " have the same terms, so nothing is compared")
              .help("compare models of which one has more terms"));
    }
    return Stream.of(
        Diagnostic.at(
                span,
                Rule.NOT_NESTED,
                "`"
                    + pair.full()
                    + "` lacks "
                    + listed(missing)
                    + " of `"
                    + pair.reduced()
                    + "`, so the two are not nested")
            .note(
                "a comparison of nested models asks what the added terms are worth, all else equal")
            .help(
                large.size() < small.size() && without(large, small).isEmpty()
                    ? "swap the two: the larger model stands first"
                    : "add the terms to `" + pair.full() + "`, or compare other models"));
  }

  /** A model in a circle has no terms of which something could be said. */
  private static boolean isInACircle(PlanFacts facts, ModelSpec model) {
    return ModelCycle.circle(facts, model).isPresent();
  }

  private static Set<String> without(Set<String> all, Set<String> other) {
    var rest = new LinkedHashSet<>(all);
    rest.removeIf(term -> Terms.isAmong(other, term));
    return rest;
  }

  private static String listed(Set<String> terms) {
    var first =
        terms.stream().limit(LISTED).map(t -> "`" + t + "`").collect(Collectors.joining(", "));
    return terms.size() > LISTED ? first + " and " + (terms.size() - LISTED) + " more" : first;
  }
}
