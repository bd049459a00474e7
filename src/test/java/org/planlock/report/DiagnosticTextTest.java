package org.planlock.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;

class DiagnosticTextTest {
  private static final SourceFile FILE =
      SourceFile.of("h.plan", "plan {\n  terms age, sex\n  x\n  y\n  terms agee\n}\n");

  @Test
  void quotesTheLineWithCaretsLabelsNotesAndHelp() {
    var found =
        Diagnostic.at(span("agee"), Rule.UNKNOWN_WORD, "`agee` is not a term")
            .captioned("not known")
            .labelled(span("age,"), "known here")
            .note("names must match")
            .help("did you mean `age`?");
    assertThat(new DiagnosticText(Style.PLAIN).of(found))
        .isEqualTo(
            """
            error[P204]: `agee` is not a term
              --> h.plan:5:9
              |
            2 |   terms age, sex
              |         ---- known here
              …
            5 |   terms agee
              |         ^^^^ not known
              = note: names must match
              = help: did you mean `age`?
            """);
  }

  @Test
  void neverLetsASourceMoveTheTerminal() {
    var file = SourceFile.of("a\u001b[31m.plan", "title \"x\u202ey\"\n");
    var found = Diagnostic.at(new Span(file, 6, 11), Rule.FORBIDDEN_CHARACTER, "hidden \u202e");
    assertThat(new DiagnosticText(Style.PLAIN).of(found))
        .doesNotContain("\u001b", "\u202e")
        .contains("\\u{202e}", "\\u{1b}");
  }

  @Test
  void aPlaceWithoutTextIsOnlyNamed() {
    var found = Diagnostic.at(Span.none("--set"), Rule.UNKNOWN_WORD, "`x` is not a path");
    assertThat(new DiagnosticText(Style.PLAIN).of(found))
        .isEqualTo("error[P204]: `x` is not a path\n  --> --set\n");
  }

  private static Span span(String text) {
    int start = FILE.text().indexOf(text);
    return new Span(FILE, start, start + text.length());
  }
}
