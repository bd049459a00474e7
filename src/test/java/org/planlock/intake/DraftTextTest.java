package org.planlock.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planlock.diagnostic.Rule;
import org.planlock.intake.PlanDraft.Quote;
import org.planlock.intake.PlanDraft.Remark;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.notation.PlanNotation;

class DraftTextTest {
  private static final Span HERE = Span.none("here");

  @ParameterizedTest
  @EnumSource(PlanNotation.class)
  void commentsChangeNothingThatIsSaid(PlanNotation notation) {
    var draft =
        new PlanDraft(
            tree("a title"),
            List.of(
                new Remark("data.columns[sex]", "which // one # is \"it\"?\nsecond line"),
                new Remark("nowhere.at.all", "at the top")),
            List.of(
                new Quote("C1", "q8", "Sample size", "We stop at 40.\r\nOr in June."),
                new Quote("A1", "q1", "Title", "a stated field"),
                new Quote("", "q25", "Other", "no field at all")));
    var written = new DraftText("a", notation).write(draft).orThrow();
    var back = notation.reader().read(SourceFile.of("a", written.text())).orThrow();
    assertThat(back.sameAs(draft.tree())).isTrue();
    assertThat(written.text())
        .containsOnlyOnce("We stop at 40.")
        .containsOnlyOnce("Or in June.")
        .containsOnlyOnce("a stated field")
        .containsOnlyOnce("no field at all")
        .containsOnlyOnce("second line")
        .containsOnlyOnce("at the top")
        .containsSubsequence("C1 ", "We stop at 40.", "C2 ");
  }

  @Test
  void aRemarkStandsRightAboveWhatItSpeaksOf() {
    var draft =
        new PlanDraft(tree("t"), List.of(new Remark("data.columns[sex]", "mark")), List.of());
    var lines =
        new DraftText("a", PlanNotation.PLAN).write(draft).orThrow().text().lines().toList();
    int at = lines.indexOf("  // mark");
    assertThat(lines.get(at + 1)).startsWith("  column sex");
  }

  @Test
  void theCountIsThatOfPlanCheck() {
    var written =
        new DraftText("a", PlanNotation.PLAN)
            .write(new PlanDraft(tree("t"), List.of(), List.of()))
            .orThrow();
    var open = written.coverage().fields().stream().filter(it -> !it.missing().isEmpty()).count();
    assertThat(written.text()).contains("To decide: " + open + " of 78 fields");
  }

  @Test
  void whatDoesNotShowIsSpeltOutInCommentsAndRefusedInThePlan() {
    var quote = new Quote("C1", "q8", "Sample size", "forty \u202E evil \u0000 \t end");
    var shown =
        new DraftText("a", PlanNotation.PLAN)
            .write(new PlanDraft(tree("t"), List.of(), List.of(quote)))
            .orThrow();
    assertThat(shown.text()).contains("forty \\u{202e} evil \\u{0}   end");
    var refused =
        new DraftText("a", PlanNotation.PLAN)
            .write(new PlanDraft(tree("t\u202E"), List.of(), List.of()));
    assertThat(refused.diagnostics())
        .extracting(it -> it.rule())
        .containsExactly(Rule.FORBIDDEN_CHARACTER);
  }

  @Test
  void aDraftWithAMistakeIsNotWritten() {
    var tree =
        Branch.at(HERE)
            .put("planlock", "1")
            .put("plan", Branch.at(HERE).put("id", "a"))
            .putAll("models", List.of(Branch.at(HERE).put("name", "m").put("extends", "k").node()));
    assertThat(
            new DraftText("a", PlanNotation.PLAN)
                .write(new PlanDraft(tree.node(), List.of(), List.of()))
                .diagnostics())
        .extracting(it -> it.rule())
        .contains(Rule.UNKNOWN_MODEL);
  }

  @Test
  void aPlanThatNobodyCanReadIsNotWritten() {
    var quote = new Quote("C1", "q8", "Sample size", "many words ".repeat(120_000));
    assertThat(
            new DraftText("a", PlanNotation.PLAN)
                .write(new PlanDraft(tree("t"), List.of(), List.of(quote)))
                .diagnostics())
        .extracting(it -> it.rule())
        .containsExactly(Rule.TOO_LARGE);
  }

  @Test
  void aWordThatIsLongerThanALineIsKept() {
    var word = "x".repeat(300);
    var quote = new Quote("C1", "q8", "Sample size", word + " and a tail");
    var written =
        new DraftText("a", PlanNotation.YAML)
            .write(new PlanDraft(tree("t"), List.of(), List.of(quote)))
            .orThrow();
    assertThat(written.text()).contains(word + "\n", "# " + "       and a tail\n");
  }

  private static PlanNode.Mapping tree(String title) {
    var column =
        Branch.at(HERE)
            .put("name", "sex")
            .put("table", "t")
            .put("levels", List.of("F", "M"))
            .node();
    var table =
        Branch.at(HERE).put("name", "t").put("file", "t.tsv").put("key", List.of("id")).node();
    return Branch.at(HERE)
        .put("planlock", "1")
        .put("plan", Branch.at(HERE).put("id", "a").put("title", title))
        .put(
            "data",
            Branch.at(HERE).putAll("tables", List.of(table)).putAll("columns", List.of(column)))
        .node();
  }
}
