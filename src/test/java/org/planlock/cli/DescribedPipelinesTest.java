package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registered pipelines beside what the derived files say of themselves. */
final class DescribedPipelinesTest {
  private static final String MADE = "data/derivatives/fmriprep/dataset_description.json";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void lock() {
    var table = new StringBuilder("rid,age,dose,before,after\n");
    for (int i = 1; i <= 8; i++) {
      table.append("s%d,%d,%d,%d,%d\n".formatted(i, 20 + i * 7 % 31, i % 3, 40 + i % 6, 30 + i));
    }
    desk =
        new Desk(folder)
            .with("data/derivatives/tables/wide.csv", table.toString())
            .with(
                "small.plan",
                Desk.COMPLETE
                    .replace("\"wide.csv\"", "\"derivatives/tables/wide.csv\"")
                    .replace(
                        "separator comma }",
                        "separator comma\n  pipeline motion \"fMRIPrep\" version == \"23.1.4\""
                            + " container unknown options unknown }"));
    assertThat(desk.type("lock", "small.plan")).as(desk.err()).isZero();
  }

  @ParameterizedTest(name = "{0} {1}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "fMRIPrep | 23.1.4 | 0 | CONFORMS",
        "fmriprep | 23.1.4 | 0 | CONFORMS",
        "fMRIPrep | 23.2.0 | 1 | with version `23.2.0`, registered was `== 23.1.4`",
        "MRIQC    | 24.0.0 | 4 | does not tell whether `data.pipelines.motion.version` was kept",
      })
  void whatTheFilesSayIsCompared(String name, String version, int code, String said) {
    desk.with(MADE, description(name, version));
    assertThat(execute()).as(desk.out()).isEqualTo(code);
    assertThat(desk.out()).contains(said);
  }

  @Test
  void aProgramBesideTheTablesIsARegisteredOne() {
    desk.with(MADE, description("fMRIPrep", "23.1.4"));
    desk.with("data/derivatives/tables/dataset_description.json", description("HALFpipe", "1.2.2"));
    assertThat(execute()).isEqualTo(1);
    assertThat(desk.out())
        .contains(
            "X565", "`HALFpipe` made derived files, and no registered pipeline is of that tool");
  }

  @Test
  void theDescriptionBesideATableComesFirst() {
    desk.with(MADE, description("fMRIPrep", "20.2.7"));
    desk.with(
        "data/derivatives/tables/dataset_description.json",
        "{\"Name\":\"x\",\"GeneratedBy\":[{\"Name\":\"fMRIPrep\",\"Version\":\"23.1.4\","
            + "\"Container\":{\"Type\":\"docker\",\"URI\":\"nipreps/fmriprep\"}},7,{\"Version\":1}]}");
    assertThat(execute()).as(desk.out()).isZero();
    assertThat(new String(desk.bytes("run/trace.jsonl"), StandardCharsets.UTF_8))
        .contains(
            "\"tool\":\"fMRIPrep\",\"version\":\"23.1.4\",\"container\":\"nipreps/fmriprep\","
                + "\"file\":\"derivatives/tables/dataset_description.json\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "[]", "{\"GeneratedBy\":[", "{\"GeneratedBy\":[{\"Name\":7}]}", "{} {}"})
  void whatCannotBeReadDescribesNothing(String text) {
    desk.with(MADE, text);
    assertThat(execute()).as(desk.out() + desk.err()).isEqualTo(4);
  }

  private int execute() {
    return desk.type("execute", "small.lock", "--data", "data", "--out", "run");
  }

  private static String description(String name, String version) {
    return """
        {"Name": "derived", "BIDSVersion": "1.10.0", "DatasetType": "derivative",
         "GeneratedBy": [{"Name": "%s", "Version": "%s",
           "Container": {"Type": "docker", "Tag": "x/%s:%s"}}]}
        """
        .formatted(name, version, name, version);
  }
}
