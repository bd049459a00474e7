package org.planlock.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Severity;
import org.planlock.source.Span;

/** Cells that break the data contract. */
class BadCellsTest {
  private static final TableFormat NA = TableFormat.plain().withMissing("n/a");

  private static TableInput input(TableRule rule, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return TableInput.of(rule, TableReader.read(rule.path(), bytes, rule.format()).orThrow());
  }

  private static Checked<Dataset> join(Set<String> accepted, TableRule rule, String text) {
    return new DatasetReader(List.of(rule)).accepting(accepted).join(List.of(input(rule, text)));
  }

  private static Checked<Dataset> join(String text, ColumnRule... columns) {
    return join(Set.of(), rule(NA, columns), text);
  }

  private static TableRule rule(TableFormat format, ColumnRule... columns) {
    return TableRule.of("people", "people.csv", format, "id").withColumns(columns);
  }

  @Test
  void namesNearMatchesOfAMissingColumn() {
    var text = "id,Age,hippocampus_l\n1,2,3\n2,3,4\n3,4,5\n";
    var read =
        join(
            text,
            ColumnRule.number("age"),
            ColumnRule.number("hippocampus_left"),
            ColumnRule.number("hipocampus_l"));
    Golden.check("52-missing-column", read.diagnostics());
  }

  @Test
  void takesOnlyDeclaredCodesAsMissing() {
    var text = "id,age\n1,n/a\n2,NA\n3,\n4,.\n5,-999\n6,N/A\n7,NULL\n8,-\n9,4\n";
    Golden.check("55-missing-codes", join(text, ColumnRule.number("age")).diagnostics());
    var declared = NA.withMissing("n/a", "NA", "", ".", "-999", "N/A", "NULL", "-");
    var data = join(Set.of(), rule(declared, ColumnRule.number("age")), text).orThrow();
    var id = data.find("age", Span.none("plan")).orThrow();
    assertThat(data.numbers(id).orThrow().values())
        .containsExactly(
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            4);
  }

  @Test
  void letsARangeAdmitWhatLooksLikeACode() {
    var text = "id,bold\n1,-999\n2,4\n3,5\n";
    assertThat(join(text, ColumnRule.number("bold").within(-1000, 1000)).isSound()).isTrue();
    assertThat(join(text, ColumnRule.number("bold")).isSound()).isFalse();
  }

  @Test
  void saysWhenNoMissingCodeIsDeclared() {
    var read =
        join(
            Set.of(),
            rule(TableFormat.plain(), ColumnRule.number("age")),
            "id,age\n1,NA\n2,3\n3,4\n");
    Golden.check("55-none-declared", read.diagnostics());
  }

  @Test
  void refusesWhatIsNoNumber() {
    var text =
        "id,age\n1,abc\n2,\"1,5\"\n3,1e400\n4,NaN\n5,-inf\n6,0x1F\n7,1d\n8,12\n9,1_000\n10,1 000\n11,5%\n";
    Golden.check("56-not-numbers", join(text, ColumnRule.number("age")).diagnostics());
  }

  @Test
  void readsNumbersAsPeopleWriteThem() {
    var text = "id,x\n1,.5\n2,5.\n3,+1e-3\n4,-1.5E2\n5, 7 \n";
    var read = join(text, ColumnRule.number("x"));
    Golden.check("56-spaces-around-a-number", read.diagnostics());
    var data = read.orThrow();
    var id = data.find("x", Span.none("plan")).orThrow();
    assertThat(data.numbers(id).orThrow().values()).containsExactly(0.5, 5, 0.001, -150, 7);
  }

  @Test
  void refusesFractionsInWholeNumbers() {
    Golden.check(
        "56-integers", join("id,n\n1,9.0\n2,9.5\n3,1e1\n", ColumnRule.integer("n")).diagnostics());
  }

  @Test
  void readsDecimalCommasOnlyWhenDeclared() {
    var format = NA.withSeparator(Separator.SEMICOLON);
    var text = "id;age\n1;30,5\n2;31\n3;1.234\n";
    Golden.check(
        "58-decimal-comma",
        join(Set.of(), rule(format, ColumnRule.number("age")), text).diagnostics());
    Golden.check(
        "58-decimal-point-where-comma-is-declared",
        join(Set.of(), rule(format.withDecimal(','), ColumnRule.number("age")), text)
            .diagnostics());
  }

  @Test
  void refusesValuesOutOfRangeUnlessTheColumnIsAccepted() {
    var rule = rule(NA, ColumnRule.number("age").within(18, 70).in("years"));
    var text = "id,age\n1,17\n2,18\n3,70\n4,70.5\n";
    var refused = join(Set.of(), rule, text);
    Golden.check("outside-range", refused.diagnostics());
    assertThat(refused.isSound()).isFalse();
    assertThat(Breach.of(refused.diagnostics().get(0).rule())).contains(Breach.OUTSIDE);
    for (var name : List.of("age", "people.age")) {
      var data = join(Set.of(name), rule, text);
      assertThat(data.diagnostics()).allMatch(d -> d.severity() == Severity.NOTE);
      assertThat(data.orThrow().accepted())
          .singleElement()
          .satisfies(a -> assertThat(a.cells()).isEqualTo(2));
    }
  }

