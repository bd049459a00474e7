package org.planlock.execution.sample;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.planlock.data.ColumnRule;
import org.planlock.data.Range;
import org.planlock.data.Separator;
import org.planlock.data.SpreadRule;
import org.planlock.data.TableFormat;
import org.planlock.data.TableRule;
import org.planlock.data.ValueType;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.Plan;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.plan.contract.ColumnContract.ColumnType;
import org.planlock.plan.contract.DataContract;
import org.planlock.plan.contract.TableContract;
import org.planlock.plan.contract.TextFormat;
import org.planlock.plan.value.Decimal;
import org.planlock.source.Span;

/** What the plan promises of its tables, in the words of the data room. */
final class TableRules {
  private final DataContract contract;
  private final Span place;
  private final List<Diagnostic> found = new ArrayList<>();

  TableRules(DataContract contract, Span place) {
    this.contract = contract;
    this.place = place;
  }

  /** The tables of a plan. */
  static List<TableContract> tables(Plan plan) {
    return plan.data().stated().flatMap(data -> data.tables().stated()).orElse(List.of());
  }

  /** The table with one row for each participant: as declared, else the first with a single key. */
  static Optional<TableContract> roster(List<TableContract> tables) {
    return tables.stream()
        .filter(table -> table.oneRowPer().stated().filter("participant"::equals).isPresent())
        .findFirst()
        .or(() -> tables.stream().filter(table -> table.key().size() == 1).findFirst())
        .or(() -> tables.stream().findFirst());
  }

  /** What was wrong with the contract itself. */
  List<Diagnostic> found() {
    return found;
  }

  /** The rules, that of the participants table first. */
  List<TableRule> rules() {
    var tables = contract.tables().orElse(List.of());
    var roster = roster(tables);
    return tables.stream()
        .sorted(Comparator.comparing(table -> roster.filter(table::equals).isEmpty()))
        .flatMap(table -> rule(table, roster).stream())
        .toList();
  }

  private Optional<TableRule> rule(TableContract table, Optional<TableContract> roster) {
    var spreads = table.spread().stream().map(this::spread).flatMap(Optional::stream).toList();
    var key = isAboutParticipants(table, roster) ? table.key() : List.<String>of();
    int own = key.size() - (spreads.isEmpty() ? 0 : 1);
    boolean spreadKeyKnown = spreads.stream().allMatch(spread -> key.contains(spread.key()));
    if (spreads.size() < table.spread().size() || own > 2 || !spreadKeyKnown) {
      return report(
          table,
          "a key is a participant, or a participant and a session; a further key column is spread,"
              + " as in `spread value as fd_(measure)`");
    }
    return Optional.of(
        new TableRule(
            table.name(),
            table.file(),
            format(table),
            key,
            columns(table.name()),
            spreads,
            table.dictionary()));
  }

  private static boolean isAboutParticipants(TableContract table, Optional<TableContract> roster) {
    return !table.key().isEmpty()
        && roster.filter(r -> r.key().get(0).equals(table.key().get(0))).isPresent();
  }

  private Optional<TableRule> report(TableContract table, String help) {
    var keys = String.join("`, `", table.key());
    found.add(
        Diagnostic.at(
                place,
                Rule.UNUSABLE_KEY,
                "the key `" + keys + "` of `" + table.name() + "` cannot be joined")
            .help(help));
    return Optional.empty();
  }

  private Optional<SpreadRule> spread(TableContract.Spread spread) {
    return spread.as().matches(".*\\([^()]+\\).*")
        ? Optional.of(new SpreadRule(spread.column(), spread.as()))
        : Optional.empty();
  }

  private List<ColumnRule> columns(String table) {
    return contract.columns().orElse(List.of()).stream()
        .filter(column -> column.table().equals(table))
        .map(TableRules::column)
        .toList();
  }

  private static ColumnRule column(ColumnContract column) {
    boolean text =
        !column.levels().isEmpty() || column.type().filter(ColumnType.TEXT::equals).isPresent();
    var number =
        column.type().filter(ColumnType.INTEGER::equals).isPresent()
            ? ValueType.INTEGER
            : ValueType.NUMBER;
    return new ColumnRule(
        column.name(),
        text ? ValueType.TEXT : number,
        text ? Optional.empty() : range(column.range()),
        text ? column.levels() : List.of(),
        column.unit().stated(),
        column.missing().isEmpty() ? Optional.empty() : Optional.of(column.missing()));
  }

  private static Optional<Range> range(List<Decimal> ends) {
    return ends.size() == 2 && ends.get(0).compareTo(ends.get(1)) <= 0
        ? Optional.of(new Range(ends.get(0).toDouble(), ends.get(1).toDouble()))
        : Optional.empty();
  }

  private TableFormat format(TableContract table) {
    var text = contract.text().stated();
    var separator = table.separator().or(() -> text.flatMap(TextFormat::separator));
    var decimal = table.decimal().or(() -> text.map(TextFormat::decimal)).orElse(".");
    var encoding = table.encoding().or(() -> text.map(TextFormat::encoding)).orElse("utf-8");
    return new TableFormat(
        separator.map(s -> Separator.valueOf(s.name())),
        mark(table, decimal),
        table.missing(),
        charset(table, encoding));
  }

  private char mark(TableContract table, String decimal) {
    if (decimal.equals(".") || decimal.equals(",")) {
      return decimal.charAt(0);
    }
    unknown(table, "decimal mark", decimal, "`.` or `,`");
    return '.';
  }

  private Charset charset(TableContract table, String encoding) {
    var name = encoding.toLowerCase(Locale.ROOT);
    if (List.of("utf-8", "iso-8859-1", "windows-1252").contains(name)
        && Charset.isSupported(name)) {
      return Charset.forName(name);
    }
    unknown(table, "encoding", encoding, "`utf-8`, `iso-8859-1` or `windows-1252`");
    return java.nio.charset.StandardCharsets.UTF_8;
  }

  private void unknown(TableContract table, String what, String said, String known) {
    found.add(
        Diagnostic.at(
                place,
                Rule.NOT_EXECUTABLE,
                "`" + said + "` is no known " + what + " of `" + table.name() + "`")
            .help("write " + known));
  }
}
