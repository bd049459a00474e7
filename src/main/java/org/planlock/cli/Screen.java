package org.planlock.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.planlock.Planlock;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Severity;
import org.planlock.report.Ascii;
import org.planlock.report.DiagnosticJson;
import org.planlock.report.DiagnosticText;
import org.planlock.report.GithubAnnotations;
import org.planlock.report.JsonText;
import org.planlock.report.SarifJson;
import org.planlock.report.Style;

/** Where a command prints: what was asked for on the output, what went wrong beside it. */
final class Screen {
  private final Surroundings surroundings;
  private final FindingFormat format;
  private final Style style;

  Screen(Surroundings surroundings, boolean isColoured, FindingFormat format) {
    this.surroundings = surroundings;
    this.format = format;
    this.style = format == FindingFormat.TEXT ? surroundings.style(isColoured) : Style.PLAIN;
  }

  boolean isJson() {
    return format == FindingFormat.JSON;
  }

  /** Whether findings alone are wanted, by a program that shows them beside the text. */
  boolean isForFindings() {
    return format == FindingFormat.SARIF || format == FindingFormat.GITHUB;
  }

  /** Prints findings for the program that asked for them; the exit code stands in them too. */
  void report(List<Diagnostic> found, int exitCode) {
    if (format == FindingFormat.SARIF) {
      print(SarifJson.of(found, exitCode, Planlock.VERSION));
    } else {
      print(GithubAnnotations.of(found));
    }
  }

  Style style() {
    return style;
  }

  /** Prints lines that were asked for; each ends with a line feed. */
  void print(String text) {
    surroundings.out().print(style.isUnicode() ? text : Ascii.text(text));
  }

  /** Prints bytes as they are. */
  void print(byte[] bytes) {
    surroundings.out().writeBytes(bytes);
  }

  void print(JsonElement json) {
    surroundings.out().print(JsonText.of(json));
  }

  /** Says something about the command itself. */
  void remark(String line) {
    surroundings.err().print((style.isUnicode() ? line : Ascii.text(line)) + "\n");
  }

  /** Leaves nothing unprinted. */
  void flush() {
    surroundings.out().flush();
    surroundings.err().flush();
  }

  /** Prints findings beside the output. */
  void complain(List<Diagnostic> found) {
    if (!found.isEmpty()) {
      surroundings.out().flush();
      surroundings.err().print(new DiagnosticText(style).of(found));
    }
  }

  /** Prints what deserves a look although the command went on. */
  void warn(List<Diagnostic> found) {
    complain(found.stream().filter(one -> one.severity() != Severity.NOTE).toList());
  }

  /** Prints findings that stopped a command; the exit code that they mean. */
  int stop(List<Diagnostic> found) {
    if (isForFindings()) {
      report(found, ExitCode.of(found));
    } else if (isJson()) {
      var json = new JsonObject();
      json.add("diagnostics", DiagnosticJson.of(found));
      print(json);
    } else {
      complain(found);
    }
    return ExitCode.of(found);
  }
}
