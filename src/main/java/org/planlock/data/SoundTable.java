package org.planlock.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.planlock.diagnostic.Checked;

/**
 * A table with its rule and the columns that it offers by name: its own, or those that its spreads
 * make. What is read once is kept.
 */
final class SoundTable {
  /**
   * A column by name.
   *
   * @param position the column of the file that holds the cells
   * @param level the value of the spread key whose rows belong to it; null: all rows
   */
  record Offered(
      String name, int position, @Nullable String level, ColumnRule rule, boolean declared) {}

  private final TableInput input;
  private final Acceptance acceptance;
  private final Map<String, Offered> offered = new LinkedHashMap<>();
  private final List<String> clashes = new ArrayList<>();
  private final Map<String, Checked<double[]>> numbers = new ConcurrentHashMap<>();
  private final Map<String, Checked<@Nullable String[]>> texts = new ConcurrentHashMap<>();

  SoundTable(TableInput input, Acceptance acceptance) {
    this.input = input;
    this.acceptance = acceptance;
    if (rule().levelKey().isEmpty()) {
      offerColumns();
    } else if (!rule().spreads().isEmpty()) {
      offerSpreads();
    }
  }

  TableRule rule() {
    return input.rule();
  }

  TextTable table() {
    return input.file().table();
  }

  Map<String, Offered> offered() {
    return offered;
  }

  /** Names that two spreads make. */
  List<String> clashes() {
    return clashes;
  }

  Checked<double[]> numbers(Offered column) {
    return numbers.computeIfAbsent(column.name(), name -> readNumbers(column));
  }

  Checked<@Nullable String[]> texts(Offered column) {
    return texts.computeIfAbsent(column.name(), name -> readTexts(column));
  }

  private Checked<double[]> readNumbers(Offered column) {
    boolean asDeclared = column.declared() && column.rule().type() != ValueType.TEXT;
    var columnRule = asDeclared ? column.rule() : ColumnRule.number(column.name());
    return reader(column, columnRule).numbers(row -> belongs(column, row), asDeclared);
  }

  private Checked<@Nullable String[]> readTexts(Offered column) {
    boolean asDeclared = column.declared() && column.rule().type() == ValueType.TEXT;
    var columnRule = asDeclared ? column.rule() : ColumnRule.text(column.name());
    return reader(column, columnRule).texts(row -> belongs(column, row), asDeclared);
  }

  private ColumnReader reader(Offered column, ColumnRule columnRule) {
    return new ColumnReader(table(), column.position(), columnRule, rule(), acceptance);
  }

  private boolean belongs(Offered column, int row) {
    return column.level() == null || column.level().equals(table().cell(row, spreadKey()));
  }

  private int spreadKey() {
    return table().column(rule().spreads().get(0).key()).orElseThrow();
  }

  private void offerColumns() {
    for (int i = 0; i < table().header().size(); i++) {
      var name = table().header().get(i);
      if (!rule().key().contains(name)) {
        offer(name, i, null, name);
      }
    }
  }

  private void offerSpreads() {
    int key = spreadKey();
    var levels = new java.util.LinkedHashSet<String>();
    for (int row = 0; row < table().rows(); row++) {
      levels.add(table().cell(row, key));
    }
    for (var spread : rule().spreads()) {
      int position = table().column(spread.column()).orElseThrow();
      for (var level : levels) {
        offer(spread.named(level), position, level, spread.column());
      }
    }
  }

  private void offer(String name, int position, @Nullable String level, String source) {
    var declared = rule().column(name).or(() -> rule().column(source).map(r -> renamed(r, name)));
    var column =
        new Offered(
            name, position, level, declared.orElse(ColumnRule.number(name)), declared.isPresent());
    if (offered.putIfAbsent(name, column) != null) {
      clashes.add(name);
    }
  }

  private static ColumnRule renamed(ColumnRule rule, String name) {
    return new ColumnRule(
        name, rule.type(), rule.range(), rule.levels(), rule.unit(), rule.missingCodes());
  }
}
