package org.planlock.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.source.SourceFile;

/** Of a long section an editor reads a part; what it is told must be what the whole would say. */
class LongSectionsTest {
  private static final int MANY = 2 * Grain.LONG;
  private static final String CURSOR = "‸";

  /** A plan whose section of data has the line in the middle of so many columns. */
  private static String plan(String notation, int columns, String line) {
    var half = columns / 2;
    return switch (notation) {
      case "yaml" ->
          "planlock: 1\nplan: {id: x}\ndata:\n  tables:\n"
              + "    - {name: people, file: people.tsv, key: [id]}\n  columns:\n"
              + filler("    - {name: x%d, table: people, type: number, unit: mm}\n", 0, half)
              + line
              + "\n"
              + filler("    - {name: x%d, table: people, type: number, unit: mm}\n", half, columns)
              + "models:\n  - {name: m1, outcome: y}\n";
      case "plan" ->
          "plan \"x\" language 1 { title \"x\" }\ndata {\n  table people from \"people.tsv\" key id\n"
              + filler("  column x%d in people number 0 .. 9 unit mm\n", 0, half)
              + line
              + "\n"
              + filler("  column x%d in people number 0 .. 9 unit mm\n", half, columns)
              + "}\nmodel m1 { outcome y }\n";
      default ->
          "planlock 1\nplan('x') { title 'x' }\ndata {\n"
              + "  table 'people', file: 'people.tsv', key: ['id']\n"
              + filler("  column 'x%d', table: 'people', type: 'number', unit: 'mm'\n", 0, half)
              + line
              + "\n"
              + filler(
                  "  column 'x%d', table: 'people', type: 'number', unit: 'mm'\n", half, columns)
              + "}\nmodel 'm1', outcome: 'y'\n";
    };
  }

  private static String filler(String line, int from, int to) {
    return IntStream.range(from, to).mapToObj(line::formatted).collect(Collectors.joining());
  }

  private static Typed typed(String notation, int columns, String line) {
    var ending = notation.equals("plan") ? ".plan" : ".plan." + notation;
    return Typed.in("x" + ending, plan(notation, columns, line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "yaml|    - {name: age, ‸}",
        "yaml|    - {name: age, table: people, type: ‸}",
        "yaml|    - {name: age, table: ‸}",
        "yaml|    - name: age\\n      table: people\\n      ‸",
        "yaml|    - name: age\\n      levels: [a, b]\\n      ty‸\\n      unit: mm",
        "plan|  column age in people ‸",
        "plan|  column age in ‸",
        "plan|  column age in people levels a, b\\n      refe‸",
        "plan|  ‸",
        "groovy|  column 'age', ‸",
        "groovy|  column 'age', table: 'people', type: '‸",
        "groovy|  column 'age', table: 'people',\\n      un‸",
        "groovy|  col‸",
      })
  void completionIsThatOfAShortOne(String notation, String line) {
    var text = line.replace("\\n", "\n");
    var expected = typed(notation, 2, text).suggested();
    assertThat(expected).isNotEmpty();
    assertThat(typed(notation, MANY, text).suggested()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "yaml|    - {name: age, table: people, type: number, range: [18, 80], unit: years}",
        "yaml|    - name: age\\n      table: people\\n      range: [18, 80] # adults\\n      unit: years",
        "plan|  column age in people number 18 .. 80 unit years // adults",
        "plan|  column age in people number 18 .. 80\\n      unit years",
        "groovy|  column 'age', table: 'people', type: 'number', range: [18, 80], unit: 'years'",
        "groovy|  column 'age', table: 'people',\\n      range: [18, 80], unit: 'years'",
      })
  void hoverIsThatOfAShortOneAtEveryLetter(String notation, String line) {
    var text = line.replace("\\n", "\n");
    int pages = 0;
    for (int at = 0; at <= text.length(); at++) {
      var asked = text.substring(0, at) + CURSOR + text.substring(at);
      var expected = typed(notation, 2, asked).hover();
      assertThat(typed(notation, MANY, asked).hover()).as(asked).isEqualTo(expected);
      pages += expected.isEmpty() ? 0 : 1;
    }
    assertThat(pages).as("letters with a page").isGreaterThan(10);
  }

  @ParameterizedTest
  @CsvSource({
    "one two three, one two three, 4, 4",
    "one two three, one xtwo three, 9, 8",
    "one two three, one xtwo three, 2, 2",
    "one two three, one three, 6, 10",
    "one two three, one 2 three, 5, 7",
    "one two three, one xxxx three, 6, -1",
    "'', abc, 1, -1",
  })
  void placesAroundAChangeAreFoundInTheTextBefore(String was, String is, int offset, int earlier) {
    var moved = Moved.between(SourceFile.of("a.plan", was), SourceFile.of("a.plan", is));
    assertThat(moved.back(offset).orElse(-1)).isEqualTo(earlier);
  }
}
