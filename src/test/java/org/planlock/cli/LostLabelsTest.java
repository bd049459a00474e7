package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The confirmatory label is lost exactly when the rules say so, and one line names what cost it:
 * each rule both ways, by executions.
 */
final class LostLabelsTest {
  private static final Pattern LOST =
      Pattern.compile("(?m)^label of (.*) lost: .* \\((X\\d+, S\\d)\\)$");

  /** H1 speaks of `base`, H2 of `full`, which extends it; no hypothesis speaks of `side`. */
  private static final String PLAN =
      ScriptedStudy.PLAN.substring(0, ScriptedStudy.PLAN.indexOf("model clinical"))
          + """
          model base { outcome change   terms age }
          model full extends base { terms + dose }
          model side { outcome change   terms age + motion   role exploratory }
          hypothesis H1 "age matters" { corroborated when coefficient(base, age) > 0 }
          hypothesis H2 "a higher dose comes with more change" {
            corroborated when coefficient(full, dose) > 0
            falsified when coefficient(full, dose) < 0
          }
          """;

  private static final String RATIO = "models.base.penalty.l1_ratio";
  private static final String SCALED = "models.full.penalty.standardize";
  private static final String JUDGED = "hypotheses.H2.corroborated";

  @TempDir Path folder;

  /**
   * One execution.
   *
   * @param declared what stands in the declaration besides its reason; empty for none
   * @param isLate whether the data were analysed before
   * @param lost what is lost to what, as "H1, H2 X504, S3"; empty where nothing is
   */
  private record Case(
      String rule, List<String> words, String declared, boolean isLate, String lost) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static List<Case> cases() {
    var ratio = set(RATIO + "=1");
    var scaled = set(SCALED + "=true");
    var judged = set(JUDGED + "=coefficient(full, dose) < 0");
    var left = List.of("--exclude", "s05", "--because", "fell asleep");
    var blind = "timing: data_exist_blind";
    return List.of(
        new Case("nothing deviates", List.of(), "", false, ""),
        new Case("S3, undeclared", ratio, "", false, "H1, H2 X504, S3"),
        new Case("S3, declared and blind", ratio, at(RATIO, blind), false, ""),
        new Case(
            "S3, declared before there were data",
            ratio,
            at(RATIO, "timing: before_data"),
            false,
            ""),
        new Case(
            "S3, declared, time unknown",
            ratio,
            at(RATIO, "timing: unknown"),
            false,
            "H1, H2 X504, S3"),
        new Case(
            "S3, declared, unblinded",
            ratio,
            at(RATIO, "timing: after_unblinding"),
            false,
            "H1, H2 X504, S3"),
        new Case(
            "S3, declared, results known: S4",
            ratio,
            at(RATIO, "timing: after_results"),
            false,
            "H1, H2 X504, S4"),
        new Case(
            "S3, said to be blind after a look: S4",
            ratio,
            at(RATIO, blind),
            true,
            "H1, H2 X504, S4"),
        new Case(
            "S3 of the larger model alone",
            set("models.full.penalty.l1_ratio=1"),
            "",
            false,
            "H2 X504, S3"),
        new Case(
            "S3 of an exploratory model", set("models.side.penalty.l1_ratio=1"), "", false, ""),
        new Case("S2, undeclared", scaled, "", false, ""),
        new Case("S2, after a look: S3", scaled, "", true, "H2 X569, S3"),
        new Case(
            "S2, raised by a person to S4",
            scaled,
            at(SCALED, blind + "\n    severity: S4"),
            false,
            "H2 X569, S4"),
        new Case(
            "S3, lowered by a person: S3 all the same",
            ratio,
            at(RATIO, "timing: unknown\n    severity: S1"),
            false,
            "H1, H2 X504, S3"),
        new Case(
            "S4, declared and blind", judged, at("hypotheses.H2", blind), false, "H2 X523, S4"),
        new Case("S0, undeclared", set("plan.title=Another title"), "", false, ""),
        new Case("the sample, undeclared", left, "", false, "H1, H2 X512, S3"),
        new Case("the sample, declared and blind", left, at("sample.rules", blind), false, ""));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isLostExactlyWhenTheRulesSaySo(Case one) {
    var desk = study();
    if (one.isLate()) {
      execute(desk, "first", List.of(), "");
    }
    execute(desk, "run", one.words(), one.declared());
    var lost =
        LOST.matcher(desk.out())
            .results()
            .map(line -> line.group(1) + " " + line.group(2))
            .toList();
    assertThat(String.join("; ", lost)).as(desk.out()).isEqualTo(one.lost());
    var names = one.lost().isEmpty() ? "none" : one.lost().replaceAll(" X.*", "");
    for (var id : List.of("H1", "H2")) {
      boolean isLost = List.of(names.split(", ")).contains(id);
      assertThat(desk.out())
          .containsPattern("(?m)^" + id + " .* " + (isLost ? "exploratory" : "confirmatory"));
    }
    if (!one.words().isEmpty()) {
      assertThat(text(desk, "run/deviations.md")).contains(" | " + names + " |");
    }
  }

  @Test
  void whatIsFixedAfterALookCostsWhatItTouchesAlone() {
    var desk = study();
    execute(desk, "first", List.of(), "");
    desk.with(
        "study.plan",
        PLAN.replace("\"study\"", "\"labels\"").replace("terms + dose", "terms + dose, motion"));
    desk.type("amend", "study.plan", "--reason", "motion matters");
    execute(desk, "run", List.of(), "");
    assertThat(desk.out())
        .contains("label of H2 lost: `models.full.", "(X528, S3)")
        .containsPattern("(?m)^H1 .* confirmatory");
  }

  @Test
  void aTraceOfAnotherPlanCostsAllOfThem() {
    var desk = study();
    execute(desk, "run", List.of(), "");
    var trace = text(desk, "run/trace.jsonl");
    desk.with(
        "other.jsonl", trace.replaceFirst("\"plan\":\"sha256:....", "\"plan\":\"sha256:0000"));
    assertThat(desk.type("compare", "labels.lock", "run/trace.jsonl")).isZero();
    assertThat(desk.out()).doesNotContain(" lost: ");
    assertThat(desk.type("compare", "labels.lock", "other.jsonl")).isEqualTo(1);
    assertThat(desk.out()).contains("label of H1, H2 lost: ", "(X527, S4)");
  }

  @Test
  void whatNeverWasConfirmatoryLosesNothing() {
    var desk = study();
    desk.with("open.plan", PLAN.replace("\"study\"", "\"open\""));
    desk.type(
        "execute",
        "open.plan",
        "--data",
        "data",
        "--out",
        "open",
        "--exploratory",
        "--set",
        RATIO + "=1");
    assertThat(desk.out()).contains("EXPLORATORY").doesNotContain(" lost: ");
  }

  @Test
  void whatWasOnRecordBeforeTheReleaseWeighsOneGradeLess() {
    assertThat(released(true)).contains("declared deviation, S3").doesNotContain(" lost: ");
    assertThat(released(false)).contains("warning[X542]", "label of H2 lost: ", "(X523, S4)");
  }

  /** An execution that judges H2 by another condition, declared as blind; once it is true. */
  private String released(boolean isOnRecord) {
    var custodian = new Custodian(folder.resolve("custody" + isOnRecord));
    custodian.seal();
    custodian.lock();
    custodian.desk.with("deviations.yaml", at("hypotheses.H2", "timing: data_exist_blind"));
    custodian.type(
        "blind study/small.lock --sealed study/data/wide.sealed --key pharmacy/wide.key"
            + " --out study/data/wide.blind");
    var deviating =
        new String[] {
          "--set",
          JUDGED + "=cv_mse(age_only) > 1",
          "--set",
          "hypotheses.H2.falsified=cv_mse(age_only) < 1",
          "--deviations",
          "deviations.yaml"
        };
    if (isOnRecord) {
      var words = new ArrayList<>(List.of(deviating));
      words.add("--blind");
      custodian.execute("blind", words.toArray(String[]::new));
    }
    custodian.release("release");
    custodian.executeReleased("run", deviating);
    return custodian.desk.out();
  }

  private Desk study() {
    var desk = ScriptedStudy.at(folder);
    desk.with("study.plan", PLAN.replace("\"study\"", "\"labels\""));
    assertThat(desk.type("lock", "study.plan")).as(desk.err()).isZero();
    return desk;
  }

  private static void execute(Desk desk, String out, List<String> more, String declared) {
    var words = new ArrayList<>(List.of("execute", "labels.lock", "--data", "data", "--out", out));
    words.addAll(more);
    if (!declared.isEmpty()) {
      desk.with("deviations.yaml", declared);
      words.addAll(List.of("--deviations", "deviations.yaml"));
    }
    assertThat(desk.type(words.toArray(String[]::new))).as(desk.err()).isIn(0, 1);
  }

  private static List<String> set(String setting) {
    return List.of("--set", setting);
  }

  private static String at(String path, String rest) {
    return "deviations:\n  - path: "
        + path
        + "\n    reason: clerical\n    because: a slip\n    "
        + rest
        + "\n";
  }

  private static String text(Desk desk, String file) {
    return new String(desk.bytes(file), StandardCharsets.UTF_8);
  }
}
