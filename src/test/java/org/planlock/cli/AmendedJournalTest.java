package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Amendments are rows of a journal's table, with what the ledger shows of their time. */
final class AmendedJournalTest {
  private static final List<String> PAGES =
      List.of("deviations.md", "deviations.csv", "deviations.json", "methods.md");

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void lockAPlan() {
    desk = ScriptedStudy.at(folder);
  }

  @Test
  void whatWasAmendedBlindIsARowThatCostsNothing() {
    amend("lambda 8 values", "lambda 9 values", "eight | were few", "data_exist_blind");
    amend("larger l1_ratio, then", "smaller l1_ratio, then", "ties", "before_data");
    assertThat(execute("run")).as(desk.out()).isZero();
    assertThat(desk.out()).contains("CONFORMS").doesNotContain("X528");
    assertThat(text("run/deviations.md"))
        .contains(
            "No deviations from the locked plan were found.",
            "## Amendments before the analysis",
            "| no. | what | planned at first | amended to | when | why |",
            "| 1 | models clinical and both: penalty, lambda, values | 8 | 9 | entry 2 of the study's ledger, 2026-03-02 by its clock: data existed, blind"
                + " to them | eight \\| were few | none: the plan that was executed is the amended"
                + " one | in the study's ledger, before the data were unblinded and before results"
                + " | none | none |",
            "entry 3 of the study's ledger, 2026-03-02 by its clock: before there were data");
    assertThat(text("run/methods.md"))
        .contains(
            "This lock follows an amendment (entry 2 of the study's ledger, 2026-03-02 by its clock;"
                + " data existed, blind to them) that changed 1 value for the reason \"eight \\| were"
                + " few\".");
    var rows = json("run/deviations.json").getAsJsonArray("amendments");
    assertThat(rows.get(0).getAsJsonObject().get("number").getAsInt()).isEqualTo(1);
    assertThat(text("run/deviations.csv").lines().skip(1))
        .hasSize(rows.size())
        .allMatch(line -> line.endsWith(",\"amendment\""));
    assertTheSamePagesElsewhere("run", 0);
  }

  @Test
  void whatWasAmendedAfterResultsIsARowThatCostsTheLabel() {
    assertThat(execute("first")).isZero();
    amend("lambda 8 values", "lambda 9 values", "the fit was poor", "unknown");
    execute("run");
    assertThat(desk.out())
        .contains(
            "label of H1 lost: `models.both.penalty.lambda.values` was changed when the outcome could be known,"
                + " for the reason: the fit was poor (X528, S3)");
    assertThat(text("run/deviations.md"))
        .contains(
            "2026-03-02 by its clock: after results were known (the data were analysed before, at"
                + " seq 2) | the fit was poor |",
            "in the study's ledger, after results could be known | S3 | H1 |");
    var row = amendments("run").get(0).getAsJsonObject();
    assertThat(row.get("code").getAsString()).isEqualTo("X528");
    assertThat(row.getAsJsonArray("costs")).hasSize(1);
    assertTheSamePagesElsewhere("run", 0);
  }

  @Test
  void aLockAfterALookSaysSo() {
    desk.with("open.plan", ScriptedStudy.PLAN.replace("\"study\"", "\"open\""));
    desk.type("execute", "open.plan", "--data", "data", "--out", "open", "--exploratory");
    assertThat(desk.type("lock", "open.plan")).as(desk.err()).isZero();
    desk.type("execute", "open.lock", "--data", "data", "--out", "run");
    assertThat(desk.out())
        .contains(
            "label of H1 lost: the outcome could be known before this plan was locked: the data"
                + " were analysed before, at seq ");
    assertThat(text("run/deviations.md") + text("run/methods.md"))
        .contains("The outcome could be known before the plan was locked: the data were analysed");
  }

  @Test
  void aCopyThatIsGoneLeavesARowThatSaysSo() throws IOException {
    amend("lambda 8 values", "lambda 9 values", "eight were few", "data_exist_blind");
    try (var copies = Files.list(folder.resolve(".planlock/locks"))) {
      assertThat(copies).hasSize(2).allMatch(copy -> copy.toFile().delete());
    }
    execute("run");
    assertThat(text("run/deviations.md")).contains("| the plan | not known: no copy of a lock");
    assertThat(text("run/methods.md")).contains("that changed what is not known any more for");
  }

  private void amend(String before, String after, String reason, String timing) {
    var plan = text("study.plan");
    assertThat(plan).contains(before);
    desk.with("study.plan", plan.replace(before, after));
    assertThat(desk.type("amend", "study.plan", "--reason", reason, "--timing", timing))
        .as(desk.err())
        .isZero();
  }

  private int execute(String out) {
    return desk.type("execute", "study.lock", "--data", "data", "--out", out);
  }

  /** By `plan report` and by `plan compare`, which read lock, trace and ledger. */
  private void assertTheSamePagesElsewhere(String run, int compared) {
    assertThat(desk.type("report", run, "--out", run + "-again")).as(desk.err()).isZero();
    assertThat(desk.type("compare", "study.lock", run + "/trace.jsonl", "--out", run + "-beside"))
        .as(desk.err())
        .isEqualTo(compared);
    for (var page : PAGES) {
      assertThat(text(run + "-again/" + page)).as(page).isEqualTo(text(run + "/" + page));
    }
    assertThat(text(run + "-beside/deviations.json")).contains("\"amendments\": [\n    {");
  }

  private JsonArray amendments(String run) {
    return json(run + "/deviations.json").getAsJsonArray("amendments");
  }

  private JsonObject json(String file) {
    return JsonParser.parseString(text(file)).getAsJsonObject();
  }

  private String text(String file) {
    return new String(desk.bytes(file), StandardCharsets.UTF_8);
  }
}
