package org.planlock.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.planlock.Planlock;
import org.planlock.diagnostic.Diagnostic;

/**
 * Mistakes of all stages in one plan: each is reported as if it were the only one, none twice, none
 * because of another.
 */
final class ManyMistakesTest {
  private static final Path EXAMPLE = Path.of("examples/ketamine-ptsd");

  /** What is written in the plan, and what a tired author wrote instead. */
  private static final List<String[]> IN_PLAN =
      List.of(
          edit("knowledge caps5 collected_unseen", "knowledge caps5 colected_unseen"),
          edit("one_row_per participant ", "one_row_pre participant "),
          edit(
              "one_per participant  window none  fallback missing\n  session ses-post",
              "one_per participant  windw none  fallback missing\n  session ses-post"),
          edit("reference M  code", "reference X  code"),
          edit(
              "column mean_fd  in measures  number 0 .. 50",
              "column mean_fd  in measures  number 50 .. 0"),
          edit("minimum 16 analysis_set", "minimum 26 analysis_set"),
          edit("age >= 18 years and", "aeg >= 18 years and"),
          edit("quantity association", "quantity asociation"),
          edit(
              "outcome improvement = caps5_total at ses-pre -",
              "outcome improvement = caps5_total at ses-base -"),
          edit(
              "3 impute imaging, education_years  by median",
              "3 impute imaging, education_yaers  by median"),
          edit(
              "4 code sex, psychotropic_medication, group  using row",
              "4 code sex, psychotropic_medication, group  using rows"),
          edit("objective glmnet", "objectve glmnet"),
          edit("l1_ratio 0.1, 0.2,", "l1_ratio 0.2, 0.1,"),
          edit("kkt 1e-9", "kkt tiny"),
          edit("aggregate mean over rows", "aggregate mean over row s"),
          edit("extends arm_adjusted", "extends arm_ajusted"),
          edit(
              "coefficient(ptsd_specific, d_faces_gppi_vmPFC_amygdala) >= 0.5 points per sd  and cv_r2(ptsd_specific)",
              "coeficient(ptsd_specific, d_faces_gppi_vmPFC_amygdala) >= 0.5 points per sd  and cv_r2(ptsd_specific)"),
          edit(
              "with d_faces_gppi_vmPFC_amygdala  by spearman",
              "with d_faces_gppi_vmPFC_amygdala  by spaerman"));

  private static final List<String[]> IN_YAML =
      List.of(
          edit("title: ", "titel: "),
          edit("decimal: ", "decimals: "),
          edit("reference: M", "reference: X"),
          edit("minimum: 16", "minimum: 26"),
          edit("quantity: association", "quantity: asociation"),
          edit("extends: arm_adjusted", "extends: arm_ajusted"),
          edit("standardize: false", "standardize: maybe"),
          edit("by: spearman", "by: spaerman"));

  /** The key stands there, in a statement that could not be read. */
  @Test
  void aKeyInAStatementThatBreaksOffIsNotMissing() {
    var text = "planlock: 1\nplan: {id: x, title: y\n";
    var found = Planlock.survey("x.plan.yaml", text.getBytes(StandardCharsets.UTF_8));
    assertThat(found).extracting(one -> one.rule().code()).containsExactly("S102");
  }

  @Test
  void eachIsReportedInThePlanNotation() throws IOException {
    holds("ketamine-ptsd.plan", IN_PLAN);
  }

  @Test
  void eachIsReportedInYaml() throws IOException {
    holds("ketamine-ptsd.plan.yaml", IN_YAML);
  }

  private static void holds(String name, List<String[]> edits) throws IOException {
    var sound = Files.readString(EXAMPLE.resolve(name));
    var before = said(name, sound);
    var expected = new TreeMap<>(before);
    var all = sound;
    var silent = new ArrayList<String>();
    for (var edit : edits) {
      assertThat(sound).contains(edit[0]);
      all = all.replace(edit[0], edit[1]);
      var alone = said(name, sound.replace(edit[0], edit[1]));
      // a remark may be gone because what it was about is wrong now
      expected.keySet().removeIf(one -> before.containsKey(one) && !alone.containsKey(one));
      alone.keySet().removeAll(before.keySet());
      if (alone.isEmpty()) {
        silent.add(edit[1]);
      }
      expected.putAll(alone);
    }
    assertThat(silent).as("mistakes that are no mistakes").isEmpty();
    var together = said(name, all);
    assertThat(together).isEqualTo(expected);
    together.keySet().removeAll(before.keySet());
    assertThat(together).hasSize(edits.size());
  }

  /** How often each thing is said. */
  private static Map<String, Long> said(String name, String text) {
    var said = new TreeMap<String, Long>();
    for (Diagnostic found : Planlock.survey(name, text.getBytes(StandardCharsets.UTF_8))) {
      said.merge(
          found.span().line() + " " + found.rule().code() + " " + found.message(), 1L, Long::sum);
    }
    return said;
  }

  private static String[] edit(String from, String to) {
    return new String[] {from, to};
  }
}
