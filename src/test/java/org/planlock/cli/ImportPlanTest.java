package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code plan import} writes and tells. */
class ImportPlanTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = new Desk(folder);
    for (var name : new String[] {"model", "ars", "osf", "osf-older", "preregr"}) {
      desk.with(
          name + ".json", Files.readAllBytes(Path.of("src/test/resources/intake", name + ".json")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "ars", "osf", "osf-older", "preregr"})
  void whatIsWrittenIsAPlanAndSaysTheSameInBothNotations(String name) {
    assertThat(desk.type("import", name + ".json")).as(desk.err()).isZero();
    assertThat(desk.out())
        .contains("carried over: ", "left to you", "wrote " + name + ".plan\n78 fields: ");
    var counts =
        desk.out().lines().filter(line -> line.startsWith("78 fields")).findFirst().orElseThrow();
    assertThat(desk.type("check", name + ".plan")).as(desk.out()).isZero();
    assertThat(desk.out()).contains(counts.substring(0, counts.indexOf("   (")));
    assertThat(desk.type("import", name + ".json", "--as", "yaml")).isZero();
    assertThat(desk.type("diff", name + ".plan", name + ".plan.yaml")).as(desk.out()).isZero();
  }

  @Test
  void theAccountIsThereForPrograms() {
    assertThat(desk.type("import", "osf.json", "--json", "--out", "my.plan")).isZero();
    var json = JsonParser.parseString(desk.out()).getAsJsonObject();
    assertThat(json.get("plan").getAsString()).isEqualTo("my.plan");
    assertThat(json.get("format").getAsString()).isEqualTo("osf");
    assertThat(json.getAsJsonArray("carried")).hasSize(2);
    assertThat(json.getAsJsonArray("left").get(0).getAsJsonObject().get("sentence").getAsString())
        .isEqualTo("Practice with a metronome raises the score.");
    assertThat(json.get("coverage").getAsJsonObject().get("open").getAsInt()).isPositive();
    assertThat(plan("my.plan")).startsWith("plan \"my\"");
  }

  @ParameterizedTest
  @CsvSource({
    "osf.json --from pdf, 2",
    "osf.json --from bids-stats-model, 3",
    "nowhere.json, 5",
    "osf.json --as toml, 3",
    "osf.json --as yaml --out a.plan, 3",
    "osf.json --out a.txt, 3"
  })
  void refusesWithoutWriting(String words, int exit) {
    var before = desk.files();
    assertThat(desk.type(("import " + words).split(" "))).as(desk.err()).isEqualTo(exit);
    assertThat(desk.files()).isEqualTo(before);
  }

  @Test
  void nothingIsOverwrittenUnlessItIsAsked() {
    desk.with("osf.plan", "precious");
    assertThat(desk.type("import", "osf.json")).isEqualTo(7);
    assertThat(plan("osf.plan")).isEqualTo("precious");
    assertThat(desk.type("import", "osf.json", "--force")).isZero();
    assertThat(plan("osf.plan")).startsWith("plan \"osf\"");
  }

  @Test
  void publishedDocumentsGiveSoundPlans() throws IOException {
    var reference = System.getProperty("planlock.reference");
    assumeTrue(reference != null, "-Dplanlock.reference=DIR");
    for (var name :
        new String[] {
          "bids_stats_models/model-example_smdl",
          "bids_stats_models/model-walkthrough_smdl",
          "cdisc_ars/fda_standard_safety_tables"
        }) {
      var stem = name.substring(name.indexOf('/') + 1);
      desk.with(
          stem + ".json", Files.readAllBytes(Path.of(reference, "real/data", name + ".json")));
      assertThat(desk.type("import", stem + ".json")).as(desk.err()).isZero();
      assertThat(desk.err()).isEmpty();
      assertThat(desk.type("check", stem + ".plan")).as(desk.out()).isZero();
    }
    assertThat(plan("fda_standard_safety_tables.plan"))
        .contains("include when SAFFL == \"Y\"  because \"Safety Population\"")
        .contains("model A_SAF_SUM_AGE_TRT { outcome AGE  role primary  reason sap }")
        .contains("74 results stand in the document");
    assertThat(plan("model-example_smdl.plan"))
        .contains(
            "first_level run  events congruent, incongruent  nuisance nuissance1, nuissance2");
  }

  private String plan(String name) {
    return new String(desk.bytes(name), StandardCharsets.UTF_8);
  }
}
