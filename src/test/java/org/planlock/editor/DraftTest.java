package org.planlock.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.Planlock;
import org.planlock.editor.TextPlaces.Position;
import org.planlock.source.SourceFile;

/** Texts as they are while they are typed. */
class DraftTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plans/first.plan",
        "plans/first.plan.yaml",
        "plans/first.plan.groovy",
        "plans/ols.plan",
        "plans/ols.plan.yaml",
        "plans/ols.plan.groovy"
      })
  void everyPrefixOfAPlanHasAnswers(String file) throws IOException {
    answersEverywhere(file, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/resources/targets/ketamine-ptsd.plan",
        "src/test/resources/targets/ketamine-ptsd.plan.yaml",
        "src/test/resources/targets/ketamine-ptsd.plan.groovy"
      })
  void prefixesOfALongPlanHaveAnswers(String file) throws IOException {
    answersEverywhere(file, 977);
  }

  private static void answersEverywhere(String file, int step) throws IOException {
    var text = Files.readString(Path.of(file));
    var before = Optional.<Draft>empty();
    for (int end = 0; end <= text.length(); end += step) {
      var draft = Draft.of(file, text.substring(0, end), Optional.empty(), before).orElseThrow();
      int offset = draft.source().length();
      int at = end;
      assertThatCode(
              () -> {
                Completion.at(draft, offset);
                Hover.at(draft, Math.max(0, offset - 1));
                Definition.at(draft, offset);
                OutlineItem.of(draft);
                Renaming.at(draft, offset);
                draft.retyped(text);
              })
          .as(file + " up to " + at)
          .doesNotThrowAnyException();
      before = Optional.of(draft);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/resources/targets/ketamine-ptsd.plan",
        "src/test/resources/targets/ketamine-ptsd.plan.yaml",
        "src/test/resources/golden/check/P233-unknown-table.plan.yaml",
        "src/test/resources/golden/bind/words.plan.yaml",
        "src/test/resources/golden/bind/newer-language.plan.yaml",
        "src/test/resources/targets/ketamine-ptsd.plan.groovy"
      })
  void findsWhatPlanCheckFinds(String file) throws IOException {
    var bytes = Files.readAllBytes(Path.of(file));
    var text = new String(bytes, StandardCharsets.UTF_8);
    var read = Planlock.parse(file, bytes);
    var expected =
        read.isSound()
            ? Stream.of(read.diagnostics(), Planlock.check(read.orThrow().bound()))
                .flatMap(List::stream)
                .toList()
            : Planlock.survey(file, bytes);
    var found =
        Draft.of(file, text, Optional.empty(), Optional.empty()).orElseThrow().judged().findings();
    assertThat(found)
        .extracting(d -> d.rule() + " " + d.span().place() + " " + d.message())
        .containsExactlyElementsOf(
            expected.stream()
                .map(d -> d.rule() + " " + d.span().place() + " " + d.message())
                .toList());
  }

  /** A word that cannot be read, a value of the wrong kind and a name that is not there. */
  @Test
  void mistakesOfAllStagesAreToldAtOnce() {
    var text =
        """
        plan "x" language 1 { title "x" }
        data {
          table t from "t.tsv" key id
          column age in t number 18 .. 70 unit years
        }
        outcome y = age unit years
        penalty elastic_net { l1_ratio 7 }
        retaind abs(coefficient) > 1e-8
        model m { outcome z terms age }
        """;
    var found = Typed.in("x.plan", text).draft().judged().findings();
    assertThat(found)
        .extracting(one -> one.rule().code() + ":" + one.span().line())
        .containsExactly("P207:7", "S113:8", "P285:9");
  }

  @Test
  void aTextThatBrokeKeepsItsNames() {
    var whole = "planlock: 1\nplan: {id: x}\nmodels:\n  - {name: m1, outcome: a, terms: [b]}\n";
    var broken = whole + "compare:\n  - {model: m1, with: [\n";
    var before = Draft.of("x.yaml", whole, Optional.empty(), Optional.empty());
    var draft = Draft.of("x.yaml", broken, Optional.empty(), before).orElseThrow();
    assertThat(draft.reading().isWhole()).isFalse();
    assertThat(draft.reading().names().symbols())
        .extracting(PlanSymbol::name)
        .containsExactly("m1");
    var gone =
        Draft.of("x.yaml", "planlock: [", Optional.empty(), Optional.of(draft)).orElseThrow();
    assertThat(gone.reading().names().symbols()).extracting(PlanSymbol::name).containsExactly("m1");
  }

  @Test
  void sectionsThatCanBeReadAreRead() {
    var text =
        "plan \"x\" language 1\nmodel a { outcome y terms b }\nmodel c { outcome \"y }\nmodel d { outcome y terms b }\n";
    var draft = Draft.of("x.plan", text, Optional.empty(), Optional.empty()).orElseThrow();
    assertThat(draft.reading().names().symbols())
        .extracting(PlanSymbol::name)
        .containsExactly("a", "d");
    assertThat(OutlineItem.of(draft)).extracting(OutlineItem::label).contains("a", "d");
  }

  @Test
  void hoverWorksInABrokenSection() {
    var yaml = "planlock: 1\npenalty:\n  objec‸tive: glmnet\n  kkt: {\n";
    assertThat(Typed.in("x.yaml", yaml).hover()).contains("what lambda multiplies");
    var dsl = "plan \"x\" language 1\npenalty elastic_net { objec‸tive glmnet  kkt {\n";
    assertThat(Typed.in("x.plan", dsl).hover()).contains("what lambda multiplies");
    assertThat(Typed.in("x.yaml", "planlock: 1 # o‸bjective\n").hover()).isEmpty();
    assertThat(Typed.in("x.yaml", "planlock: 1\n\n ‸ \n").hover()).isEmpty();
  }

  @Test
  void hoverTellsTypesFieldsAndFunctions() throws IOException {
    var file = "src/test/resources/targets/ketamine-ptsd.plan.yaml";
    var text = Files.readString(Path.of(file));
    var draft = Draft.of(file, text, Optional.empty(), Optional.empty()).orElseThrow();
    var judged = draft.meaning(draft.judged());
    assertThat(hover(judged, text, "l1_ratio: [")).contains("Field H2", "at least 0 and at most 1");
    assertThat(hover(judged, text, "solve: exact"))
        .contains("where the plan is silent, `exact` holds");
    assertThat(hover(judged, text, "caps5_pre, role")).contains("Type: a number in points");
    assertThat(hover(judged, text, "coefficient(drug")).contains("coefficient of the final fit");
    assertThat(hover(judged, text, "not_applicable: nobody")).contains("who has seen what");
    assertThat(hover(judged, text, "instrument: CAPS")).contains("Field B1");
    assertThat(hover(judged, text, "d_faces_gppi_vmPFC_amygdala)"))
        .contains("made by `d_(measure)`");
  }

  private static String hover(Draft draft, String text, String word) {
    int offset = text.codePointCount(0, text.indexOf(word)) + 1;
    return Hover.at(draft, offset).map(Hover::page).orElse("");
  }

  @Test
  void placesCountUtf16AndLineEndsOfAnyKind() {
    var places = TextPlaces.of("x", "\uFEFFa😀b\r\nc\rd\ne");
    assertThat(places.offset(new Position(0, 0))).isZero();
    assertThat(places.offset(new Position(0, 1))).isZero();
    assertThat(places.offset(new Position(0, 2))).isEqualTo(1);
    assertThat(places.offset(new Position(0, 4))).isEqualTo(2);
    assertThat(places.offset(new Position(0, 99))).isEqualTo(3);
    assertThat(places.offset(new Position(1, 0))).isEqualTo(4);
    assertThat(places.offset(new Position(2, 1))).isEqualTo(7);
    assertThat(places.offset(new Position(3, 1))).isEqualTo(9);
    assertThat(places.offset(new Position(9, 9))).isEqualTo(9);
    assertThat(places.offset(new Position(-1, -1))).isZero();
    assertThat(places.position(2)).isEqualTo(new Position(0, 4));
    assertThat(places.position(4)).isEqualTo(new Position(1, 0));
    assertThat(places.position(99)).isEqualTo(new Position(3, 1));
    assertThat(TextPlaces.of("x", "").offset(new Position(0, 5))).isZero();
  }

  @Test
  void onlyNamesSayTheNotation() {
    assertThat(Draft.of("x.txt", "", Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void bracketsInPlainTextsOfYamlAreText() {
    assertThat(open("a: f(x, [y").closing()).isEmpty();
    assertThat(open("a: {b: [c, 'd]', \"e}\\\"\"").closing()).isEqualTo("]}");
    assertThat(open("a: 'it''s").quote()).isEqualTo('\'');
    assertThat(open("a: it's # [").comment()).isTrue();
    assertThat(open("- [a]\n- {").closing()).isEqualTo("}");
    assertThat(open("").closing()).isEmpty();
    var dsl = OpenBrackets.of("a { b (c \"d\n [ // {", OpenBrackets.Style.SLASHES);
    assertThat(dsl.closing()).isEqualTo("])}");
    assertThat(dsl.comment()).isTrue();
    assertThat(OpenBrackets.of("a ] \"b", OpenBrackets.Style.SLASHES).quote()).isEqualTo('"');
  }

  private static OpenBrackets open(String text) {
    return OpenBrackets.of(text, OpenBrackets.Style.YAML);
  }

  @Test
  void sectionsHaveNoGaps() {
    var source = SourceFile.of("x", "# c\nplanlock: 1\nplan:\n  id: x\n\ndata: {}");
    assertThat(new YamlGrain().sections(source))
        .containsExactly(new Section(0, 16), new Section(16, 31), new Section(31, 39));
  }
}
