package org.planlock.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Diagnostic;

/**
 * Findings as people read them: level and code, message, place, the quoted line, why it matters,
 * what to do.
 */
public final class DiagnosticText {
  private final Style style;

  /** Text in the given style. */
  public DiagnosticText(Style style) {
    this.style = style;
  }

  /** One finding, its lines ended by LF. */
  public String of(Diagnostic diagnostic) {
    var lines = new ArrayList<String>();
    var head = diagnostic.severity().word() + "[" + diagnostic.rule().code() + "]";
    lines.add(
        style.of(diagnostic.severity(), head)
            + style.strong(": " + Visible.text(diagnostic.message())));
    lines.add("  " + style.frame("--> ") + Visible.text(places(diagnostic)));
    lines.addAll(new QuotedLines(diagnostic, style).lines());
    diagnostic
        .notes()
        .forEach(note -> lines.add("  " + style.frame("= ") + "note: " + Visible.text(note)));
    diagnostic
        .helps()
        .forEach(help -> lines.add("  " + style.frame("= ") + "help: " + Visible.text(help)));
    return String.join("\n", lines) + "\n";
  }

  /** All findings in reading order, a blank line between them. */
  public String of(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .sorted(Diagnostic.READING_ORDER)
        .map(this::of)
        .collect(Collectors.joining("\n"));
  }

  private static String places(Diagnostic diagnostic) {
    var elsewhere =
        diagnostic.labels().stream()
            .map(Diagnostic.Label::span)
            .filter(span -> span.file() != diagnostic.span().file())
            .map(span -> "          " + span.place())
            .collect(Collectors.joining());
    return diagnostic.span().place() + elsewhere;
  }
}
