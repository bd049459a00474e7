package org.planlock.lock.commitment;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * The place between two fields that follow each other, before the first or after the last, where
 * nothing can stand.
 *
 * <p>It shows what is not there only as far as the fields were sorted when they were committed to,
 * which the opening of the whole lock shows.
 *
 * @param sides fields that are proven, among them those beside the gap
 * @param size number of all fields
 */
record Gap(List<ProvenField> sides, long size) {
  Gap {
    sides = List.copyOf(sides);
  }

  /** Nothing if a path, and whatever is below it, would stand in the gap. */
  List<Diagnostic> findings(String path) {
    return AbsentPath.isCanonical(path) && isClosed(path) && isFree(path)
        ? List.of()
        : List.of(
            Diagnostic.at(
                    Span.none("fields"),
                    Rule.ABSENCE_NOT_PROVEN,
                    "it is not shown that the plan lacks `" + path + "`")
                .note(
                    "that takes the two fields between which it would stand, or the first or last"
                        + " of all"));
  }

  private boolean isClosed(String path) {
    long below = indices(there -> isBefore(there, path)).max().orElse(-1);
    long above = indices(there -> !isBefore(there, path)).min().orElse(size);
    return above == below + 1;
  }

  private boolean isFree(String path) {
    return sides.stream()
        .map(side -> side.field().path())
        .noneMatch(there -> PathOrder.isWithin(there, path) || PathOrder.isWithin(path, there));
  }

  private LongStream indices(Predicate<String> which) {
    return sides.stream()
        .filter(side -> which.test(side.field().path()))
        .mapToLong(ProvenField::index);
  }

  private static boolean isBefore(String there, String path) {
    return PathOrder.OF_PATHS.compare(there, path) < 0;
  }
}
