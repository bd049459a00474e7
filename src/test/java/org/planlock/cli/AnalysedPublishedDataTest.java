package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A published table (brain stimulation in cocaine use disorder, 44 people) as R with glmnet and
 * scikit-learn analyse it: two nested models with an arm interaction.
 */
class AnalysedPublishedDataTest {
  @TempDir private Path folder;

  @Test
  void whatGlmnetDidIsWhatWasPromisedAndOurNumbersAreItsOwn() throws Exception {
    var desk =
        Peer.R.carryOut(folder, List.of(analysis("stimulation.plan", "stimulation.R"))).get(0);
    conforms(desk, "stimulation.lock", "r.jsonl");
    assertThat(desk.out()).startsWith("analysis R glmnet ");
    // R 4.2.2 with glmnet 4.1-6: cv.glmnet(x, y, alpha = a, nfolds = 34, grouped = FALSE) for ten
    // alphas
    confirms(desk, "stimulation.lock", "r.jsonl");
  }

  @Test
  void whatScikitLearnDidIsWhatWasPromisedAndOurNumbersAreItsOwn() throws Exception {
    var desk =
        Peer.PYTHON
            .carryOut(folder, List.of(analysis("stimulation-python.plan", "stimulation.py")))
            .get(0);
    conforms(desk, "stimulation-python.lock", "python.jsonl");
    assertThat(desk.out()).startsWith("analysis scikit-learn ");
    // scikit-learn 1.2.1: GridSearchCV(make_pipeline(StandardScaler(), ElasticNet(tol=1e-12)),
    // cv=LeaveOneOut())
    confirms(desk, "stimulation-python.lock", "python.jsonl");
  }

  @Test
  void whatGlmnetDidOtherwiseIsNamed() throws Exception {
    var scaledParents =
        analysis(
            "stimulation.plan",
            "stimulation.R",
            "product(raw change, unscaled dummy)",
            "product(scaled change, unscaled dummy)",
            "  2 interact",
            "  2 scale change to z(sd n-1) using analysis_set\n  3 interact",
            "inside code, interact, fit",
            "inside code, fit");
    var desk = Peer.R.carryOut(folder, List.of(scaledParents)).get(0);
    int code = desk.type("compare", "stimulation.lock", "r.jsonl");
    assertThat(code).as(desk.out()).isEqualTo(1);
    assertThat(desk.out())
        .contains(
            "step 2, `scale`, was not carried out",
            "step 3 was carried out as `product(raw, unscaled)`, registered was"
                + " `product(scaled, unscaled)`");
  }

  @Test
  void stepsThatARecorderCannotSeeAreGapsAndNoDeviations() throws Exception {
    var residuals =
        analysis(
            "stimulation.plan",
            "stimulation.R",
            "  2 interact",
            "  2 residualise change on age, sex using analysis_set\n  3 interact");
    var desk = Peer.R.carryOut(folder, List.of(residuals)).get(0);
    int code = desk.type("compare", "stimulation.lock", "r.jsonl");
    assertThat(code).as(desk.out()).isEqualTo(4);
    assertThat(desk.out())
        .contains("does not tell whether `prepare[residualise change]` was kept")
        .doesNotContain("was not carried out");
  }

  private static void conforms(Desk desk, String lock, String trace) {
    int code = desk.type("compare", lock, trace);
    assertThat(code).as(desk.out()).isZero();
    assertThat(desk.out())
        .contains("44 enrolled, 34 analysed", "by_arm        confirmatory", "CONFORMS");
  }

  private static void confirms(Desk desk, String lock, String trace) {
    desk.type("execute", lock, "--data", "data", "--out", "run");
    int code = desk.type("compare", lock, trace, "--with", "run/trace.jsonl");
    assertThat(code).as(desk.out()).isZero();
    assertThat(desk.out())
        .contains("by_arm        coefficient   the same")
        .doesNotContain("differs", "not told");
  }

  private static Peer.Analysis analysis(String plan, String script, String... changes) {
    var root = System.getProperty("planlock.reference", "");
    var table = Path.of(root).resolve("real/data/sudmex_tms_wide.csv");
    assumeTrue(
        !root.isEmpty() && Files.exists(table),
        "the published tables are not here; say where with -Dplanlock.reference=DIR");
    return new Peer.Analysis(Peer.script(plan), table, Peer.script(script), List.of(changes));
  }
}
