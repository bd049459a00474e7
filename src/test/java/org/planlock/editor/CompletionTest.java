package org.planlock.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be written where the cursor is, in texts that are not whole. */
class CompletionTest {
  private static final String YAML =
      """
      planlock: 1
      plan:
        id: x
      data:
        tables:
          - {name: people, file: people.tsv, key: [participant_id]}
        sessions:
          - {name: ses-pre, is: before}
        columns:
          - {name: age, table: people, type: number, range: [18, 70], unit: years}
          - {name: sex, table: people, levels: [M, F], reference: M}
      variables:
        - {name: change, role: outcome, value: age at ses-pre, unit: years}
      sets:
        - {name: clinical, terms: [age, sex]}
      models:
        - {name: m1, outcome: change, terms: [clinical]}
      hypotheses:
        - {id: H1, claim: it is so, corroborated: "coefficient(m1, age) > 0"}
      """;

  private static final String DSL =
      """
      plan "x" language 1 { title "x" }
      data {
        table people from "people.tsv" key participant_id
        session ses-pre is "before"
        column age in people number 18 .. 70 unit years
        column sex in people levels M, F reference M
      }
      outcome change = age at ses-pre unit years
      set clinical = age, sex
      model m1 { outcome change terms clinical }
      hypothesis H1 "it is so" { corroborated when coefficient(m1, age) > 0 }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "penalty:\\n  ‸                                   | family, objective, l1_ratio, not_applicable",
        "penalty:\\n  family: elastic_net\\n  l1‸          | l1_ratio, objective",
        "penalty:\\n  family: ‸                           | elastic_net, none",
        "penalty: {family: elastic_net, objective: ‸      | glmnet, textbook, not_applicable",
        "penalty: {family: elastic_net, ‸                 | objective, l1_ratio",
        "penalty:\\n  standardize: f‸                     | true, false",
        "compare:\\n  - {model: ‸                         | m1",
        "compare:\\n  - model: m1\\n    w‸                 | with, by, inference",
        "exploratory:\\n  - {correlate: ‸                 | age, sex, change",
        "prepare:\\n  - name: main\\n    steps:\\n      - {step: 1, scale: [‸ | age, clinical, change",
        "prepare:\\n  - name: main\\n    steps:\\n      - {step: 1, impute: [age], by: mean, ‸ | using, draws, limit",
        "retained: ‸                                      | abs, abs(coefficient) > 1e-8 points per sd",
        "sample:\\n  rules:\\n    - include: ‸             | age, mean, missing",
        "sample:\\n  rules:\\n    - include: age at s‸     | ses-pre",
        "sample:\\n  target: ‸                            | 40 enrolled",
        "inference:\\n  multiplicity: {method: holm, over: [‸ | H1",
        "sensitivity:\\n  variants:\\n    - name: v\\n      set:\\n        - {path: penalty.objective, value: ‸ | glmnet",
        "contingency:\\n  - when: cv_r2(‸                  | m1",
        "sp‸                                              | space",
        "‸                                                | penalty, validate, compare"
      })
  void inYaml(String typed, String expected) {
    var text = YAML + typed.strip().replace("\\n", "\n");
    assertThat(Typed.in("x.plan.yaml", text, Optional.empty(), known(YAML)).suggested())
        .contains(expected.strip().split(", (?![^(]*\\))"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "penalty ‸                                        | elastic_net, none",
        "penalty elastic_net { ‸                          | objective, l1_ratio",
        "penalty elastic_net { objective ‸                | glmnet, textbook",
        "penalty elastic_net { objective glmnet  l1‸      | l1_ratio",
        "penalty elastic_net { standardize ‸              | yes, no",
        "model m2 extends ‸                               | m1",
        "model m2 { terms age, ‸                          | sex, clinical",
        "model m2 { outcome change ‸                      | terms, role, prepare",
        "compare m1 with ‸                                | m1",
        "prepare main { 1 scale ‸                         | age, clinical",
        "prepare main { 1 scale age to ‸                  | z(sd n-1), centre",
        "prepare main { 1 scale age to z(sd n-1) ‸        | using, constant",
        "sample { include when ‸                          | age, missing",
        "sample { include when age at ‸                   | ses-pre",
        "hypothesis H2 \"x\" { corroborated when coefficient(‸ | m1",
        "hypothesis H2 \"x\" { corroborated when coefficient(m1, ‸ | age",
        "inference { multiplicity holm over ‸             | H1",
        "‸                                                | penalty, model, compare",
        "data { table t from \"t.tsv\" ‸                   | key, missing, separator"
      })
  void inPlan(String typed, String expected) {
    var text = DSL + typed.strip();
    assertThat(Typed.in("x.plan", text, Optional.empty(), known("x.plan", DSL)).suggested())
        .contains(expected.strip().split(", (?![^(]*\\))"));
  }

  /** Of a thousand names those are told that may be meant, and that there are more. */
  @Test
  void ofManyNamesThoseThatFitAreOffered() {
    var names = IntStream.range(0, 1000).mapToObj(i -> "v" + i).toList();
    var yaml =
        YAML.replace("sex]}", "sex]}\n  - {name: many, terms: [" + String.join(", ", names) + "]}")
            .replace(
                "columns:\n",
                "columns:\n"
                    + names.stream()
                        .map(name -> "    - {name: " + name + ", table: people, type: number}\n")
                        .collect(Collectors.joining()));
    var typed = Typed.in("x.yaml", yaml.replace("terms: [clinical]", "terms: [v9‸]"));
    var all = Completion.at(typed.draft(), typed.offset());
    assertThat(all.all()).hasSizeGreaterThan(1000);
    var some = all.fitting("v9", 200);
    assertThat(some.isAll()).isFalse();
    assertThat(some.all())
        .hasSize(200)
        .extracting(Suggestion::label)
        .startsWith("v9", "v90", "v91");
    assertThat(some.all())
        .extracting(Suggestion::label)
        .contains("v999", "v19")
        .doesNotContain("v1");
    assertThat(all.fitting("", 5000)).isEqualTo(all);
    assertThat(all.fitting("CLIN", 3).all())
        .extracting(Suggestion::label)
        .containsExactly("clinical");
  }

  @Test
  void whatIsThereAlreadyIsNotOffered() {
    var yaml = Typed.in("x.yaml", YAML + "penalty:\n  family: none\n  ‸\n");
    assertThat(yaml.suggested()).doesNotContain("family").contains("objective");
    assertThat(yaml.suggested("objective").insert()).isEqualTo("objective: ");
    var before = Typed.in("x.yaml", YAML + "penalty:\n  fam‸: none\n");
    assertThat(before.suggested("family").insert()).isEqualTo("family");
  }

  @Test
  void onlyWhatFitsTheArgumentIsOffered() {
    var text = YAML + "contingency:\n  - when: p_holm(‸)\n";
    assertThat(Typed.in("x.yaml", text, Optional.empty(), known(YAML)).suggested())
        .containsExactly("H1");
  }

  @Test
  void nothingIsOfferedInComments() {
    assertThat(Typed.in("x.yaml", "planlock: 1 # l‸").suggested()).isEmpty();
    assertThat(Typed.in("x.plan", "plan \"x\" // l‸").suggested()).isEmpty();
  }

  @Test
  void siblingsThatAreBrokenDoNotHide() {
    var text = YAML + "penalty:\n  objective: 'glm\n  kkt: {tolerance: [\n  solve: ‸\n";
    assertThat(Typed.in("x.yaml", text).suggested()).contains("exact", "glmnet");
  }

  @Test
  void columnsComeFromTheHeaderAndTheDictionary() throws IOException {
    write("people.tsv", "participant_id\tage\tsex\tiq total\tdose\n");
    write(
        "people.json",
        """
        {"dose": {"Description": "dose given", "Units": "mg", "Levels": {"0": "none", "10": "low"}},
         "only_here": {"LongName": "a name"}, "odd": 3}
        """);
    var name =
        typed(YAML.replace("  - {name: age,", "  - {table: people, name: ‸}\n    - {name: age,"));
    assertThat(name.suggested())
        .contains("dose", "iq total", "only_here", "odd")
        .doesNotContain("age");
    assertThat(name.suggested("dose").page()).contains("dose given", "Unit: mg", "Levels: 0, 10");
    assertThat(name.suggested("only_here").page()).contains("a name");
    var other =
        typed(YAML.replace("  - {name: age,", "  - {table: visits, name: ‸}\n    - {name: age,"));
    assertThat(other.suggested()).doesNotContain("dose");
    var levels =
        typed(YAML.replace("  - {name: age,", "  - {name: dose, levels: [‸]}\n    - {name: age,"));
    assertThat(levels.suggested()).contains("0", "10");
    assertThat(typed(YAML.replace("reference: M", "reference: ‸")).suggested()).contains("M", "F");
    assertThat(typed(YAML.replace("terms: [clinical]", "terms: [‸]")).suggested()).contains("dose");
    assertThat(
            typed(YAML.replace("terms: [clinical]", "terms: [‸]")).suggested("iq total").insert())
        .isEqualTo("\"iq total\"");
  }

  @Test
  void aTableMayLieInDataAndHaveCommasAndQuotes() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    write("data/people.csv", "\uFEFFparticipant_id,\"a, b\",c\r\n");
    write("data/people.json", "{ no json");
    var yaml = YAML.replace("people.tsv", "people.csv");
    assertThat(typed(yaml.replace("terms: [clinical]", "terms: [‸]")).suggested())
        .contains("a, b", "c");
    var semicolons =
        yaml.replace("file: people.csv", "file: people.csv, separator: semicolon")
            .replace("terms: [clinical]", "terms: [‸]");
    assertThat(typed(semicolons).suggested()).doesNotContain("c");
  }

  @Test
  void nothingOutsideTheFolderIsRead() throws IOException {
    var inside = Files.createDirectory(folder.resolve("study"));
    write("people.tsv", "participant_id\tsecret\n");
    Files.createSymbolicLink(inside.resolve("link.tsv"), folder.resolve("people.tsv"));
    for (var file :
        List.of(
            "../people.tsv",
            "link.tsv",
            folder.resolve("people.tsv").toString(),
            "\\0",
            "x.tsv.gz")) {
      var text = YAML.replace("people.tsv", file).replace("terms: [clinical]", "terms: [‸]");
      assertThat(Typed.in("x.plan.yaml", text, Optional.of(inside), Optional.empty()).suggested())
          .as(file)
          .doesNotContain("secret");
    }
  }

  private Typed typed(String text) {
    return Typed.in("x.plan.yaml", text, Optional.of(folder), Optional.empty());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static Optional<Draft> known(String text) {
    return known("x.plan.yaml", text);
  }

  private static Optional<Draft> known(String name, String text) {
    var draft = Draft.of(name, text, Optional.empty(), Optional.empty());
    assertThat(draft.orElseThrow().reading().isWhole()).isTrue();
    return draft;
  }
}
