package org.planlock.editor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.plan.binding.KeyMeaning.Says;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * Where something is declared.
 *
 * @param place in the plan
 * @param file that is named at the place, where it is one that lies in the plan's folder
 */
public record Definition(Span place, Optional<Path> file) {
  /** The definition of what stands at an offset. */
  public static Optional<Definition> at(Draft draft, int offset) {
    var name = draft.reading().names().at(offset);
    if (name.isPresent()) {
      return name.map(found -> new Definition(found.symbol().place(), Optional.empty()));
    }
    var spot = Spot.at(draft.reading().tree(), offset);
    boolean isFile =
        spot.node() instanceof PlanNode.Scalar
            && spot.expected().filter(e -> e.mention().says() == Says.FILE).isPresent();
    return isFile
        ? new BesideFiles(draft.folder())
            .find(((PlanNode.Scalar) spot.node()).text().strip())
            .map(file -> new Definition(spot.node().span(), Optional.of(file)))
        : Optional.empty();
  }

  /** Every place where the name at an offset is used. */
  public static Stream<Span> uses(Draft draft, int offset, boolean withDeclaration) {
    var names = draft.reading().names();
    return names
        .at(offset)
        .map(found -> names.of(found.symbol()).stream())
        .orElseGet(Stream::of)
        .filter(each -> withDeclaration || !each.declares())
        .map(PlanReference::place);
  }
}
