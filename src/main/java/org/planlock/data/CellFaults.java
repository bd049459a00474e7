package org.planlock.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.planlock.diagnostic.Diagnostic;

/** The faulty cells of one column, by fault: all are counted, the first five are named. */
final class CellFaults {
  private static final int LISTED = 5;

  private final TextTable table;
  private final int column;
  private final String shownName;
  private final Map<CellFault, List<Integer>> rows = new EnumMap<>(CellFault.class);
  private final Map<CellFault, Integer> counts = new EnumMap<>(CellFault.class);

  CellFaults(TextTable table, int column, String shownName) {
    this.table = table;
    this.column = column;
    this.shownName = shownName;
  }

  void add(CellFault fault, int row) {
    var listed = rows.computeIfAbsent(fault, f -> new ArrayList<>());
    if (listed.size() < LISTED) {
      listed.add(row);
    }
    counts.merge(fault, 1, Integer::sum);
  }

  /** One finding per fault, to which the caller adds what only it knows. */
  List<Diagnostic> findings(
      Function<CellFault, List<String>> notes, Acceptance acceptance, String tableName) {
    return rows.keySet().stream()
        .map(fault -> acceptance.weigh(finding(fault, notes), tableName, shownName, count(fault)))
        .toList();
  }

  /** The texts of the listed cells. */
  List<String> texts(CellFault fault) {
    return rows.getOrDefault(fault, List.of()).stream()
        .map(row -> table.cell(row, column))
        .distinct()
        .toList();
  }

  private int count(CellFault fault) {
    return counts.getOrDefault(fault, 0);
  }

  private Diagnostic finding(CellFault fault, Function<CellFault, List<String>> notes) {
    var listed = rows.getOrDefault(fault, List.of());
    var finding =
        Diagnostic.at(table.place(listed.get(0), column), fault.rule(), message(fault, listed));
    for (int row : listed.subList(1, listed.size())) {
      finding = finding.labelled(table.place(row, column), "row " + table.line(row));
    }
    for (var note : notes.apply(fault)) {
      finding = finding.note(note);
    }
    return fault.help().isEmpty() ? finding : finding.help(fault.help());
  }

  private String message(CellFault fault, List<Integer> listed) {
    int count = count(fault);
    if (count == 1) {
      return cell(listed.get(0)) + " of `" + shownName + "` " + fault.words(1);
    }
    var named = Phrases.list(listed.stream().map(this::cell).toList(), count);
    return count + " cells of `" + shownName + "` " + fault.words(count) + ": " + named;
  }

  private String cell(int row) {
    var text = table.cell(row, column);
    return (text.isEmpty() ? "the empty cell" : "`" + text + "`") + " in row " + table.line(row);
  }
}
