package org.planlock.deviation.mutation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.deviation.Deviation;
import org.planlock.deviation.DeviationReport;
import org.planlock.deviation.Evidence;
import org.planlock.deviation.FieldCheck;
import org.planlock.deviation.Gap;

/**
 * An analysis that differs from its plan in one place, and what the report says of it.
 *
 * @param plan whose mutant it is
 * @param path the place that was changed
 * @param what is otherwise there
 * @param found code and place of everything that is reported
 */
record Mutant(String plan, Source source, String path, String what, List<String> found) {
  private static final String GAP = "gap";

  Mutant {
    found = List.copyOf(found);
  }

  static Mutant of(String plan, Source source, String path, String what, Evidence evidence) {
    return new Mutant(plan, source, path, what, found(evidence));
  }

  /** Code and place of every deviation that is counted, and the place of every gap. */
  static List<String> found(Evidence evidence) {
    var report = DeviationReport.of(evidence);
    return found(report.deviations(), report.gaps());
  }

  static List<String> found(List<Deviation> deviations, List<Gap> gaps) {
    return Stream.concat(
            deviations.stream().map(d -> d.rule().code() + " " + d.path()),
            gaps.stream().map(gap -> GAP + " " + gap.path()))
        .toList();
  }

  /** The fields of a complete plan that were changed. */
  List<FieldCheck> fields() {
    return FieldCheck.at(path);
  }

  /** How many findings there are; what nobody can tell is none. */
  int findings() {
    return (int) found.stream().filter(one -> !isGap(one)).count();
  }

  /** How many of them name the field that was changed. */
  int correct() {
    return (int) found.stream().filter(this::isCorrect).count();
  }

  /** Whether exactly the changed field is named, and nothing else. */
  boolean isNamed() {
    return found.size() == 1 && correct() == 1;
  }

  /** Whether the place that is named is the very one that was changed. */
  boolean isExact() {
    return isNamed() && place(found.get(0)).equals(path);
  }

  private boolean isCorrect(String one) {
    var named = Set.copyOf(FieldCheck.at(place(one)));
    return !isGap(one) && fields().stream().anyMatch(named::contains);
  }

  private static boolean isGap(String one) {
    return one.startsWith(GAP);
  }

  private static String place(String one) {
    return one.substring(one.indexOf(' ') + 1);
  }

  @Override
  public String toString() {
    return plan + " " + source + ": " + path + " = " + what + " -> " + found;
  }
}
