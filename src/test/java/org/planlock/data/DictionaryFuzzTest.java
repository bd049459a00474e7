package org.planlock.data;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.Seeds;

/** Any bytes as the data dictionary of a table that is as it should be. */
class DictionaryFuzzTest {
  private static final TableRule RULE =
      TableRule.of("people", "people.csv", TableFormat.plain(), "id")
          .withColumns(
              ColumnRule.number("age").within(18, 99).in("year"),
              ColumnRule.text("group", "a", "b"),
              ColumnRule.text("site"));
  private static final TableFile TABLE =
      TableReader.read(
              RULE.path(),
              "id,age,group,site\n1,30,a,x\n2,40,b,y\n".getBytes(StandardCharsets.UTF_8),
              RULE.format())
          .orThrow();

  static Stream<Arguments> seeds() {
    var whole =
        """
        {"age": {"Description": "at entry", "Units": "year", "Minimum": 18, "Maximum": 99.0},
         "group": {"Levels": {"a": "first", "b": "second"}},
         "site": {"Levels": {"x": "one", "y": ""}, "Other": [1e3, null, true, {"z": []}]}}
        """;
    return Stream.concat(
        Seeds.ending(".json", "reference/rct21/phenotype"),
        Stream.of(Seeds.seed("whole", whole.getBytes(StandardCharsets.UTF_8))));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void isReadOrRefused(byte[] bytes) {
    Fuzzed.quickly(() -> tryOut(bytes));
  }

  private static void tryOut(byte[] bytes) {
    Fuzzed.reported(DictionaryReader.read("people.json", bytes))
        .value()
        .ifPresent(DictionaryFuzzTest::compare);
  }

  private static void compare(DataDictionary dictionary) {
    var input = new TableInput(RULE, TABLE, Optional.of(dictionary));
    Fuzzed.reported(new DatasetReader(List.of(RULE)).join(List.of(input)));
  }
}
