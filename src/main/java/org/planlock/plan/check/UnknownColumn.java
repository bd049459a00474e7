package org.planlock.plan.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.Scheme;
import org.planlock.plan.fit.Validation;

/** A column that rules of the sample, folds, nulls or governance name, and no table declares. */
final class UnknownColumn implements PlanCheck {
  private record Mention(String path, String column) {}

  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return Stream.of(sample(facts), folds(facts), nulls(facts), released(facts))
        .flatMap(mentions -> mentions)
        .filter(mention -> !facts.names().isTerm(mention.column()))
        .map(
            mention ->
                new UnknownWord(
                        Rule.UNKNOWN_COLUMN_NAME, "column", mention.column(), facts.names().terms())
                    .at(facts.places().word(mention.path(), mention.column())));
  }

  private static Stream<Mention> sample(PlanFacts facts) {
    var sample = facts.sample();
    var order =
        sample
            .flatMap(s -> s.order().stated())
            .map(o -> o.column())
            .filter(column -> !column.equals("file"))
            .map(column -> new Mention("sample.order", column));
    var flow =
        sample.flatMap(s -> s.flow().stated()).map(f -> new Mention("sample.flow.by", f.by()));
    var complete =
        sample.flatMap(s -> s.rows().stated()).map(r -> r.completeOn()).orElse(List.of()).stream()
            .map(column -> new Mention("sample.rows", column));
    return Stream.concat(Stream.of(order, flow).flatMap(Optional::stream), complete);
  }

  private static Stream<Mention> folds(PlanFacts facts) {
    return facts.models().stream()
        .flatMap(
            model -> {
              var path = Places.path("models", model.name()) + ".validate";
              var validation = model.validate().stated();
              var given =
                  validation
                      .flatMap(v -> v.scheme().stated())
                      .filter(s -> s.kind() == Scheme.Kind.GIVEN)
                      .map(s -> new Mention(path + ".scheme", s.column()));
              var grouped =
                  validation
                      .flatMap(Validation::grouped)
                      .map(column -> new Mention(path + ".grouped", column));
              return Stream.of(given, grouped).flatMap(Optional::stream);
            });
  }

  private static Stream<Mention> nulls(PlanFacts facts) {
    var nulls = facts.inference().flatMap(i -> i.nulls().stated()).orElse(List.of());
    return IntStream.range(0, nulls.size())
        .boxed()
        .flatMap(
            i ->
                nulls.get(i).within().stream()
                    .map(column -> new Mention("inference.nulls", column)));
  }

  private static Stream<Mention> released(PlanFacts facts) {
    return facts
        .plan()
        .govern()
        .stated()
        .flatMap(g -> g.release().stated())
        .map(release -> new Mention("govern.release.column", release.column()))
        .stream();
  }
}
