package org.planlock.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Splits a table's text into a header and rows of equal length, and reports every other shape. */
final class TableParser {
  /**
   * More columns than any measurement has; a whole-brain connectivity matrix of 400 regions has
   * 79,800.
   */
  static final int MOST_COLUMNS = 100_000;

  private static final int LISTED = 5;

  private final String name;
  private final Separator separator;
  private final TablePlaces places;
  private final CellCollector.Cells cells;
  private final CellStore store;

  private TableParser(String name, String text, Separator separator) {
    this.name = name;
    this.separator = separator;
    this.places = new TablePlaces(name, text, separator.character());
    this.cells = CellCollector.collect(text, separator.character(), MOST_COLUMNS);
    this.store = cells.store();
  }

  static Checked<TextTable> parse(String name, String text, Separator separator) {
    return new TableParser(name, text, separator).table();
  }

  private Checked<TextTable> table() {
    if (cells.brokenLine() > 0) {
      return Checked.failed(brokenQuote());
    }
    if (cells.tooWideLine() > 0) {
      var message = "row " + cells.tooWideLine() + " has more than 100,000 columns";
      return Checked.failed(at(cells.tooWideLine(), Rule.TABLE_TOO_LARGE, message));
    }
    if (store.rows() == 0) {
      return Checked.failed(
          Diagnostic.at(Span.none(name), Rule.EMPTY_TABLE, "`" + name + "` is empty")
              .help("a table has a header and at least one row"));
    }
    var written = IntStream.range(0, store.length(0)).mapToObj(i -> store.cell(0, i)).toList();
    var other = otherSeparator(written);
    if (other.isPresent()) {
      return Checked.failed(other.get());
    }
    return shaped(written);
  }

  private Checked<TextTable> shaped(List<String> written) {
    var found = new ArrayList<>(new HeaderCheck(places, store.line(0)).check(written));
    if (store.rows() == 1) {
      found.add(
          at(store.line(0), Rule.EMPTY_TABLE, "`" + name + "` has a header but no rows")
              .help("a table has at least one row below its header"));
    }
    ragged(written.size()).ifPresent(found::add);
    blankLines().ifPresent(found::add);
    if (found.stream().anyMatch(Diagnostic::isError)) {
      return Checked.failed(found);
    }
    var header = written.stream().map(String::strip).toList();
    return Checked.of(new TextTable(name, header, store, places), found);
  }

  private java.util.Optional<Diagnostic> otherSeparator(List<String> written) {
    if (written.size() != 1) {
      return java.util.Optional.empty();
    }
    return Arrays.stream(Separator.values())
        .filter(s -> s != separator && written.get(0).indexOf(s.character()) >= 0)
        .findFirst()
        .map(this::wrongSeparator);
  }

  private Diagnostic wrongSeparator(Separator seen) {
    var message =
        "`"
            + name
            + "` was read with "
            + separator.word()
            + " as separator and has one column, with a "
            + seen.word()
            + " in its name";
    return at(store.line(0), Rule.WRONG_SEPARATOR, message)
        .help("write `separator " + seen.word() + "` for this table, if that is how it is written");
  }

  private java.util.Optional<Diagnostic> ragged(int width) {
    var rows = IntStream.range(1, store.rows()).filter(r -> store.length(r) != width).toArray();
    if (rows.length == 0) {
      return java.util.Optional.empty();
    }
    int first = rows[0];
    var message =
        "row "
            + store.line(first)
            + " has "
            + Phrases.count(store.length(first), "cell")
            + ", the header has "
            + width;
    var more =
        Arrays.stream(rows)
            .skip(1)
            .limit(LISTED - 1)
            .mapToObj(r -> String.valueOf(store.line(r)))
            .toList();
    var finding = at(store.line(first), Rule.RAGGED_ROW, message);
    if (!more.isEmpty()) {
      finding = finding.note("the same is wrong with row " + Phrases.list(more, rows.length - 1));
    }
    return java.util.Optional.of(
        finding.help(raggedHelp(rows.length, store.length(first) - width)));
  }

  private String raggedHelp(int rows, int surplus) {
    if (rows == store.rows() - 1 && surplus == 1) {
      return "every row has one cell more than the header: name the first column;"
          + " R writes row names without one unless told `row.names = FALSE`";
    }
    return surplus > 0
        ? "a cell that holds the separator must stand in double quotes"
        : "write a declared missing code where a value is missing";
  }

  private java.util.Optional<Diagnostic> blankLines() {
    if (cells.blankLines().isEmpty()) {
      return java.util.Optional.empty();
    }
    var lines = cells.blankLines().stream().limit(LISTED).map(String::valueOf).toList();
    var message = "blank rows were skipped: " + Phrases.list(lines, cells.blankLines().size());
    return java.util.Optional.of(at(cells.blankLines().get(0), Rule.BLANK_LINE, message));
  }

  private Diagnostic brokenQuote() {
    var message =
        "a quoted cell in row " + cells.brokenLine() + " is not closed where the cell ends";
    return at(cells.brokenLine(), Rule.UNFINISHED_QUOTE, message)
        .note("everything after the opening quote would be read as one cell")
        .help("close the quote, or write a quote inside a quoted cell twice");
  }

  private Diagnostic at(int line, Rule rule, String message) {
    return Diagnostic.at(places.line(line), rule, message);
  }
}
