package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Analyses that R with glmnet made, held against the plan of {@code examples/r-and-python}. */
class AnalysedInRTest {
  private static final Path EXAMPLE = Path.of("examples/r-and-python").toAbsolutePath();
  private static final Path SCRIPTS = Path.of("src/test/resources/peers").toAbsolutePath();

  @TempDir private Path folder;
  private Desk desk;
  private Peer r;

  @BeforeEach
  void findR() throws Exception {
    r = Peer.r(folder);
    desk =
        new Desk(folder)
            .with("data/people.csv", Files.readAllBytes(EXAMPLE.resolve("data/people.csv")));
  }

  @Test
  void theRegisteredAnalysisConforms() throws Exception {
    lock("", "");
    assertThat(analyse(EXAMPLE.resolve("analysis.R"))).as(desk.out()).isZero();
    assertThat(desk.out())
        .startsWith("analysis R glmnet ")
        .contains("24 enrolled, 21 analysed", "craving   confirmatory", "H1        confirmatory")
        .endsWith("CONFORMS: what was done is what was promised\n");
  }

  @Test
  void aWrapperThatLosesTheNumberOfFoldsIsFound() throws Exception {
    lock("", "");
    assertThat(analyse(EXAMPLE.resolve("wrapper.R"))).isEqualTo(1);
    assertThat(desk.out())
        .contains("error[X506]: folds: planned 21 × 1, effective 10 (undeclared deviation, S3)");
  }

  @Test
  void rowsThatAreDroppedInSilenceAreFound() throws Exception {
    lock("  exclude when missing(m2) because \"no second measure\"\n", "");
    assertThat(analyse(SCRIPTS.resolve("rows-dropped.R"))).isEqualTo(1);
    assertThat(desk.out())
        .contains("error[X563]: `craving` rests on 21 rows that are not the analysis set of 23");
  }

  @Test
  void aFloorThatFollowsTheShapeOfTheDataIsFound() throws Exception {
    lock("to 0.01 * max when n < p, else 0.0001 * max", "to 0.01 * max");
    assertThat(analyse(SCRIPTS.resolve("default-floor.R"))).isEqualTo(1);
    assertThat(desk.out())
        .contains("error[X504]: `craving` was fitted down to another share of the largest penalty");
  }

  @Test
  void foldsOfAnUnknownSeedAreFound() throws Exception {
    lock("leave_one_out by participant  repeats 1", "k_fold 5 by participant  seed from plan");
    assertThat(analyse(SCRIPTS.resolve("unseeded-folds.R"))).isEqualTo(1);
    assertThat(desk.out()).contains("error[X524]: `models.craving.validate.seed` was drawn by R");
  }

  @Test
  void scoresThatKnowTheHeldOutAreFound() throws Exception {
    lock(
        "standardize yes",
        "standardize no",
        "  1 code sex using row\n",
        "  1 code sex using row\n  2 scale m1, m2, m3, m4 to z(sd n-1) using training_fold\n",
        "inside code, fit",
        "inside code, scale, fit");
    assertThat(analyse(SCRIPTS.resolve("scaled-outside.R"))).isEqualTo(1);
    assertThat(desk.out()).contains("error[X514]: step 2 learnt from `p01`, held out in fold");
  }

  @Test
  void anotherReferenceLevelIsFound() throws Exception {
    lock("", "");
    assertThat(analyse(SCRIPTS.resolve("other-reference.R"))).isEqualTo(1);
    assertThat(desk.out()).contains("`data.columns.sex.reference` was m, registered was f");
  }

  private void lock(String... changes) throws IOException {
    var plan = Files.readString(EXAMPLE.resolve("craving.plan"));
    for (int i = 0; i < changes.length; i += 2) {
      assertThat(plan).contains(changes[i]);
      plan = plan.replace(changes[i], changes[i + 1]);
    }
    desk.with("craving.plan", plan);
    assertThat(desk.type("lock", "craving.plan")).as(desk.err()).isZero();
  }

  private int analyse(Path script) throws Exception {
    r.analyse(script);
    return desk.type("compare", "craving.lock", "r.jsonl");
  }
}
