package org.planlock.deviation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.coverage.Coverage;
import org.planlock.plan.coverage.FieldCoverage;
import org.planlock.plan.coverage.FieldStatus;

/**
 * A field that a plan states and of which no program can see whether it was kept.
 *
 * @param id such as {@code A2}
 * @param title what the field is, in a few words
 * @param why no program can see it, in a sentence
 */
public record OnTrust(String id, String title, String why) {
  private static final Set<FieldStatus> SAID = EnumSet.of(FieldStatus.STATED, FieldStatus.PARTLY);

  /** All such fields of a plan, in their order. */
  static List<OnTrust> of(BoundPlan plan) {
    return Coverage.of(plan).fields().stream()
        .filter(one -> SAID.contains(one.status()))
        .map(FieldCoverage::field)
        .flatMap(field -> of(field.id(), field.title()).stream())
        .toList();
  }

  private static Optional<OnTrust> of(String id, String title) {
    return FieldCheck.named(id)
        .flatMap(FieldCheck::whyUnseen)
        .map(why -> new OnTrust(id, title, why));
  }

  /** The ids in a line; nothing where there are none. */
  public static Optional<String> line(List<OnTrust> fields) {
    var ids = String.join(", ", fields.stream().map(OnTrust::id).toList());
    return Stream.of(ids)
        .filter(text -> !text.isEmpty())
        .map(text -> text + ": stated, and no program can see whether it was kept")
        .findFirst();
  }
}
