package org.planlock.report;

import java.util.List;
import org.planlock.lock.Verification;

/**
 * A verification as people read it: a line a check, the findings, and one line that says it all.
 */
public record VerificationText(Style style) {
  private static final int SHOWN_IN_THE_FINDING = 20;

  /** All lines. */
  public String of(Verification verification) {
    var text = new StringBuilder(FittedTable.of(rows(verification), style.width()));
    var found = verification.diagnostics();
    if (!found.isEmpty()) {
      text.append('\n').append(new DiagnosticText(style).of(found)).append('\n');
    }
    if (verification.differences().size() > SHOWN_IN_THE_FINDING) {
      text.append(new DifferenceText("locked", "found").of(verification.differences()))
          .append('\n');
    }
    return text.append(style.strong(verification.verdict())).append('\n').toString();
  }

  private List<List<String>> rows(Verification verification) {
    return verification.rows().stream()
        .map(
            row ->
                List.of(
                    style.text(row.check()),
                    style.text(brief(row.evidence())),
                    style.text(row.result())))
        .toList();
  }

  private String brief(String evidence) {
    return evidence.matches("sha256:[0-9a-f]{64}")
        ? evidence.substring(0, 11) + style.ellipsis() + evidence.substring(69)
        : evidence;
  }
}
