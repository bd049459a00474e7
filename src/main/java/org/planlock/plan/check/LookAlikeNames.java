package org.planlock.plan.check;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** Two declared names that differ and look the same. */
final class LookAlikeNames implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var names = facts.names();
    return Stream.of(
            pairs(facts, "models", names.models()),
            pairs(facts, "variables", names.variables()),
            pairs(facts, "sets", names.sets()),
            pairs(facts, "data.columns", names.columns()))
        .flatMap(found -> found);
  }

  private static Stream<Diagnostic> pairs(PlanFacts facts, String list, Set<String> names) {
    var first = new HashMap<String, String>();
    return names.stream()
        .flatMap(
            name ->
                Stream.ofNullable(first.putIfAbsent(LookAlike.folded(name), name))
                    .map(earlier -> finding(facts, list, List.of(earlier, name))));
  }

  private static Diagnostic finding(PlanFacts facts, String list, List<String> pair) {
    var earlier = pair.get(0);
    var later = pair.get(1);
    return facts
        .at(
            Places.path(list, later) + ".name",
            Rule.LOOK_ALIKE_NAMES,
            "two names look the same and are not: `" + later + "` and `" + earlier + "`")
        .labelled(facts.places().of(Places.path(list, earlier) + ".name"), "the other one")
        .note(LookAlike.difference(later, earlier))
        .help("give one of them another name");
  }
}
