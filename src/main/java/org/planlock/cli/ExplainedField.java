package org.planlock.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.deviation.DeviationKind;
import org.planlock.deviation.FieldCheck;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.coverage.CoverageField;
import org.planlock.plan.coverage.CoverageFields;
import org.planlock.report.RulePage;

/**
 * What {@code plan explain} says of a field of a complete plan, and of a kind of deviation: what it
 * is, and which findings tell of it or why no program can know.
 */
final class ExplainedField {
  private static final String NOBODY = "No program can see whether it was kept.\n";

  private ExplainedField() {}

  /** The page of a field such as {@code H3}. */
  static Optional<String> field(String id) {
    return CoverageFields.all().stream()
        .filter(field -> field.id().equals(id))
        .findFirst()
        .flatMap(field -> FieldCheck.named(id).map(check -> page(field, check)));
  }

  private static String page(CoverageField field, FieldCheck check) {
    return "# "
        + field.id()
        + ": "
        + field.title()
        + "\n\n## While it is open\nNobody knows "
        + field.ambiguity()
        + ".\n\n## How to write it\n"
        + field
            .example()
            .strip()
            .lines()
            .map(line -> "    " + line + "\n")
            .collect(Collectors.joining())
        + "\n## What sees a deviation\n"
        + check.whyUnseen().map(why -> NOBODY + why + "\n").orElseGet(() -> kinds(check));
  }

  private static String kinds(FieldCheck check) {
    var ofKinds =
        check.kinds().stream()
            .map(
                kind -> kind.code() + ", " + kind.title() + ":\n" + findings(kind.rules().stream()))
            .collect(Collectors.joining());
    return ofKinds
        + "Of any field:\n"
        + findings(Stream.of(Rule.CHANGED_SETTING, Rule.OPEN_FIELD_COMPLETED));
  }

  /** The page of a kind such as {@code V-C1}. */
  static Optional<String> kind(String code) {
    return Arrays.stream(DeviationKind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .map(ExplainedField::page);
  }

  private static String page(DeviationKind kind) {
    var fields =
        Arrays.stream(FieldCheck.values())
            .filter(check -> check.kinds().contains(kind))
            .map(ExplainedField::line)
            .collect(Collectors.joining());
    return "# "
        + kind.code()
        + ": "
        + kind.title()
        + "\n\n## What sees it\n"
        + kind.whyUnseen().map(why -> "No program can. " + why + "\n").orElseGet(() -> seen(kind))
        + (fields.isEmpty() ? "" : "\n## Fields that it is about\n" + fields);
  }

  private static String seen(DeviationKind kind) {
    return kind.rules().isEmpty()
        ? "Nothing has to: plans are compared in their canonical form, which has none of it.\n"
        : findings(kind.rules().stream());
  }

  private static String line(FieldCheck check) {
    var title =
        CoverageFields.all().stream()
            .filter(field -> field.id().equals(check.name()))
            .map(CoverageField::title)
            .findFirst()
            .orElse("");
    return "  " + check.name() + "  " + title + "\n";
  }

  private static String findings(Stream<Rule> rules) {
    return rules.map(rule -> "  " + RulePage.line(rule) + "\n").collect(Collectors.joining());
  }

  /** Everything that can be explained beside findings, as it is typed. */
  static Stream<String> codes() {
    return Stream.concat(
        Arrays.stream(FieldCheck.values()).map(check -> check.name().toUpperCase(Locale.ROOT)),
        Arrays.stream(DeviationKind.values()).map(DeviationKind::code));
  }
}
