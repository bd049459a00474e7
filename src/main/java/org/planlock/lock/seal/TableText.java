package org.planlock.lock.seal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes a table in one way only: UTF-8, LF, quotes where they are needed (RFC 4180 §2). */
final class TableText {
  private TableText() {}

  static byte[] bytes(ClearTable table) {
    var text = new StringWriter();
    try (var writer =
        CsvWriter.builder()
            .fieldSeparator(table.separator().character())
            .lineDelimiter(LineDelimiter.LF)
            .build(text)) {
      writer.writeRecord(table.header());
      table.rows().forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
