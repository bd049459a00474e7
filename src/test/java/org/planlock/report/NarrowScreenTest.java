package org.planlock.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;

/** Findings on screens of few columns and few characters. */
final class NarrowScreenTest {
  private static final Style NARROW = Style.PLAIN.within(44);

  @Test
  void breaksSentencesBetweenWordsAndKeepsWhatIsInBackticks() {
    var file = SourceFile.of("h.plan", "terms agee\n");
    var found =
        Diagnostic.at(
                new Span(file, 6, 10),
                Rule.UNKNOWN_WORD,
                "`agee` is not a term of this model, nor of one before")
            .captioned("not known to any table of this plan")
            .note("a name must be a column, a variable or a measure of the plan")
            .help("write `from \"a table\" key participant` in the block `data`");
    assertThat(new DiagnosticText(NARROW).of(found))
        .isEqualTo(
            """
            error[P204]: `agee` is not a term of this
                model, nor of one before
              --> h.plan:1:7
              |
            1 | terms agee
              |       ^^^^
              |       not known to any table of this
              |       plan
              = note: a name must be a column, a
                      variable or a measure of the plan
              = help: write
                      `from "a table" key participant`
                      in the block `data`
            """);
  }

  @Test
  void showsThePartOfALongLineThatIsMeant() {
    var file = SourceFile.of("h.plan", "a".repeat(300) + " agee " + "b".repeat(300) + "\n");
    var found = Diagnostic.at(new Span(file, 301, 305), Rule.UNKNOWN_WORD, "`agee` is no term");
    var lines = new DiagnosticText(NARROW).of(found).lines().toList();
    assertThat(lines.get(3)).startsWith("1 | …aaa").contains(" agee b").endsWith("b…").hasSize(44);
    assertThat(lines.get(4).indexOf('^')).isEqualTo(lines.get(3).indexOf("agee"));
    assertThat(lines.get(4).strip()).endsWith("^^^^").doesNotContain("^^^^^");
    var wide = new DiagnosticText(Style.PLAIN).of(found).lines().toList();
    assertThat(wide.get(4).indexOf('^')).isEqualTo(wide.get(3).indexOf("agee"));
  }

  @Test
  void caretsStandUnderWideLettersAndMarks() {
    var file = SourceFile.of("h.plan", "年齢 e\u0301x agee\n");
    var found = Diagnostic.at(new Span(file, 7, 11), Rule.UNKNOWN_WORD, "`agee` is no term");
    var lines = new DiagnosticText(Style.PLAIN).of(found).lines().toList();
    // two letters of two columns, a blank, two letters (one with a mark), a blank
    assertThat(lines.get(4)).isEqualTo("  | " + " ".repeat(8) + "^^^^");
  }

  @Test
  void spellsOutWhatAnAsciiTerminalCannotShow() {
    var file = SourceFile.of("h.plan", "terms größe, 年 …\n");
    var found =
        Diagnostic.at(new Span(file, 6, 11), Rule.UNKNOWN_WORD, "21 × 1 – `größe` ≤ 3")
            .note("“quoted” → so²");
    assertThat(new DiagnosticText(Style.PLAIN.inAscii()).of(found))
        .isEqualTo(
            """
            error[P204]: 21 x 1 - `gr\\u{f6}\\u{df}e` <= 3
              --> h.plan:1:7
              |
            1 | terms gr\\u{f6}\\u{df}e, \\u{5e74} ...
              |       ^^^^^^^^^^^^^^^
              = note: "quoted" -> so^2
            """);
  }

  @Test
  void tablesFitTheScreenByBreakingTheWidestCells() {
    var lines =
        List.of(
            List.of("lock file", "sha256:6e03…3a", "ok"),
            List.of(
                "time stamp", "2026-11-27T22:00:08Z, by the machine's own clock", "self-asserted"),
            List.of("signed by", "nobody", "not signed"));
    assertThat(FittedTable.of(lines, 60))
        .isEqualTo(
            """
            lock file    sha256:6e03…3a                    ok
            time stamp   2026-11-27T22:00:08Z, by the      self-asserted
                         machine's own clock
            signed by    nobody                            not signed
            """);
    assertThat(FittedTable.of(lines, 60).lines()).allMatch(line -> line.length() <= 60);
    assertThat(FittedTable.of(lines, Style.UNBOUNDED))
        .isEqualTo(
            """
            lock file    sha256:6e03…3a                                     ok
            time stamp   2026-11-27T22:00:08Z, by the machine's own clock   self-asserted
            signed by    nobody                                             not signed
            """);
  }

  @Test
  void tablesStopShrinkingWhereNothingCouldBeRead() {
    var lines = List.of(List.of("one two three four five", "six seven eight nine ten eleven"));
    assertThat(FittedTable.of(lines, 10))
        .isEqualTo(
            """
            one two        six seven
            three four     eight nine
            five           ten eleven
            """);
  }

  @Test
  void cellsOfTablesStandBelowEachOtherBesideWideLetters() {
    var lines = List.of(List.of("年齢", "ok"), List.of("age", "ok"));
    assertThat(FittedTable.of(lines, 60)).isEqualTo("年齢   ok\nage    ok\n");
  }
}
