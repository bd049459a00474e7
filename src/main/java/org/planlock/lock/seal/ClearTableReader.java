package org.planlock.lock.seal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Splits the bytes of a table into cells; cells are kept as they are, formulas too. */
final class ClearTableReader {
  private static final int MOST_COLUMNS = 10_000;
  private static final int MOST_CELLS = 4_000_000;

  private final String name;
  private final CellSeparator separator;

  ClearTableReader(String name, CellSeparator separator) {
    this.name = name;
    this.separator = separator;
  }

  Checked<ClearTable> read(byte[] bytes) {
    if (bytes.length > ClearTable.MOST_BYTES) {
      return failed(Rule.TABLE_TOO_LARGE, "`" + name + "` is larger than 16 MiB");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return Checked.failed(
          problem(Rule.TABLE_TEXT, "`" + name + "` is not UTF-8 text")
              .help("save the table as plain text in UTF-8"));
    }
    return split(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private Checked<ClearTable> split(String text) {
    var rows = new ArrayList<CsvRecord>();
    long cells = 0;
    try {
      for (var row : reader(text)) {
        rows.add(row);
        cells += row.getFieldCount();
        if (cells > MOST_CELLS) {
          return failed(Rule.TABLE_TOO_LARGE, "`" + name + "` has more than 4,000,000 cells");
        }
      }
    } catch (CsvParseException e) {
      return Checked.failed(unsplittable(rows));
    }
    return rows.size() < 2
        ? failed(Rule.EMPTY_TABLE, "`" + name + "` has no rows below a header")
        : shaped(rows);
  }

  private CsvReader<CsvRecord> reader(String text) {
    return CsvReader.builder()
        .fieldSeparator(separator.character())
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(CsvRecordHandler.builder().maxFields(MOST_COLUMNS).build(), text);
  }

  private Checked<ClearTable> shaped(List<CsvRecord> rows) {
    var header = rows.get(0).getFields();
    var found = new ArrayList<Diagnostic>(headerFaults(header));
    rows.stream()
        .filter(row -> row.getFieldCount() != header.size())
        .findFirst()
        .ifPresent(row -> found.add(ragged(row, header.size())));
    return found.isEmpty()
        ? Checked.of(
            new ClearTable(
                name,
                separator,
                header,
                rows.stream().skip(1).map(CsvRecord::getFields).map(List::copyOf).toList()))
        : Checked.failed(found);
  }

  private List<Diagnostic> headerFaults(List<String> header) {
    var seen = new HashSet<String>();
    var found = new ArrayList<Diagnostic>();
    for (int i = 0; i < header.size(); i++) {
      var column = header.get(i).strip();
      if (column.isEmpty()) {
        found.add(problem(Rule.EMPTY_COLUMN_NAME, "column " + (i + 1) + " has no name"));
      } else if (!seen.add(column)) {
        found.add(
            problem(Rule.DUPLICATE_COLUMN, "there are two columns `" + column + "`")
                .note("if only one of them were sealed, the other would give it away"));
      }
    }
    return found;
  }

  private Diagnostic ragged(CsvRecord row, int width) {
    return problem(
            Rule.RAGGED_ROW,
            "row "
                + row.getStartingLineNumber()
                + " has "
                + row.getFieldCount()
                + " cells, the header has "
                + width)
        .help("a cell that holds the separator must stand in double quotes");
  }

  private Diagnostic unsplittable(List<CsvRecord> rows) {
    long before = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).getStartingLineNumber();
    return problem(
            Rule.UNFINISHED_QUOTE, "a cell after row " + before + " does not end where it should")
        .help("close the quote, or write a quote inside a quoted cell twice");
  }

  private Checked<ClearTable> failed(Rule rule, String message) {
    return Checked.failed(problem(rule, message));
  }

  private Diagnostic problem(Rule rule, String message) {
    return Diagnostic.at(Span.none(name), rule, message);
  }
}
