package org.planlock.plan.check;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** A table that is spoken of and not declared. */
final class UnknownTable implements PlanCheck {
  private record Mention(String path, String table) {}

  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return Stream.of(columns(facts), knowledge(facts), sets(facts), measures(facts))
        .flatMap(mentions -> mentions)
        .filter(mention -> !facts.names().tables().contains(mention.table()))
        .map(
            mention ->
                new UnknownWord(
                        Rule.UNKNOWN_TABLE, "table", mention.table(), facts.names().tables())
                    .at(facts.places().of(mention.path())));
  }

  private static Stream<Mention> columns(PlanFacts facts) {
    return facts.columns().stream()
        .map(c -> new Mention(Places.path("data.columns", c.name()) + ".table", c.table()));
  }

  private static Stream<Mention> knowledge(PlanFacts facts) {
    return facts.plan().registration().knowledge().orElse(List.of()).stream()
        .map(k -> new Mention(Places.path("plan.knowledge", k.table()) + ".table", k.table()));
  }

  private static Stream<Mention> sets(PlanFacts facts) {
    return facts.sets().stream()
        .flatMap(
            set ->
                set.in().stream()
                    .map(t -> new Mention(Places.path("sets", set.name()) + ".in", t)));
  }

  private static Stream<Mention> measures(PlanFacts facts) {
    return facts.plan().measures().orElse(List.of()).stream()
        .flatMap(
            m -> {
              var path = Places.path("measures", m.name());
              return Stream.concat(
                  m.series().stream().map(t -> new Mention(path + ".series", t)),
                  m.design().stream().map(t -> new Mention(path + ".design", t)));
            });
  }
}
