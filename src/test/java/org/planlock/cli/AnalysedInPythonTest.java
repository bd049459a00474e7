package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Analyses that scikit-learn made, held against the plan of {@code examples/r-and-python}. */
class AnalysedInPythonTest {
  private static final String[] UNSCALED = {
    "  2 scale age, sex, dose, m1, m2, m3, m4 to z(sd n)  constant zero  using training_fold\n",
    "",
    "inside code, scale, fit",
    "inside code, fit"
  };

  @TempDir private Path folder;

  private record Case(String what, Peer.Analysis analysis, int code, String said) {
    static Case of(String what, String script, int code, String said, String... changes) {
      var analysis = Peer.Analysis.of("craving-python", Peer.script(script), changes);
      return new Case(what, analysis, code, said);
    }
  }

  private static final List<Case> CASES =
      List.of(
          Case.of("a pipeline in a grid search conforms", "analysis.py", 0, "CONFORMS: "),
          Case.of("ElasticNetCV conforms", "path.py", 0, "CONFORMS: ", UNSCALED),
          Case.of(
              "z scores know the held out",
              "scaled_outside.py",
              1,
              "error[X514]: step 2 learnt from `p01`, held out in fold 1"),
          Case.of(
              "the splitter is forgotten",
              "default_folds.py",
              1,
              "error[X506]: folds: planned 21 × 1, effective 5",
              UNSCALED),
          Case.of(
              "rows are dropped in silence",
              "rows_dropped.py",
              1,
              "error[X563]: `craving` rests on 21 rows that are not the analysis set of 23",
              Stream.concat(
                      Stream.of(UNSCALED),
                      Stream.of("  exclude when missing(m2) because \"no second measure\"\n", ""))
                  .toArray(String[]::new)));

  @TestFactory
  Stream<DynamicTest> whatPythonDidIsTold() throws Exception {
    var desks = Peer.PYTHON.carryOut(folder, CASES.stream().map(Case::analysis).toList());
    var judged =
        IntStream.range(0, CASES.size())
            .mapToObj(
                i ->
                    DynamicTest.dynamicTest(
                        CASES.get(i).what(), () -> judge(CASES.get(i), desks.get(i))));
    return Stream.concat(
        judged,
        Stream.of(
            DynamicTest.dynamicTest(
                "scikit-learn confirms our numbers", () -> confirm(desks.get(0)))));
  }

  private static void judge(Case one, Desk desk) {
    int code = desk.type("compare", "craving-python.lock", "python.jsonl");
    assertThat(desk.out()).contains(one.said());
    assertThat(code).as(desk.out()).isEqualTo(one.code());
  }

  // scikit-learn 1.2.1 makes the numbers that ours are held against
  private static void confirm(Desk desk) {
    desk.type("execute", "craving-python.lock", "--data", "data", "--out", "run");
    int code =
        desk.type("compare", "craving-python.lock", "python.jsonl", "--with", "run/trace.jsonl");
    assertThat(code).as(desk.out()).isZero();
    assertThat(desk.out()).contains("cv error      the same").doesNotContain("differs", "not told");
  }
}