  @Test
  void neverAcceptsABrokenColumn() {
    assertThat(
            join(Set.of("age"), rule(NA, ColumnRule.number("age")), "id,age\n1,x\n2,2\n3,3\n")
                .isSound())
        .isFalse();
  }

  @Test
  void comparesLevelsLetterByLetter() {
    var text =
        "id,sex,dose,arm\n1,m,1.0,ketamin\n2,f,0.0,ketamine\n3,M,0,midazolam\n4,,1,other\n5,M,1,n/a\n";
    var read =
        join(
            text,
            ColumnRule.text("sex", "M", "F"),
            ColumnRule.text("dose", "0", "1"),
            ColumnRule.text("arm", "ketamine", "midazolam"));
    Golden.check("61-levels", read.diagnostics());
  }

  @Test
  void refusesColumnsWithoutValuesAndGroupsWithoutRows() {
    var text = "id,age,arm,site\n1,n/a,a,n/a\n2,n/a,a,n/a\n3,n/a,a,n/a\n";
    var read =
        join(
            text,
            ColumnRule.number("age"),
            ColumnRule.text("arm", "a", "b"),
            ColumnRule.text("site"));
    Golden.check("61-all-missing-empty-group", read.diagnostics());
  }

  @Test
  void warnsOfAConstantColumn() {
    var read = join("id,age\n1,4\n2,4.0\n3,n/a\n", ColumnRule.number("age"));
    Golden.check("60-constant", read.diagnostics());
    assertThat(read.isSound()).isTrue();
  }

  @Test
  void listsTheFirstFiveAndCountsTheRest() {
    var text = new StringBuilder("id,age\n");
    for (int i = 0; i < 5000; i++) {
      text.append(i).append(",x").append(i).append('\n');
    }
    Golden.check(
        "56-five-thousand-words", join(text.toString(), ColumnRule.number("age")).diagnostics());
  }

  @Test
  void leavesFormulasOfSpreadsheetsUntouched() {
    var data =
        join("id,note\n1,=cmd|' /C calc'!A0\n2,@x\n3,+1\n", ColumnRule.text("note")).orThrow();
    var id = data.find("note", Span.none("plan")).orThrow();
    assertThat(data.texts(id).orThrow().values())
        .containsExactly(Optional.of("=cmd|' /C calc'!A0"), Optional.of("@x"), Optional.of("+1"));
  }

  @Test
  void comparesTheDictionaryWithThePlan() {
    var json =
        """
        {"sex": {"Levels": {"M": "male", "F": "female"}},
         "site": {"Levels": {"a": ""}},
         "hand": {"Levels": {"right": ""}},
         "age": {"Units": "months", "Minimum": 10, "Maximum": 70},
         "other": {"Units": 3, "Levels": ["x"], "Annotations": {"Levels": {"m": {}}}}}
        """;
    var dictionary =
        DictionaryReader.read("people.json", json.getBytes(StandardCharsets.UTF_8)).orThrow();
    var rule =
        rule(
            NA,
            ColumnRule.text("sex", "m", "f"),
            ColumnRule.text("site"),
            ColumnRule.number("age").within(18, 70).in("years"));
    var text = "id,sex,site,age,hand,other\n1,m,a,20,right,x\n2,f,b,30,left,x\n3,m,a,40,left,x\n";
    var described = new TableInput(rule, input(rule, text).file(), Optional.of(dictionary));
    Golden.check(
        "61-dictionary", new DatasetReader(List.of(rule)).join(List.of(described)).diagnostics());
  }

  @Test
  void refusesDictionariesThatAreNoPlainJson() {
    var broken =
        List.of(
            "[1]",
            "{\"a\": {\"Levels\": {\"x\": \"\"}",
            "{a: {}}",
            "{\"a\": {}, \"a\": {}}",
            "{} {}",
            "",
            "{\"a\":{\"Levels\":{\"x\":\"1\",\"x\":\"2\"}}}",
            "[".repeat(100_000),
            "{\"a\":" + "{\"a\":".repeat(100_000));
    var found =
        broken.stream()
            .flatMap(
                text ->
                    DictionaryReader.read("d.json", text.getBytes(StandardCharsets.UTF_8))
                        .diagnostics()
                        .stream())
            .map(d -> d.message());
    assertThat(found)
        .containsExactly(
            "`d.json` is not a JSON object of columns",
            "`d.json` is not valid JSON in or after `$.a.Levels`",
            "`d.json` is not valid JSON in or after `$.`",
            "`d.json` describes `a` twice",
            "`d.json` is not valid JSON in or after `$`",
            "`d.json` is not valid JSON in or after `$`",
            "`d.json` describes `x` twice",
            "`d.json` is not a JSON object of columns",
            "`d.json` is not valid JSON in or after `$.a.a" + ".".repeat(55) + "…`");
  }
}
