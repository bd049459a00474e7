package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables with awkward numbers through a whole execution: right numbers or one clear finding. */
@Timeout(60)
class HostileNumbersTest {
  private static final int ROWS = 12;
  private static final Set<Integer> PLAIN_EXITS = Set.of(0, 1, 3, 4, 7);

  private static final String PLAN =
      """
      plan "odd" language 1 { title "Odd numbers" }
      data { table wide from "wide.csv" key rid missing "NA" separator comma }
      outcome result = y
      penalty elastic_net {
        family gaussian  objective glmnet  solve exact
        l1_ratio 0.0, 0.5, 1.0  lambda 8 values log_spaced from max to 0.01 * max
        lambda_max glmnet using analysis_set  lambda_folds same_values
        standardize yes  intercept free  penalty_factor 1 for every term
      }
      validate {
        scheme leave_one_out by participant
        loss squared_error  aggregate mean over rows
        select minimum jointly over l1_ratio, lambda
        ties within 1e-12 relative  larger l1_ratio, then larger lambda
      }
      model m { outcome result  terms a + b }
      """;

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  private int execute(String plan, IntFunction<String> row) {
    var table = new StringBuilder("rid,a,b,y\n");
    for (int i = 0; i < ROWS; i++) {
      table.append("s%02d,".formatted(i + 1)).append(row.apply(i)).append('\n');
    }
    desk.with("odd.plan", plan).with("data/wide.csv", table.toString());
    assertThat(desk.type("lock", "odd.plan")).as(desk.err()).isZero();
    return desk.type("execute", "odd.lock", "--data", "data", "--out", "out");
  }

  private static double number(int seed, int i) {
    return new SplittableRandom(100L * seed + i).nextInt(-1000, 1001) / 100.0;
  }

  private static String row(double... values) {
    var text = new StringBuilder();
    for (double value : values) {
      text.append(text.isEmpty() ? "" : ",").append(String.format(Locale.ROOT, "%s", value));
    }
    return text.toString();
  }

  private String results() {
    return new String(desk.bytes("out/results.json"), StandardCharsets.UTF_8);
  }

  private void endsWell(int exit) {
    var said = desk.out() + desk.err();
    assertThat(exit).as(said).isIn(PLAIN_EXITS);
    assertThat(said).doesNotContain("Exception", "internal error", "NaN", "Infinity");
    if (desk.files().contains("out/results.json")) {
      assertThat(results()).doesNotContain("NaN", "Infinity");
    } else {
      assertThat(desk.err()).contains("error[");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "family gaussian  objective glmnet  solve exact",
        "family gaussian  objective glmnet  solve glmnet"
      })
  void aColumnThatNeverVariesIsKeptAtZeroOrStopsWithItsName(String way) {
    var plan = PLAN.replace("family gaussian  objective glmnet  solve exact", way);
    int exit = execute(plan, i -> row(number(1, i), 5, number(1, i) + number(2, i) / 10));
    endsWell(exit);
    if (exit == 0) {
      assertThat(results()).contains("\"b\": 0\n");
    } else {
      assertThat(desk.err()).contains("`b`");
    }
  }

  @Test
  void aColumnThatVariesInOneRowOnlyIsConstantInOneFold() {
    endsWell(execute(PLAN, i -> row(number(1, i), i == 4 ? 1 : 0, number(2, i))));
  }

  @Test
  void anOutcomeThatNeverVariesIsNamed() {
    int exit = execute(PLAN, i -> row(number(1, i), number(2, i), 3));
    endsWell(exit);
    assertThat(desk.err() + desk.out()).contains("does not vary");
  }

  @Test
  void aCopyOfAColumnChangesNothingButTheSharing() {
    int exit = execute(PLAN, i -> row(number(1, i), number(1, i), number(1, i) + number(2, i)));
    endsWell(exit);
    assertThat(exit).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-160, 1e-120, 1e-30, 1e30, 1e120})
  void aColumnInAnOddUnitEndsWell(double unit) {
    endsWell(
        execute(PLAN, i -> row(number(1, i) * unit, number(2, i), number(1, i) + number(3, i))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-160, 1e-120, 1e-30, 1e30, 1e120, 1e200})
  void anOutcomeInAnOddUnitEndsWell(double unit) {
    endsWell(
        execute(PLAN, i -> row(number(1, i), number(2, i), (number(1, i) + number(3, i)) * unit)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exact", "glmnet"})
  void classesThatAColumnTellsApartEndWell(String solve) {
    var plan =
        PLAN.replace(
                "family gaussian  objective glmnet  solve exact",
                "family binomial class_one 1  objective glmnet  solve " + solve)
            .replace("loss squared_error", "loss binomial_deviance");
    endsWell(execute(plan, i -> row(i - 5.5, number(2, i), i < 6 ? 0 : 1)));
  }

  @Test
  void aClassWithOneMemberIsNamed() {
    var plan =
        PLAN.replace("family gaussian ", "family binomial class_one 1 ")
            .replace("loss squared_error", "loss binomial_deviance");
    int exit = execute(plan, i -> row(number(1, i), number(2, i), i == 0 ? 1 : 0));
    endsWell(exit);
    assertThat(exit).isEqualTo(3);
    assertThat(desk.err()).contains("class 1 of the outcome of `m` has 1 row");
  }
}
