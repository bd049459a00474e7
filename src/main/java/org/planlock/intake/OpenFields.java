package org.planlock.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planlock.plan.coverage.Coverage;
import org.planlock.plan.coverage.FieldCoverage;
import org.planlock.plan.coverage.FieldStatus;

/**
 * The end of a draft: what its author must still decide, field by field, with what the source says
 * of it.
 *
 * @param sign what opens a comment
 * @param isPlan whether the text is in the notation in which examples are written
 * @param name the file, as its author names it
 */
record OpenFields(String sign, boolean isPlan, String name) {
  private static final Map<Character, String> GROUPS =
      Map.ofEntries(
          Map.entry('A', "who registers what, and who knew what"),
          Map.entry('B', "outcome and estimand"),
          Map.entry('C', "who is analysed"),
          Map.entry('D', "imaging measures"),
          Map.entry('E', "motion"),
          Map.entry('F', "missing values"),
          Map.entry('G', "design matrix"),
          Map.entry('H', "penalised fit"),
          Map.entry('I', "resampling and selection"),
          Map.entry('J', "inference and labels"),
          Map.entry('K', "computation and data"),
          Map.entry('L', "governance"));

  /** The comment, with every quote in it exactly once. */
  String text(Coverage coverage, List<PlanDraft.Quote> quotes) {
    var lines = new ArrayList<String>();
    var open =
        coverage.fields().stream()
            .filter(
                field -> field.status() == FieldStatus.OPEN || field.status() == FieldStatus.PARTLY)
            .toList();
    lines.add("");
    say(
        lines,
        "",
        "To decide: "
            + open.size()
            + " of "
            + coverage.fields().size()
            + " fields are not or only partly stated. Nothing below is chosen for you.");
    say(
        lines,
        "",
        "`plan check "
            + name
            + " --fields` counts them; what does not apply is said so, with a reason: `…"
            + " not_applicable because \"…\"`.");
    char group = ' ';
    Set<String> listed = new HashSet<>();
    for (var field : open) {
      char next = field.field().id().charAt(0);
      if (next != group) {
        group = next;
        lines.add(sign);
        say(lines, "", next + "  " + GROUPS.getOrDefault(next, ""));
      }
      field(lines, field);
      quotes.stream()
          .filter(quote -> quote.field().equals(field.field().id()))
          .forEach(quote -> quote(lines, quote));
      listed.add(field.field().id());
    }
    rest(lines, quotes.stream().filter(quote -> !listed.contains(quote.field())).toList());
    return String.join("\n", lines) + "\n";
  }

  private void field(List<String> lines, FieldCoverage coverage) {
    var field = coverage.field();
    var partly = coverage.status() == FieldStatus.PARTLY ? " (partly stated)" : "";
    say(lines, "  ", field.id() + " " + field.title() + partly + ": " + field.ambiguity());
    say(
        lines,
        "     ",
        isPlan ? "e.g. " + field.example() : "say " + String.join(", ", coverage.missing()));
  }

  private void rest(List<String> lines, List<PlanDraft.Quote> quotes) {
    if (!quotes.isEmpty()) {
      lines.add(sign);
      say(lines, "", "Also in the source:");
      quotes.forEach(quote -> quote(lines, quote));
    }
  }

  private void quote(List<String> lines, PlanDraft.Quote quote) {
    say(lines, "     ", "source, " + quote.topic() + " (" + quote.place() + "):");
    say(lines, "       ", quote.sentence());
  }

  private void say(List<String> lines, String indent, String text) {
    CommentLines.of(text).forEach(line -> lines.add(sign + " " + indent + line));
  }
}
