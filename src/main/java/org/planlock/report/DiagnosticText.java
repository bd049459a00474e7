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
  private static final String CONTINUED = "    ";

  private final Style style;

  /** Text in the given style. */
  public DiagnosticText(Style style) {
    this.style = style;
  }

  /** One finding, its lines ended by LF. */
  public String of(Diagnostic diagnostic) {
    var lines = new ArrayList<>(message(diagnostic));
    lines.add("  " + style.frame("--> ") + style.text(places(diagnostic)));
    lines.addAll(new QuotedLines(diagnostic, style).lines());
    diagnostic.notes().forEach(note -> lines.addAll(remark("note: ", note)));
    diagnostic.helps().forEach(help -> lines.addAll(remark("help: ", help)));
    return String.join("\n", lines) + "\n";
  }

  /** All findings in reading order, a blank line between them. */
  public String of(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .sorted(Diagnostic.READING_ORDER)
        .map(this::of)
        .collect(Collectors.joining("\n"));
  }

  private List<String> message(Diagnostic diagnostic) {
    var head = diagnostic.severity().word() + "[" + diagnostic.rule().code() + "]";
    var lines = new ArrayList<String>();
    for (var line : wrapped(": " + diagnostic.message(), head.length(), CONTINUED.length())) {
      lines.add(
          lines.isEmpty()
              ? style.of(diagnostic.severity(), head) + style.strong(line)
              : CONTINUED + style.strong(line));
    }
    return lines;
  }

  private List<String> remark(String kind, String text) {
    int indent = "  = ".length() + kind.length();
    var lines = new ArrayList<String>();
    for (var line : wrapped(text, indent, indent)) {
      lines.add(
          lines.isEmpty() ? "  " + style.frame("= ") + kind + line : " ".repeat(indent) + line);
    }
    return lines;
  }

  private List<String> wrapped(String text, int taken, int indent) {
    return Wrapped.lines(style.text(text), style.width() - taken, style.width() - indent);
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
