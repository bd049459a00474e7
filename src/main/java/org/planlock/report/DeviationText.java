package org.planlock.report;

import org.planlock.deviation.Judgement;
import org.planlock.deviation.OnTrust;

/** The deviations of an analysis, each explained, and the verdict. */
public record DeviationText(Style style) {
  /** All lines; the last one is the verdict. */
  public String of(Judgement judgement) {
    return of(judgement, judgement.verdict().name() + ": " + sentence(judgement));
  }

  /** The same of an analysis of labels that were dealt anew, which has no verdict. */
  String blind(Judgement judgement, String mark) {
    return of(judgement, Visible.text(mark));
  }

  /** The line that tells what has to be believed; none where everything can be seen. */
  String onTrust(Judgement judgement) {
    return OnTrust.line(judgement.onTrust())
        .map(
            line ->
                "on trust " + line + " (`plan explain " + judgement.onTrust().get(0).id() + "`)\n")
        .orElse("");
  }

  private String of(Judgement judgement, String verdict) {
    var text = new StringBuilder();
    int count = judgement.deviations().size();
    if (count > 0) {
      text.append(count == 1 ? "1 deviation: " : count + " deviations: ")
          .append(judgement.declared().size())
          .append(" declared, ")
          .append(judgement.undeclared().size())
          .append(" undeclared\n");
    }
    if (!judgement.diagnostics().isEmpty()) {
      text.append('\n').append(new DiagnosticText(style).of(judgement.diagnostics())).append('\n');
    }
    return text.append(style.strong(verdict)).append('\n').toString();
  }

  private static String sentence(Judgement judgement) {
    return switch (judgement.verdict()) {
      case CONFORMS ->
          judgement.deviations().isEmpty()
              ? "what was done is what was promised"
              : "what was done is what was promised, with the remarks above";
      case DEVIATES_DECLARED -> "every deviation that counts is declared";
      case DEVIATES -> "what was done is not what was promised";
      case TAMPERED -> "the lock was altered";
      case UNANCHORED -> "as promised, but nobody attests when that was";
      case INCOMPLETE -> "the analysis did not come to its end";
      case CANNOT_TELL -> "the record does not show all that was promised";
    };
  }
}
