package org.planlock.data;

import static org.planlock.fuzz.Fuzzed.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.Seeds;

/** Any bytes as a table; the first of them says how it is declared. */
class TableFuzzTest {
  private static final int CSV = 1;
  private static final int SEMICOLONS = 2;
  private static final int COMMAS = 4;
  private static final int LATIN_1 = 8;
  private static final int SESSIONS = 16;

  static Stream<Arguments> seeds() {
    return Stream.of(
            Seeds.ending(".tsv", bytes -> declared(SESSIONS, bytes), "reference/rct21"),
            Seeds.ending(".csv", bytes -> declared(CSV, bytes), "conformance/files_all_here_ok"),
            Stream.of(
                text(CSV, "id,age,group\n1,30,a\n2,,b\n"),
                text(CSV, "id,age,group\n\"1\",\"3\"\"0\",\"a\nb\"\n"),
                text(CSV | SEMICOLONS | COMMAS, "id;age;group\n1;30,5;a\n2;1.000,5;b\n"),
                text(SESSIONS, "id\tses\tage\n1\tbase\t30\n1\tend\tn/a\n"),
                text(LATIN_1 | CSV, "id,age,group\n1,1e400,\u00e9\n1,NaN,-0\n")))
        .flatMap(all -> all);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void isReadOrRefused(byte[] bytes) {
    Fuzzed.quickly(() -> tryOut(bytes));
  }

  private static void tryOut(byte[] bytes) {
    int how = bytes.length == 0 ? 0 : bytes[0];
    var rule = rule(how);
    var content = Arrays.copyOfRange(bytes, Math.min(1, bytes.length), bytes.length);
    var read = Fuzzed.reported(TableReader.read(rule.path(), content, rule.format()));
    read.value().ifPresent(TableFuzzTest::comesBack);
    if (read.isSound()) {
      var input = TableInput.of(rule, read.orThrow());
      Fuzzed.reported(new DatasetReader(List.of(rule)).join(List.of(input)))
          .value()
          .ifPresent(TableFuzzTest::hasEveryColumn);
    }
  }

  /** Whatever was read says the same when it is written with every cell in quotes. */
  private static void comesBack(TableFile file) {
    var table = file.table();
    var out = new StringWriter();
    try (var csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(out)) {
      csv.writeRecord(table.header());
      for (int row = 0; row < table.rows(); row++) {
        csv.writeRecord(cells(table, row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var bytes = out.toString().getBytes(StandardCharsets.UTF_8);
    var back = TableReader.read("back.csv", bytes, TableFormat.plain());
    require(back.isSound(), "a table that was read is refused when it is written again");
    var other = back.orThrow().table();
    require(other.header().equals(table.header()), "another header: " + other.header());
    require(other.rows() == table.rows(), other.rows() + " rows instead of " + table.rows());
    for (int row = 0; row < table.rows(); row++) {
      require(cells(other, row).equals(cells(table, row)), "another row " + row);
    }
  }

  private static List<String> cells(TextTable table, int row) {
    return IntStream.range(0, table.header().size()).mapToObj(i -> table.cell(row, i)).toList();
  }

  private static void hasEveryColumn(Dataset dataset) {
    for (var column : dataset.columns()) {
      Fuzzed.reported(dataset.numbers(column));
      Fuzzed.reported(dataset.texts(column));
    }
    require(dataset.participants().size() > 0, "a sound table without participants");
  }

  private static TableRule rule(int how) {
    var format = TableFormat.plain().withMissing("n/a", "");
    if ((how & SEMICOLONS) != 0) {
      format = format.withSeparator(Separator.SEMICOLON);
    }
    if ((how & COMMAS) != 0) {
      format = format.withDecimal(',');
    }
    if ((how & LATIN_1) != 0) {
      format = format.withEncoding(StandardCharsets.ISO_8859_1);
    }
    var path = (how & CSV) != 0 ? "people.csv" : "people.tsv";
    var rule =
        (how & SESSIONS) != 0
            ? TableRule.of("people", path, format, "id", "ses")
            : TableRule.of("people", path, format, "id");
    return (how & SESSIONS) != 0
        ? rule.withColumns(ColumnRule.integer("age").within(18, 99))
        : rule.withColumns(
            ColumnRule.number("age").within(0, 120).in("year"), ColumnRule.text("group", "a", "b"));
  }

  private static Arguments text(int how, String text) {
    return Seeds.seed(text, declared(how, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] declared(int how, byte[] bytes) {
    var both = new byte[bytes.length + 1];
    both[0] = (byte) how;
    System.arraycopy(bytes, 0, both, 1, bytes.length);
    return both;
  }
}
