package org.planlock.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.notation.PlanNotation;

/** Where names are declared and used, and what another name changes. */
class NamesTest {
  private static final Path KETAMINE = Path.of("src/test/resources/targets");

  @TempDir private Path folder;

  /** The plan with a model renamed is the plan in which every mention of it is another word. */
  @ParameterizedTest
  @ValueSource(
      strings = {"ketamine-ptsd.plan", "ketamine-ptsd.plan.yaml", "ketamine-ptsd.plan.groovy"})
  void everyPlaceOfANameChanges(String file) throws IOException {
    var text = Files.readString(KETAMINE.resolve(file));
    for (var names :
        new String[][] {
          {"drug_agnostic", "agnostic"},
          {"improvement", "better"},
          {"clinical", "background"},
          {"H1", "H1a"},
          {"main", "steps_of_all"},
          {"custodian", "pharmacist"},
          {"caps5_total", "caps"},
          {"toy", "atlas_b"}
        }) {
      var renamed = at(file, text, names[0]).after(names[1]);
      var word = "(?<![A-Za-z0-9_.-])" + names[0] + "(?![A-Za-z0-9_-])";
      var expected =
          lines(canonical(file, text)).stream()
              .map(line -> line.replaceAll(word, names[1]))
              .map(line -> line.replace("prepare." + names[0], "prepare." + names[1]))
              .toList();
      var found = lines(canonical(file, renamed));
      assertThat(found).hasSameSizeAs(expected);
      assertThat(
              IntStream.range(0, found.size())
                  .filter(i -> !found.get(i).equals(expected.get(i)))
                  .mapToObj(i -> found.get(i) + " <> " + expected.get(i)))
          .as(names[0])
          .isEmpty();
      assertThat(renamed.lines().count()).isEqualTo(text.lines().count());
    }
  }

  /** Without prose, which may say a name and does not mean it. */
  private static List<String> lines(String plan) {
    return plan.lines()
        .filter(line -> !line.matches(".*(title:|claim:|keep main|_atlas-toy).*"))
        .toList();
  }

