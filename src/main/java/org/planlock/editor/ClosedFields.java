package org.planlock.editor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlock.plan.check.OutcomeColumns;
import org.planlock.plan.coverage.CoverageField;
import org.planlock.plan.coverage.CoverageFields;
import org.planlock.syntax.PlanNode;

/** Which fields of a complete plan a value helps to close. */
final class ClosedFields {
  private static final Pattern FILTER = Pattern.compile("\\[([^\\]]*)\\]");
  private static final Pattern BETWEEN = Pattern.compile("\\[[^\\]]*\\]|\\.\\*");
  private static final Pattern COPIED = Pattern.compile("^models\\.(penalty|validate)\\b");

  private final Draft draft;
  private final Spot spot;
  private final String path;

  private ClosedFields(Draft draft, Spot spot) {
    this.draft = draft;
    this.spot = spot;
    this.path = COPIED.matcher(spot.path()).replaceFirst("$1");
  }

  /** The fields of what stands at a spot, in the order of their ids. */
  static List<CoverageField> of(Draft draft, Spot spot) {
    var here = new ClosedFields(draft, spot);
    return CoverageFields.all().stream()
        .filter(field -> field.paths().anyMatch(here::isAt))
        .toList();
  }

  private boolean isAt(String wanted) {
    var plain = BETWEEN.matcher(wanted).replaceAll("");
    var last = plain.substring(plain.lastIndexOf('.') + 1);
    var stem = plain.substring(0, plain.length() - last.length());
    return Stream.of(last.split("/")).anyMatch(key -> path.equals(stem + key))
        && FILTER.matcher(wanted).results().allMatch(filter -> passes(filter.group(1)));
  }

  /** Whether one of the things around the value is among those that the path speaks of. */
  private boolean passes(String filter) {
    return around().anyMatch(item -> passes(item, filter));
  }

  private Stream<PlanNode.Mapping> around() {
    return spot.nodes().stream()
        .filter(PlanNode.Mapping.class::isInstance)
        .map(PlanNode.Mapping.class::cast);
  }

  private boolean passes(PlanNode.Mapping item, String filter) {
    if (filter.equals("#outcome")) {
      return name(item).filter(name -> outcomes().contains(name)).isPresent();
    }
    if (filter.equals("#coded")) {
      return item.get("levels").isPresent();
    }
    var wanted = (filter.startsWith("+") ? filter.substring(1) : filter).split("=");
    return wanted.length == 1
        ? item.get(wanted[0]).isPresent()
        : Expectation.text(item, wanted[0]).filter(wanted[1]::equals).isPresent();
  }

  private static Optional<String> name(PlanNode.Mapping item) {
    return Expectation.text(item, "name");
  }

  /** Nobody knows them as long as the plan has no meaning. */
  private Set<String> outcomes() {
    return draft.meaning().map(OutcomeColumns::of).orElse(Set.of());
  }
}
