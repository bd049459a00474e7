package org.planlock.data;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Finds columns by name among joined tables, and never guesses. */
final class ColumnSearch {
  private final Collection<JoinedTable> tables;

  ColumnSearch(Collection<JoinedTable> tables) {
    this.tables = tables;
  }

  Checked<ColumnId> find(String name, Span asked) {
    var holders = tables.stream().filter(table -> table.offers(name)).toList();
    if (holders.size() == 1) {
      return Checked.of(new ColumnId(holders.get(0).name(), name));
    }
    if (holders.isEmpty()) {
      return qualified(name, asked);
    }
    var declared = holders.stream().filter(table -> table.declares(name)).toList();
    if (declared.size() == 1) {
      return Checked.of(new ColumnId(declared.get(0).name(), name));
    }
    var names = holders.stream().map(table -> "`" + table.name() + "`").toList();
    var message = "`" + name + "` is a column of " + Phrases.list(names, names.size());
    return Checked.failed(
        Diagnostic.at(asked, Rule.AMBIGUOUS_COLUMN, message)
            .help(
                "say which: `column "
                    + name
                    + " in "
                    + holders.get(0).name()
                    + " …`, or `"
                    + holders.get(0).name()
                    + "."
                    + name
                    + "`"));
  }

  Checked<ColumnId> find(String table, String column, Span asked) {
    var holder =
        tables.stream().filter(t -> t.name().equals(table) && t.offers(column)).findFirst();
    if (holder.isPresent()) {
      return Checked.of(new ColumnId(table, column));
    }
    return Checked.failed(
        unknown(column, asked, tables.stream().filter(t -> t.name().equals(table)).toList()));
  }

  private Checked<ColumnId> qualified(String name, Span asked) {
    for (var table : tables) {
      var prefix = table.name() + ".";
      if (name.startsWith(prefix) && table.offers(name.substring(prefix.length()))) {
        return Checked.of(new ColumnId(table.name(), name.substring(prefix.length())));
      }
    }
    return Checked.failed(unknown(name, asked, List.copyOf(tables)));
  }

  private static Diagnostic unknown(String name, Span asked, List<JoinedTable> searched) {
    var names = searched.stream().flatMap(JoinedTable::columns).map(ColumnId::column).toList();
    var tableNames = searched.stream().map(table -> "`" + table.name() + "`").toList();
    var message =
        "`"
            + name
            + "` is not a column of "
            + (tableNames.isEmpty() ? "any table" : Phrases.list(tableNames, tableNames.size()));
    var finding = Diagnostic.at(asked, Rule.UNKNOWN_COLUMN, message);
    var near = NearNames.of(name, names).stream().map(n -> "`" + n + "`").toList();
    return near.isEmpty()
        ? finding
        : finding.help("did you mean " + String.join(" or ", near) + "?");
  }

  static boolean matches(String pattern, String name) {
    var regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(name).matches();
  }
}
