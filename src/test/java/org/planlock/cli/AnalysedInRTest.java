package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Analyses that R with glmnet made, held against the plan of {@code examples/r-and-python}. */
class AnalysedInRTest {
  @TempDir private Path folder;

  /** What an analysis does, and how its comparison ends and what it says. */
  private record Case(String what, Peer.Analysis analysis, int code, List<String> said) {
    static Case of(String what, String script, int code, String said, String... changes) {
      var analysis = Peer.Analysis.of("craving", Peer.script(script), changes);
      return new Case(what, analysis, code, List.of(said));
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case(
              "the registered analysis conforms",
              Peer.Analysis.of("craving", Peer.script("analysis.R")),
              0,
              List.of(
                  "analysis R glmnet ",
                  "24 enrolled, 21 analysed",
                  "H1        confirmatory",
                  "CONFORMS: what was done is what was promised")),
          Case.of(
              "a wrapper loses the number of folds",
              "wrapper.R",
              1,
              "error[X506]: folds: planned 21 × 1, effective 10 (undeclared deviation, S3)"),
          Case.of(
              "rows are dropped in silence",
              "rows-dropped.R",
              1,
              "error[X563]: `craving` rests on 21 rows that are not the analysis set of 23",
              "  exclude when missing(m2) because \"no second measure\"\n",
              ""),
          Case.of(
              "the floor of lambda follows the shape of the data",
              "default-floor.R",
              1,
              "error[X504]: `craving` was fitted down to another share of the largest penalty",
              "to 0.01 * max when n < p, else 0.0001 * max",
              "to 0.01 * max"),
          Case.of(
              "folds come from a seed that nobody registered",
              "unseeded-folds.R",
              1,
              "error[X524]: `models.craving.validate.seed` was drawn by R",
              "leave_one_out by participant  repeats 1",
              "k_fold 5 by participant  seed from plan"),
          Case.of(
              "z scores know the held out",
              "scaled-outside.R",
              1,
              "error[X514]: step 2 learnt from `p01`, held out in fold",
              "standardize yes",
              "standardize no",
              "  1 code sex using row\n",
              "  1 code sex using row\n  2 scale m1, m2, m3, m4 to z(sd n-1) using training_fold\n",
              "inside code, fit",
              "inside code, scale, fit"),
          Case.of(
              "z scores learnt inside the folds conform, for two models of one preparation",
              "scaled-inside.R",
              0,
              "bare      confirmatory",
              "standardize yes",
              "standardize no",
              "  1 code sex using row\n",
              "  1 code sex using row\n"
                  + "  2 scale age, sex, dose, m1, m2, m3, m4 to z(sd n-1) using training_fold\n",
              "inside code, fit",
              "inside code, scale, fit",
              "100 values log_spaced from max to 0.01 * max when n < p, else 0.0001 * max",
              "10 values log_spaced from 4 to 0.04",
              "  lambda_max glmnet  using analysis_set\n",
              "",
              "lambda_folds own  interpolation linear  early_stop glmnet",
              "lambda_folds same_values",
              "hypothesis H1",
              "model bare { outcome improvement  terms m1 + m2  prepare main  role secondary }\n\n"
                  + "hypothesis H1"),
          Case.of(
              "the other level is the reference",
              "other-reference.R",
              1,
              "error[X568]: `sex` was coded f 1, m 0, registered was f 0, m 1"));

  @TestFactory
  Stream<DynamicTest> whatRDidIsTold() throws Exception {
    var desks = Peer.R.carryOut(folder, CASES.stream().map(Case::analysis).toList());
    var tests = new ArrayList<DynamicTest>();
    for (int i = 0; i < CASES.size(); i++) {
      var one = CASES.get(i);
      var desk = desks.get(i);
      tests.add(DynamicTest.dynamicTest(one.what(), () -> judge(one, desk)));
    }
    tests.add(DynamicTest.dynamicTest("R confirms our numbers", () -> confirm(desks.get(0))));
    return tests.stream();
  }

  private static void judge(Case one, Desk desk) {
    int code = desk.type("compare", "craving.lock", "r.jsonl", "--out", "pages");
    assertThat(desk.out()).contains(one.said());
    var methods = new String(desk.bytes("pages/methods.md"), StandardCharsets.UTF_8);
    assertThat(methods)
        .containsPattern("The analysis was made with R glmnet \\d\\S* \\(R \\d\\S*, jsonlite ")
        .contains("), and recorded by planlock.R 1.");
    assertThat(desk.files()).contains("pages/deviations.csv", "pages/comparison.json");
    assertThat(code).as(desk.out()).isEqualTo(one.code());
  }

  // R 4.2.2 with glmnet 4.1-6 makes the numbers that ours are held against
  private static void confirm(Desk desk) {
    desk.type("execute", "craving.lock", "--data", "data", "--out", "run");
    int code = desk.type("compare", "craving.lock", "r.jsonl", "--with", "run/trace.jsonl");
    assertThat(code).as(desk.out()).isZero();
    assertThat(desk.out())
        .contains("coefficient   the same", "the plan states no tolerance")
        .doesNotContain("differs", "not told");
  }
}
