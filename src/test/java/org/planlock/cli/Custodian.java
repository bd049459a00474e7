package org.planlock.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A study whose outcome a pharmacist holds back: folders, keys and a small trial. */
final class Custodian {
  static final String TABLE = table(20);

  /** Two nested models and a hypothesis about each; nothing is left open. */
  static final String PLAN =
      """
      plan "small" language 1 { title "Does the dose say more than age?" }
      data {
        table wide from "wide.csv" key rid missing "NA" separator comma
        column before in wide number 0 .. 80  unit points
        column after  in wide number 0 .. 80  unit points
        column age    in wide number 0 .. 99  unit years
        column dose   in wide number 0 .. 9   unit mg
      }
      sample { target 20 enrolled }
      outcome change = after - before
      prepare main { 1 scale age, dose to z(sd n-1) using training_fold }
      penalty none { intercept free }
      validate {
        scheme leave_one_out by participant
        loss   squared_error   aggregate mean over rows
      }
      model age_only  { outcome change   terms age }
      model with_dose extends age_only { terms + dose }
      hypothesis H1 "the dose lowers the error" {
        corroborated when cv_mse(with_dose) < cv_mse(age_only)
        falsified    when cv_mse(with_dose) > cv_mse(age_only)
      }
      hypothesis H2 "age alone predicts" {
        corroborated when cv_mse(age_only) < 1
        falsified    when cv_mse(age_only) > 1
      }
      """;

  final Desk desk;

  /**
   * A desk with a plan, a list of accepted signers, and the pharmacist's table in its own folder.
   */
  Custodian(Path folder) {
    desk =
        new Desk(folder)
            .with("study/small.plan", PLAN)
            .with("pharmacy/wide.csv", TABLE)
            .with("study/data/notes.txt", "the analyst's folder")
            .where("PLANLOCK_PASSPHRASE", "four words that do not")
            .where("USER", "pharmacist")
            .at("2026-12-02T12:00:00Z");
    desk.type("key", "new", "pharmacy/sign.key", "--no-passphrase");
    desk.type("key", "show", "pharmacy/sign.key");
    desk.with("signers", "pharmacy " + desk.out());
  }

  int seal(String... more) {
    return type(
        "seal pharmacy/wide.csv --ids rid --columns before,after --out study/data/wide.sealed"
            + " --key pharmacy/wide.key",
        more);
  }

  int lock() {
    return desk.type("lock", "study/small.plan");
  }

  int release(String out, String... more) {
    return type(
        "release study/small.lock --sealed study/data/wide.sealed --key pharmacy/wide.key"
            + " --sign pharmacy/sign.key --out "
            + out,
        more);
  }

  int execute(String out, String... more) {
    return type("execute study/small.lock --data study/data --out " + out, more);
  }

  int executeReleased(String out, String... more) {
    var words = new ArrayList<>(List.of(more));
    words.addAll(List.of("--release", "release", "--signer", "signers"));
    return execute(out, words.toArray(String[]::new));
  }

  int verify(String... more) {
    return type("verify study/small.lock", more);
  }

  int type(String line, String... more) {
    var words = new ArrayList<>(List.of(line.split(" ")));
    words.addAll(List.of(more));
    return desk.type(words.toArray(String[]::new));
  }

  /** A later version of the plan. */
  int amend(String timing) {
    desk.with(
        "study/small.plan",
        text("study/small.plan").replace("terms + dose", "terms + dose, before"));
    return desk.type(
        "amend", "study/small.plan", "--reason", "the baseline matters", "--timing", timing);
  }

  List<String> ledger() {
    return text("study/.planlock/ledger.jsonl").lines().toList();
  }

  /** The types of the entries, in their order. */
  List<String> entries() {
    return ledger().stream()
        .map(line -> line.replaceAll(".*\"type\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  /** Locks another plan of the same study. */
  int lockOther() {
    desk.with("study/other.plan", PLAN.replace("\"small\"", "\"other\""));
    return desk.type("lock", "study/other.plan");
  }

  String text(String name) {
    return new String(desk.bytes(name), StandardCharsets.UTF_8);
  }

  /** So many invented participants whose outcome follows the dose. */
  static String table(int participants) {
    var random = new SplittableRandom(11);
    var text = new StringBuilder("rid,before,after,age,dose\n");
    for (int i = 1; i <= participants; i++) {
      double dose = random.nextDouble(0, 2);
      text.append(
          String.format(
              Locale.ROOT,
              "p%02d,%.3f,%.3f,%d,%.3f%n",
              i,
              40 + random.nextDouble(-1, 1),
              40 - 3 * dose + random.nextDouble(-2, 2),
              20 + random.nextInt(40),
              dose));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
