package org.planlock.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How a table is written down.
 *
 * @param separator empty: told by the file's ending
 * @param decimal the decimal mark, a point or a comma
 * @param missingCodes the cells that mean a missing value; nothing else does
 */
public record TableFormat(
    Optional<Separator> separator, char decimal, List<String> missingCodes, Charset encoding) {
  public TableFormat {
    missingCodes = List.copyOf(missingCodes);
    if (decimal != '.' && decimal != ',') {
      throw new IllegalArgumentException("not a decimal mark: " + decimal);
    }
  }

  /** UTF-8, decimal point, separator by file ending, and no missing code at all. */
  public static TableFormat plain() {
    return new TableFormat(Optional.empty(), '.', List.of(), StandardCharsets.UTF_8);
  }

  /** The same with another separator. */
  public TableFormat withSeparator(Separator other) {
    return new TableFormat(Optional.of(other), decimal, missingCodes, encoding);
  }

  /** The same with another decimal mark. */
  public TableFormat withDecimal(char other) {
    return new TableFormat(separator, other, missingCodes, encoding);
  }

  /** The same with these missing codes. */
  public TableFormat withMissing(String... codes) {
    return new TableFormat(separator, decimal, List.of(codes), encoding);
  }

  /** The same with another encoding. */
  public TableFormat withEncoding(Charset other) {
    return new TableFormat(separator, decimal, missingCodes, other);
  }
}
