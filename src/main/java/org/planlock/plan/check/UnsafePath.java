package org.planlock.plan.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.RelativePath;

/** A file of the plan that lies outside its folder, or that not every system can name. */
final class UnsafePath implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return Stream.of(tables(facts), atlases(facts), regions(facts)).flatMap(found -> found);
  }

  private static Stream<Diagnostic> tables(PlanFacts facts) {
    return facts
        .plan()
        .data()
        .stated()
        .flatMap(data -> data.tables().stated())
        .orElse(List.of())
        .stream()
        .flatMap(
            table ->
                Stream.of(
                        fault(
                            facts, Optional.of(table.file()), "data.tables", table.name(), "file"),
                        fault(facts, table.dictionary(), "data.tables", table.name(), "dictionary"))
                    .flatMap(Optional::stream));
  }

  private static Stream<Diagnostic> atlases(PlanFacts facts) {
    return facts.plan().atlases().orElse(List.of()).stream()
        .flatMap(
            atlas ->
                Stream.of(
                        fault(facts, Optional.of(atlas.image()), "atlases", atlas.name(), "image"),
                        fault(facts, atlas.labels().stated(), "atlases", atlas.name(), "labels"))
                    .flatMap(Optional::stream));
  }

  private static Stream<Diagnostic> regions(PlanFacts facts) {
    return facts.plan().rois().orElse(List.of()).stream()
        .flatMap(region -> fault(facts, region.map(), "rois", region.name(), "map").stream());
  }

  private static Optional<Diagnostic> fault(
      PlanFacts facts, Optional<String> path, String list, String name, String key) {
    return path.flatMap(
        named ->
            RelativePath.finding(named, facts.places().of(Places.path(list, name) + "." + key)));
  }
}
