package org.planlock.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** Checks one table against its rule and its dictionary, everything at once. */
final class ContractCheck {
  private final TableInput input;
  private final Acceptance acceptance;

  ContractCheck(TableInput input, Acceptance acceptance) {
    this.input = input;
    this.acceptance = acceptance;
  }

  Checked<SoundTable> check() {
    var absent = absentColumns(structure());
    if (!absent.isEmpty()) {
      return Checked.failed(absent);
    }
    var table = new SoundTable(input, acceptance);
    var found = new ArrayList<Diagnostic>();
    clashes(table).forEach(found::add);
    found.addAll(absentColumns(unofferedRules(table)));
    for (var column : table.offered().values()) {
      if (column.declared()) {
        found.addAll(cells(table, column));
      }
    }
    input
        .dictionary()
        .ifPresent(d -> found.addAll(new DictionaryCheck(table, acceptance).check(d)));
    return Checked.of(table, found);
  }

  private static List<Diagnostic> cells(SoundTable table, SoundTable.Offered column) {
    return column.rule().type() == ValueType.TEXT
        ? table.texts(column).diagnostics()
        : table.numbers(column).diagnostics();
  }

  private List<String> structure() {
    var rule = input.rule();
    var spreads = rule.spreads().stream().map(SpreadRule::column);
    return List.copyOf(new LinkedHashSet<>(Stream.concat(rule.key().stream(), spreads).toList()));
  }

  private List<String> unofferedRules(SoundTable table) {
    return input.rule().columns().stream()
        .map(ColumnRule::name)
        .filter(name -> !table.offered().containsKey(name))
        .toList();
  }

  private List<Diagnostic> absentColumns(List<String> needed) {
    var header = input.file().table().header();
    return needed.stream()
        .filter(name -> !header.contains(name))
        .map(name -> absent(name, header))
        .toList();
  }

  private Diagnostic absent(String name, List<String> header) {
    var table = input.file().table();
    var message = "`" + table.name() + "` has no column `" + name + "`";
    var finding = Diagnostic.at(table.headerPlace(), Rule.MISSING_COLUMN, message);
    var near = NearNames.of(name, header);
    if (!near.isEmpty()) {
      var named = near.stream().map(n -> "`" + n + "`").toList();
      return finding.help("did you mean " + String.join(" or ", named) + "?");
    }
    var shown = header.stream().limit(5).map(n -> "`" + n + "`").toList();
    return finding.note("its columns are " + Phrases.list(shown, header.size()));
  }

  private Stream<Diagnostic> clashes(SoundTable table) {
    return table.clashes().stream()
        .map(
            name ->
                Diagnostic.at(
                        input.file().table().headerPlace(),
                        Rule.SPREAD_CLASH,
                        "two columns of `"
                            + table.rule().name()
                            + "` would be called `"
                            + name
                            + "`")
                    .help("give each spread column its own template, as in `fd_(measure)`"));
  }
}
