package org.planlock.execution.fit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.planlock.diagnostic.Checked;
import org.planlock.execution.RawColumns;
import org.planlock.plan.fit.Scheme;
import org.planlock.plan.value.Seed;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Folds;
import org.planlock.stats.Sha256Counter;

/**
 * Divides participants into folds as a plan says.
 *
 * @param path where the plan says it
 * @param grouped the column whose values stay together
 * @param step the name under which random numbers are drawn
 */
record FoldDivision(
    String path,
    Scheme scheme,
    Optional<String> grouped,
    int repeats,
    Optional<Seed> seed,
    String step) {

  /**
   * One assignment a repeat, for the given rows of the analysis set.
   *
   * @param chosen 0-based rows of the analysis set
   */
  Checked<List<FoldAssignment>> divide(RawColumns rows, List<Integer> chosen, FoldSeed seeds) {
    return switch (scheme.kind()) {
      case NONE -> Checked.of(List.of());
      case LEAVE_ONE_OUT ->
          grouped.isEmpty() ? leaveOneOut(chosen.size()) : byGroup(rows, grouped.get(), chosen);
      case GIVEN -> byGroup(rows, scheme.column(), chosen);
      case K_FOLD -> random(rows, chosen, seeds);
    };
  }

  /** What stays together, one value a row; none where rows stand for themselves. */
  Optional<List<String>> groups(RawColumns rows, List<Integer> chosen) {
    return grouped.flatMap(column -> groups(rows, column, chosen).value());
  }

  private Checked<List<FoldAssignment>> leaveOneOut(int rows) {
    return rows < 2
        ? refused("only " + rows + " row to leave out")
        : Checked.of(List.of(Folds.leaveOneOut(rows)));
  }

  private Checked<List<FoldAssignment>> byGroup(
      RawColumns rows, String column, List<Integer> chosen) {
    return groups(rows, column, chosen)
        .then(
            groups ->
                new HashSet<>(groups).size() < 2
                    ? refused("`" + column + "` puts all rows into one fold")
                    : Checked.of(List.of(Folds.given(groups))));
  }

  private Checked<List<FoldAssignment>> random(
      RawColumns rows, List<Integer> chosen, FoldSeed seeds) {
    if (seed.isEmpty()) {
      return Checked.failed(Refusals.stillOpen(seedPath()));
    }
    if (grouped.isPresent()) {
      return groups(rows, grouped.get(), chosen)
          .then(
              groups ->
                  enough(new HashSet<>(groups).size())
                      .map(all -> repeated(r -> Folds.grouped(groups, scheme.folds(), r), seeds)));
    }
    return enough(chosen.size())
        .map(n -> repeated(numbers -> Folds.kFold(n, scheme.folds(), numbers), seeds));
  }

  /** All loops of a model draw from the seed that its validation states. */
  private String seedPath() {
    return path.replaceFirst("\\.validate(\\.outer(\\.inner)?)?$", ".validate.seed");
  }

  private List<FoldAssignment> repeated(
      Function<Sha256Counter, FoldAssignment> draw, FoldSeed seeds) {
    return IntStream.range(0, repeats)
        .mapToObj(replicate -> draw.apply(seeds.numbers(seed.orElseThrow(), step, replicate)))
        .toList();
  }

  private Checked<Integer> enough(int items) {
    int folds = scheme.folds();
    return folds < 2 || folds > items
        ? Checked.failed(Refusals.unusableFolds(path, folds + " folds cannot be made of " + items))
        : Checked.of(items);
  }

  private Checked<List<String>> groups(RawColumns rows, String column, List<Integer> chosen) {
    return rows.texts(column)
        .then(
            texts -> {
              var picked = chosen.stream().map(texts::get).toList();
              return picked.stream().allMatch(Optional::isPresent)
                  ? Checked.of(picked.stream().map(Optional::orElseThrow).toList())
                  : Checked.failed(
                      Refusals.unusableFolds(
                          path, "`" + column + "` is missing for some analysed participants"));
            });
  }

  private <T> Checked<T> refused(String message) {
    return Checked.failed(Refusals.unusableFolds(path, message));
  }
}
