package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

  private static Stream<Diagnostic> pairs(
      PlanFacts facts, String list, java.util.Collection<String> names) {
    var all = new ArrayList<>(names);
    return IntStream.range(0, all.size())
        .boxed()
        .flatMap(
            later ->
                all.subList(0, later).stream()
                    .filter(earlier -> LookAlike.sameLook(all.get(later), earlier))
                    .map(earlier -> finding(facts, list, List.of(earlier, all.get(later)))));
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
