package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.syntax.PlanNode;

/**
 * Where a region comes from: {@code = toy "Left Amygdala", "Right Amygdala"}, or {@code map
 * "zmap.nii.gz" >= 5}.
 */
record RegionSource() implements Statement {
  @Override
  public boolean opensAt(Passage passage, int index) {
    return passage.isAt(index, "=")
        || (passage.isAt(index, "map") && passage.isKind(index + 1, Part.Kind.STRING));
  }

  @Override
  public void read(Passage passage, Entries into) {
    passage.take("=");
    if (passage.looksAt("map") && passage.isKind(passage.index() + 1, Part.Kind.STRING)) {
      var key = passage.scalar(passage.index(), passage.index() + 1);
      passage.skip(1);
      into.put(passage, key, passage.term());
      if (passage.asksForMore(passage.index())) {
        var where = new PlanNode.Scalar("where", passage.here());
        into.put(passage, where, passage.phrase());
      }
      return;
    }
    if (!passage.hasValue()) {
      Strays.skip(passage);
      return;
    }
    var atlas = passage.term();
    into.put(passage, new PlanNode.Scalar("atlas", atlas.span()), atlas);
    if (passage.isKind(passage.index(), Part.Kind.STRING)) {
      var labels = new PlanNode.Scalar("labels", passage.here());
      into.put(passage, labels, Forms.NAMES.read(passage));
    }
  }

  @Override
  public Stream<String> words() {
    return Stream.of("map");
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return Set.of("atlas", "labels", "map", "where");
  }

  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    var sentences = new ArrayList<Sentence>();
    var labels =
        from.get("labels")
            .map(
                value ->
                    (value instanceof PlanNode.Sequence s ? s.items() : List.of(value))
                        .stream()
                            .flatMap(item -> Forms.text(item).stream())
                            .map(Quotes::around)
                            .toList());
    atlas(from, labels, page).ifPresent(text -> sentences.add(Sentence.of("= " + text)));
    from.get("map")
        .flatMap(Forms::text)
        .ifPresent(
            file ->
                sentences.add(
                    Sentence.of(
                        ("map "
                                + Quotes.around(file)
                                + " "
                                + from.get("where").flatMap(Forms::text).orElse(""))
                            .strip())));
    return sentences;
  }

  private static Optional<String> atlas(
      PlanNode.Mapping from, Optional<List<String>> labels, Page page) {
    return from.get("atlas")
        .flatMap(Forms::text)
        .map(
            atlas ->
                (page.term(atlas) + " " + String.join(", ", labels.orElse(List.of()))).strip());
  }
}
