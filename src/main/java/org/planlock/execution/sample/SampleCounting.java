package org.planlock.execution.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.planlock.data.ColumnRule;
import org.planlock.data.DatasetReader;
import org.planlock.data.TableRule;
import org.planlock.data.TextTable;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.Places;
import org.planlock.plan.Plan;

/** Counts rows and empty cells; it looks at no value but to see whether there is one. */
public record SampleCounting(
    Plan plan, Places places, DataRequest request, Optional<String> early) {
  /** The counts of all tables, or why one cannot be read. */
  public Checked<SampleCount> read() {
    var contract = plan.data().stated();
    if (contract.isEmpty()) {
      return Checked.of(new SampleCount(0, List.of(), List.of()));
    }
    var rules = new TableRules(contract.get(), places.of("data.tables"));
    var found = new ArrayList<Diagnostic>();
    var counts = new ArrayList<SampleCount.TableCount>();
    for (var rule : rules.rules()) {
      var table = DatasetReader.table(request.folder(), rule, request.memory());
      table.diagnostics().stream().filter(Diagnostic::isError).forEach(found::add);
      table.value().ifPresent(file -> counts.add(count(rule, file.table())));
    }
    found.addAll(rules.found());
    if (!found.isEmpty()) {
      return Checked.failed(found);
    }
    int enrolled = counts.isEmpty() ? 0 : counts.get(0).participants();
    return Checked.of(
        new SampleCount(
            enrolled, counts, new SizeFindings(places).before(plan, enrolled, early.isPresent())));
  }

  private static SampleCount.TableCount count(TableRule rule, TextTable table) {
    var missing = new LinkedHashMap<String, Integer>();
    for (int column = 0; column < table.header().size(); column++) {
      var name = table.header().get(column);
      int empty = missing(table, column, codes(rule, name));
      if (empty > 0) {
        missing.put(name, empty);
      }
    }
    return new SampleCount.TableCount(
        rule.path(), table.rows(), participants(rule, table), missing, unseen(rule, table));
  }

  private static int missing(TextTable table, int column, List<String> codes) {
    int empty = 0;
    for (int row = 0; row < table.rows(); row++) {
      var cell = table.cell(row, column).strip();
      empty += cell.isEmpty() || codes.contains(cell) ? 1 : 0;
    }
    return empty;
  }

  private static List<String> codes(TableRule rule, String column) {
    return rule.columns().stream()
        .filter(one -> one.name().equals(column))
        .flatMap(one -> one.missingCodes().stream())
        .findFirst()
        .orElse(rule.format().missingCodes());
  }

  private static int participants(TableRule rule, TextTable table) {
    var names = new HashSet<String>();
    rule.key().stream()
        .findFirst()
        .flatMap(key -> table.column(key).stream().boxed().findFirst())
        .ifPresent(
            column -> {
              for (int row = 0; row < table.rows(); row++) {
                names.add(table.cell(row, column).strip());
              }
            });
    return names.size();
  }

  private static List<String> unseen(TableRule rule, TextTable table) {
    return rule.columns().stream()
        .map(ColumnRule::name)
        .filter(name -> !table.header().contains(name))
        .filter(name -> rule.spreads().isEmpty())
        .toList();
  }
}
