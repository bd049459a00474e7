package org.planlock.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.source.SourceFile;

/** What an editor is told about a plan in Groovy, which is read and never run. */
class GroovyEditingTest {
  private static final String PLAN =
      """
      planlock 1
      plan('x') { title 'x' }
      data {
        table 'people', file: 'people.tsv', key: ['participant_id']
        session 'ses-pre', is: 'before'
        column 'age', table: 'people', type: 'number', range: [18, 70], unit: 'years'
        column 'sex', table: 'people', levels: ['M', 'F'], reference: 'M'
      }
      outcome 'change', value: 'age at ses-pre', unit: 'years' // what is explained
      set 'clinical', terms: ['age', 'sex']
      model 'm1', outcome: 'change', terms: ['clinical']
      predictor 'older', value: 'age', unit: 'years'
      model 'm0', extends: 'm1', add: ['older']
      hypothesis('H1') {
        claim 'it is so'
        corroborated 'coefficient(m1, age) > 0'
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "‸                                              | penalty, model, compare, outcome",
        "mod‸                                           | model, models",
        "penalty('‸                                     | elastic_net, none",
        "penalty('elastic_net') {\\n  ‸                 | objective, l1_ratio, standardize",
        "penalty('elastic_net') {\\n  objective ‸       | glmnet, textbook, not_applicable",
        "penalty('elastic_net') {\\n  objective '‸      | glmnet, textbook",
        "penalty('elastic_net') {\\n  objective 'gl‸'\\n} | glmnet, textbook",
        "penalty('elastic_net') {\\n  standardize ‸     | true, false",
        "penalty('elastic_net') {\\n  objective 'a'\\n  solve '‸ | exact, glmnet",
        "model 'm2', ‸                                  | outcome, terms, extends, role",
        "model('m2') {\\n  ‸                            | outcome, terms, extends, penalty",
        "model 'm2', extends: ‸                         | m1",
        "model 'm2', extends: '‸                        | m1",
        "model 'm2', outcome: 'change', terms: ['age', '‸ | sex, clinical, older",
        "model('m2') {\\n  terms '‸                     | age, clinical",
        "compare '‸                                     | m1",
        "compare 'm1', ‸                                | with, by, inference",
        "sample {\\n  include '‸                        | age, mean, missing",
        "sample {\\n  include 'age at s‸                | ses-pre",
        "sample {\\n  ‸                                 | target, include",
        "hypothesis('H2') {\\n  corroborated 'coefficient(‸ | m1",
        "hypothesis('H2') {\\n  corroborated 'coefficient(m1, ‸ | age, older",
        "inference {\\n  multiplicity method: 'holm', over: ['‸ | H1",
        "prepare('main') {\\n  step 1, scale: ['‸       | age, clinical",
        "prepare('main') {\\n  step 1, impute: ['age'], by: 'mean', ‸ | using, draws, limit",
        "data {\\n  column 'dose', ‸                     | table, type, unit"
      })
  void whatMayBeWritten(String typed, String expected) {
    assertThat(after(typed).suggested()).contains(expected.strip().split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "model 'm2', extends: ‸              | m1             | 'm1'",
        "model 'm2', extends: '‸             | m1             | m1",
        "model 'm2', ‸                       | outcome        | outcome: ",
        "penalty('none') {\\n  standardize ‸ | false          | false",
        "penalty('none') {\\n  objective ‸   | glmnet         | 'glmnet'",
        "penalty('none') {\\n  objective ‸   | not_applicable | not_applicable: 'reason'",
        "sample {\\n  include ‸              | missing        | 'missing(",
        "sample {\\n  include 'age > 1 and ‸ | missing        | missing("
      })
  void whatIsChosenIsWrittenAsGroovyWritesIt(String typed, String label, String inserted) {
    var insert = after(typed).suggested(label).insert();
    assertThat(insert.strip()).isEqualTo(inserted.strip());
  }

  /** Whatever key is offered for a named value is one that the reader takes there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "model 'm2', ‸",
        "penalty('none', ‸",
        "validate(‸",
        "data(‸",
        "sample(‸",
        "plan(‸",
        "inference(‸",
        "prepare 'p', ‸",
        "compute(‸",
        "hypothesis 'H2', ‸"
      })
  void noKeyIsOfferedThatCannotStandThere(String typed) {
    var cursor = after(typed);
    var keys =
        Completion.at(cursor.draft(), cursor.offset()).all().stream()
            .map(Suggestion::insert)
            .filter(insert -> insert.endsWith(": "))
            .toList();
    assertThat(keys).isNotEmpty();
    for (var key : keys) {
      var text = typed.strip().replace("‸", key + "'v'") + (typed.contains("(") ? ")" : "");
      var read =
          new org.planlock.syntax.groovy.GroovyPlanReader().read(SourceFile.of("x", text + "\n"));
      assertThat(read.diagnostics()).as(text).isEmpty();
    }
  }

  @Test
  void nothingIsOfferedInCommentsAndWhatIsThereIsNotOfferedAgain() {
    assertThat(after("// l‸").suggested()).isEmpty();
    assertThat(after("/* a\n l‸").suggested()).isEmpty();
    assertThat(after("model 'm2', outcome: 'change', ‸").suggested()).doesNotContain("outcome");
    assertThat(after("penalty('none') {\n  // it's\n  obj‸").suggested()).contains("objective");
  }

  @Test
  void columnsComeFromTheTableAndItsDictionary() throws IOException {
    Files.writeString(folder.resolve("people.tsv"), "participant_id\tage\tsex\tiq total\tdose\n");
    Files.writeString(folder.resolve("people.json"), "{\"dose\": {\"Description\": \"given\"}}");
    var text = PLAN + "set 's', terms: ['‸";
    var typed = Typed.in("x.plan.groovy", text, Optional.of(folder), Optional.empty());
    assertThat(typed.suggested()).contains("dose", "iq total");
    assertThat(typed.suggested("iq total").insert()).isEqualTo("iq total");
    assertThat(typed.suggested("dose").page()).contains("given");
  }

  @Test
  void hoverTellsKeysNamesAndFunctions() {
    assertThat(hover("terms: ['clinical']", 2)).contains("**`terms`**", "Here: `[clinical]`");
    assertThat(hover("clinical']", 3)).contains("**set `clinical`**");
    assertThat(hover("model 'm1'", 2)).contains("**`models`**");
    assertThat(hover("predictor 'older'", 2)).contains("**`role`**", "Here: `predictor`");
    assertThat(hover("older', value", 2)).contains("**variable `older`**");
    assertThat(hover("coefficient(", 2)).contains("coefficient of the final fit");
    assertThat(hover("what is explained", 2)).isEmpty();
  }

  /** A predictor between two models belongs to neither, and a model between two variables too. */
  @Test
  void hoverKnowsWhatStandsBetweenItemsOfAnotherList() {
    assertThat(hover("outcome: 'change'", 2)).contains("**`outcome`**", "Here: `change`");
    assertThat(hover("value: 'age', unit", 2)).contains("**`value`**", "Here: `age`");
  }

  @Test
  void hoverWorksInABrokenStatement() {
    var text = PLAN + "penalty('elastic_net') {\n  objec‸tive 'glmnet'\n  kkt tolerance: [\n";
    assertThat(in(text).hover()).contains("what lambda multiplies");
    var quote = PLAN + "penalty('elastic_net') {\n  solve 'gl\n  objec‸tive 'glmnet'\n}\n";
    assertThat(in(quote).hover()).contains("what lambda multiplies");
    assertThat(in(PLAN + "model 'm2', exten‸ds: \n").hover()).contains("**`extends`**");
  }

  @Test
  void theOutlineIsThatOfTheText() {
    assertThat(OutlineItem.of(in(PLAN).draft()))
        .extracting(OutlineItem::label)
        .containsExactly(
            "planlock", "plan", "data", "change", "clinical", "m1", "older", "m0", "H1");
    var data = OutlineItem.of(in(PLAN).draft()).get(2);
    assertThat(data.parts())
        .extracting(OutlineItem::label)
        .containsExactly("people", "ses-pre", "age", "sex");
    for (var item : OutlineItem.of(in(PLAN).draft())) {
      assertThat(item.whole().start()).isLessThanOrEqualTo(item.name().start());
      assertThat(item.whole().end()).isGreaterThanOrEqualTo(item.name().end());
    }
  }

  @Test
  void aNameIsDefinedUsedAndRenamed() {
    var use = in(PLAN.replace("(m1, age)", "(m‸1, age)"));
    var place = Definition.at(use.draft(), use.offset()).orElseThrow().place();
    assertThat(place.text()).isEqualTo("'m1'");
    assertThat(use.after("small"))
        .contains("model 'small', outcome", "coefficient(small, age)")
        .doesNotContain("m1");
    assertThat(use.renamed("older").edits()).isNotEmpty();
    assertThat(use.renamed("a'b").refusal()).contains("is no name");
    var column = in(PLAN.replace("['age', 'sex']", "['a‸ge', 'sex']"));
    assertThat(column.after("years"))
        .contains("column 'years'", "['years', 'sex']", "'years at ses-pre'", "value: 'years'");
  }

  @Test
  void aTextThatBrokeKeepsItsNames() {
    var before = in(PLAN).draft();
    var broken = PLAN + "compare 'm1', with: [";
    var draft = Draft.of("x.plan.groovy", broken, Optional.empty(), Optional.of(before));
    assertThat(draft.orElseThrow().reading().isWhole()).isFalse();
    assertThat(draft.orElseThrow().reading().names().symbols())
        .extracting(PlanSymbol::name)
        .contains("m1", "older", "H1", "age");
  }

  @Test
  void bracketsAndQuotesAreThoseOfGroovy() {
    var open = OpenBrackets.of("a('b\\'(', [c: /* ] */ \"{\", 'd", OpenBrackets.Style.GROOVY);
    assertThat(open.closing()).isEqualTo("])");
    assertThat(open.quote()).isEqualTo('\'');
    assertThat(OpenBrackets.of("a { 'it\n b // '", OpenBrackets.Style.GROOVY).comment()).isTrue();
    assertThat(OpenBrackets.of("a { 'it\n b", OpenBrackets.Style.GROOVY).quote()).isZero();
    assertThat(OpenBrackets.of("a /* 'b", OpenBrackets.Style.GROOVY).comment()).isTrue();
  }

  @Test
  void diagnosticsAreThoseOfPlanCheck() {
    var text = PLAN.replace("['clinical']", "['clinicl']") + "runs System.exit(1)\n";
    assertThat(in(text).draft().judged().findings())
        .extracting(one -> one.rule().code() + ":" + one.span().text())
        .contains("P232:'clinicl'")
        .anyMatch(found -> found.startsWith("S"));
  }

  private static String hover(String words, int after) {
    int at = PLAN.indexOf(words) + after;
    return in(PLAN.substring(0, at) + "‸" + PLAN.substring(at)).hover();
  }

  private static Typed in(String text) {
    return Typed.in("x.plan.groovy", text);
  }

  private static Typed after(String typed) {
    var before = Draft.of("x.plan.groovy", PLAN, Optional.empty(), Optional.empty());
    assertThat(before.orElseThrow().reading().isWhole()).isTrue();
    var text = PLAN + typed.strip().replace("\\n", "\n");
    return Typed.in("x.plan.groovy", text, Optional.empty(), before);
  }
}