  /** Templates: what they make changes with them, and with what stands in their place. */
  @ParameterizedTest
  @ValueSource(
      strings = {"ketamine-ptsd.plan", "ketamine-ptsd.plan.yaml", "ketamine-ptsd.plan.groovy"})
  void namesThatTemplatesMakeChangeInPart(String file) throws IOException {
    var text = Files.readString(KETAMINE.resolve(file));
    var measure = at(file, text, "faces_gppi_vmPFC_amygdala").after("ppi");
    assertThat(measure).contains("d_ppi").doesNotContain("d_faces_gppi_vmPFC_amygdala");
    assertThat(canonical(file, measure)).contains("d_ppi");
    var template = at(file, text, "d_(measure)").after("delta_(measure)");
    assertThat(template).contains("delta_faces_gppi_vmPFC_amygdala").doesNotContain("d_(measure)");
    assertThat(canonical(file, template)).contains("delta_faces_gppi_vmPFC_amygdala");
    assertThat(at(file, text, "d_(measure)").renamed("delta").refusal())
        .contains("keep `(measure)`");
    assertThat(at(file, text, "clinical").renamed("c_(measure)").refusal())
        .contains("would be many");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ketamine-ptsd.plan", "ketamine-ptsd.plan.yaml", "ketamine-ptsd.plan.groovy"})
  void badAndTakenNamesAreRefused(String file) throws IOException {
    var text = Files.readString(KETAMINE.resolve(file));
    var model = at(file, text, "drug_agnostic");
    assertThat(model.renamed("arm_adjusted").refusal())
        .isEqualTo("there is a model `arm_adjusted` already");
    assertThat(model.renamed("1st").refusal()).contains("is no name");
    assertThat(model.renamed("a b").refusal()).contains("is no name");
    assertThat(model.renamed("").refusal()).contains("is no name");
    assertThat(model.renamed("none").refusal()).contains("a word of the language");
    assertThat(at(file, text, "clinical").renamed("age").refusal())
        .contains("there is a column `age`");
    assertThat(at(file, text, "clinical").renamed("d_faces_gppi_vmPFC_amygdala").refusal())
        .contains("is a name that `d_(measure)` makes");
    assertThat(model.renamed("drug_agnostic").refusal()).contains("already");
  }

  @Test
  void aNameThatATemplateMakesIsNotRenamedAlone() {
    var text =
        """
        planlock: 1
        plan: {id: x}
        variables:
          - {name: imp_vas, role: outcome, value: a - b}
          - {name: imp_bis, role: outcome, value: c - d}
        models:
          - {name: m_(outcome), outcome: imp_(outcome), terms: [e], for: {outcome: [vas, bis]}}
        """;
    var typed = Typed.in("x.yaml", text.replace("imp_vas", "im‸p_vas"));
    assertThat(typed.renamed("imp_pain").refusal()).contains("`imp_(outcome)`");
  }

  @Test
  void aColumnIsRenamedOnlyToOneOfItsTable() throws IOException {
    Files.writeString(folder.resolve("t.tsv"), "id\tage\tyears\n");
    var text =
        """
        planlock: 1
        plan: {id: x}
        data:
          tables:
            - {name: t, file: t.tsv, key: [id]}
          columns:
            - {name: a‸ge, table: t, type: number}
        """;
    var typed = Typed.in("x.yaml", text, Optional.of(folder), Optional.empty());
    assertThat(typed.renamed("old").refusal()).contains("has the column `age`, but no `old`");
    assertThat(typed.after("years")).contains("{name: years,");
    assertThat(Typed.in("x.yaml", text).after("old")).contains("{name: old,");
  }

  @Test
  void definitionsAndUses() throws IOException {
    var file = "ketamine-ptsd.plan.yaml";
    var text = Files.readString(KETAMINE.resolve(file));
    var use = at(file, text, "d_(measure)").at(text, "d_faces_gppi_vmPFC_amygdala)");
    var source = use.draft().source();
    var template = Definition.at(use.draft(), use.offset()).orElseThrow();
    assertThat(source.slice(template.place().start(), template.place().end()))
        .isEqualTo("d_(measure)");
    var measure = Definition.at(use.draft(), use.offset() + 5).orElseThrow();
    assertThat(source.slice(measure.place().start(), measure.place().end()))
        .isEqualTo("faces_gppi_vmPFC_amygdala");
    var model = at(file, text, "arm_adjusted");
    assertThat(Definition.uses(model.draft(), model.offset(), true)).hasSize(4);
    assertThat(Definition.uses(model.draft(), model.offset(), false)).hasSize(3);
    assertThat(Definition.uses(model.draft(), 0, true)).isEmpty();
    assertThat(Definition.at(model.draft(), 0)).isEmpty();
    var path = use.at(text, "vmPFC, value: {map").offset() + 1;
    var region = Definition.at(use.draft(), path).orElseThrow();
    assertThat(region.place().line())
        .isEqualTo(source.slice(0, text.indexOf("{name: vmPFC")).split("\n").length);
  }

  @Test
  void aFileIsItsOwnDefinitionWhereItLiesInTheFolder() throws IOException {
    Files.writeString(folder.resolve("t.tsv"), "id\n");
    var text = "planlock: 1\nplan: {id: x}\ndata: {tables: [{name: t, file: t‸.tsv, key: [id]}]}\n";
    var typed = Typed.in("x.yaml", text, Optional.of(folder), Optional.empty());
    assertThat(Definition.at(typed.draft(), typed.offset()).orElseThrow().file())
        .contains(folder.resolve("t.tsv"));
    assertThat(Definition.at(Typed.in("x.yaml", text).draft(), typed.offset())).isEmpty();
  }

  @Test
  void nothingIsRenamedInATextThatCannotBeRead() {
    var text = "planlock: 1\nplan: {id: x}\nmodels:\n  - {name: m‸1, outcome: a\n";
    var typed = Typed.in("x.yaml", text);
    assertThat(Renaming.at(typed.draft(), typed.offset())).isEmpty();
  }

  /** At the first place where a name stands. */
  private static Typed at(String file, String text, String name) {
    var draft = Draft.of(file, text, Optional.empty(), Optional.empty()).orElseThrow();
    assertThat(draft.reading().isWhole()).isTrue();
    int from = text.indexOf(name);
    while (from >= 0) {
      int offset = text.codePointCount(0, from) + 1;
      var found = draft.reading().names().at(offset);
      if (found.filter(each -> each.symbol().name().equals(name)).isPresent()) {
        return new Typed(draft, offset);
      }
      from = text.indexOf(name, from + 1);
    }
    throw new AssertionError(name);
  }

  private static String canonical(String file, String text) {
    var notation = PlanNotation.of(file).orThrow();
    var tree = notation.reader().read(SourceFile.of(file, text)).orThrow();
    return PlanNotation.YAML.writer().write(PlanBinder.bind(tree).orThrow().canonical()).orThrow();
  }
}
