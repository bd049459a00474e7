package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** A locked study of twenty invented participants, small enough to be analysed many times. */
public final class ScriptedStudy {
  static final String PLAN =
      """
      plan "study" language 1 { title "A study for scripts" }
      data {
        table wide from "wide.csv" key rid missing "NA" separator comma
      }
      outcome change = after - before
      prepare main {
        1 impute dose, age  by median  using training_fold
        2 scale dose, age to z(sd n-1)   constant zero  using training_fold
      }
      penalty elastic_net {
        family gaussian  objective glmnet  solve exact
        l1_ratio 0.5, 1.0  lambda 8 values log_spaced from max to 0.01 * max
        lambda_max glmnet using analysis_set  lambda_folds same_values
        standardize no  intercept free  penalty_factor 1 for every term
      }
      validate {
        scheme leave_one_out by participant
        loss squared_error  aggregate mean over rows
        select minimum jointly over l1_ratio, lambda
        ties within 1e-12 relative  larger l1_ratio, then larger lambda
      }
      model clinical { outcome change   terms age }
      model both { outcome change   terms age + dose }
      hypothesis H1 "a higher dose comes with more change" {
        corroborated when coefficient(both, dose) > 0
        falsified when coefficient(both, dose) < 0
      }
      sensitivity {
        variant textbook { penalty.objective textbook }
      }
      """;

  private ScriptedStudy() {}

  /** A desk in a folder that holds the locked study. */
  public static Desk at(Path folder) {
    var desk = new Desk(folder).with("study.plan", PLAN).with("data/wide.csv", table());
    assertThat(desk.type("lock", "study.plan")).as(desk.err()).isZero();
    return desk;
  }

  /** Two of them move more than 0.9 mm. */
  private static String table() {
    var random = new SplittableRandom(23);
    var text = new StringBuilder("rid,before,after,dose,age,motion,arm\n");
    for (int i = 1; i <= 20; i++) {
      double dose = random.nextDouble(0, 4);
      text.append(
          String.format(
              Locale.ROOT,
              "s%02d,%d,%.2f,%s,%d,%.2f,%s\n",
              i,
              30 + random.nextInt(9),
              30 + 2 * dose + random.nextDouble(-2, 2),
              i == 4 ? "NA" : String.format(Locale.ROOT, "%.2f", dose),
              20 + random.nextInt(40),
              i == 7 || i == 11 ? 1.2 : random.nextDouble(0.1, 0.6),
              i % 2 == 0 ? "active" : "placebo"));
    }
    return text.toString();
  }
}
