package org.planlock.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Severity;
import org.planlock.source.Span;

/**
 * Findings as commands in the log of a workflow on GitHub, which shows them beside the lines of a
 * change (GitHub documentation, workflow commands, 2026). A file is named as it was typed, so
 * commands are to be called from the top of the repository.
 */
public final class GithubAnnotations {
  private GithubAnnotations() {}

  /** A line a finding, in reading order, each ended by LF. */
  public static String of(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .sorted(Diagnostic.READING_ORDER)
        .map(GithubAnnotations::of)
        .collect(Collectors.joining());
  }

  private static String of(Diagnostic diagnostic) {
    var title = property("title", "planlock " + diagnostic.rule().code());
    return "::"
        + level(diagnostic.severity())
        + " "
        + place(diagnostic.span())
        + title
        + "::"
        + escaped(words(diagnostic))
        + "\n";
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String place(Span span) {
    if (span.file().length() == 0) {
      return "";
    }
    int last = Math.min(span.end(), span.file().length());
    var end =
        span.file().lineOf(last) == span.line()
            ? property("col", String.valueOf(span.column()))
                + ","
                + property("endColumn", String.valueOf(span.file().columnOf(last)))
                + ","
            : "";
    return Stream.of(
                property("file", span.file().name().replace('\\', '/')),
                property("line", String.valueOf(span.line())),
                property("endLine", String.valueOf(span.file().lineOf(last))))
            .collect(Collectors.joining(","))
        + ","
        + end;
  }

  private static String words(Diagnostic diagnostic) {
    return Stream.of(
            Stream.of(Visible.text(diagnostic.message())),
            diagnostic.notes().stream().map(note -> "note: " + Visible.text(note)),
            diagnostic.helps().stream().map(help -> "help: " + Visible.text(help)))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private static String property(String name, String value) {
    return name + "=" + escaped(Visible.text(value)).replace(":", "%3A").replace(",", "%2C");
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
