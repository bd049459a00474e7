package org.planlock.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Splits a text into cells; the only class that knows the CSV library. */
final class CellCollector extends AbstractBaseCsvCallbackHandler<Boolean> {
  private final CellStore store;
  private final List<Integer> blankLines = new ArrayList<>();
  private final int widest;
  private boolean blank;
  private boolean tooWide;

  private CellCollector(int characters, int widest) {
    this.store = new CellStore(characters);
    this.widest = widest;
  }

  /**
   * What was found in the text.
   *
   * @param blankLines lines without any character, that other lines follow
   * @param tooWideLine the line with more cells than allowed, or 0
   * @param brokenLine the line where quoting goes wrong, or 0
   */
  record Cells(CellStore store, List<Integer> blankLines, int tooWideLine, int brokenLine) {}

  static Cells collect(String text, char separator, int widest) {
    var collector = new CellCollector(text.length(), widest);
    var builder =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowUnclosedQuote(false)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    int line = 1;
    for (var records = builder.build(collector, new StringReader(text)).iterator(); ; ) {
      try {
        if (!records.hasNext()) {
          break;
        }
        records.next();
      } catch (CsvParseException e) {
        if (e.getCause() != null) {
          throw e;
        }
        line = (int) collector.getStartingLineNumber();
        return new Cells(collector.store, List.of(), 0, line);
      }
      line = collector.endRecord();
      if (collector.tooWide) {
        return new Cells(collector.store, List.of(), line, 0);
      }
    }
    return new Cells(collector.store, collector.innerBlankLines(), 0, 0);
  }

  @Override
  protected void handleBegin(long line) {
    blank = false;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    if (index >= widest) {
      tooWide = true;
    } else {
      store.addCell(buffer, offset, length);
    }
  }

  @Override
  protected void handleEmpty() {
    blank = true;
  }

  @Override
  protected Boolean buildRecord() {
    return Boolean.TRUE;
  }

  private int endRecord() {
    int line = (int) getStartingLineNumber();
    if (blank) {
      blankLines.add(line);
    } else {
      store.endRow(line);
    }
    return line;
  }

  private List<Integer> innerBlankLines() {
    int last = store.rows() == 0 ? 0 : store.line(store.rows() - 1);
    return blankLines.stream().filter(line -> line < last).toList();
  }
}
