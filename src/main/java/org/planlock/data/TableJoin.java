package org.planlock.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Joins tables by the text of their keys, and reports what does not fit together. */
final class TableJoin {
  private static final int LISTED = 5;
  private static final int FEWEST = 3;

  private final List<KeyedTable> tables;
  private final List<String> declaredSessions;
  private final List<Diagnostic> found = new ArrayList<>();

  TableJoin(List<KeyedTable> tables, List<String> declaredSessions) {
    this.tables = tables;
    this.declaredSessions = declaredSessions;
  }

  /** Participants and sessions with their positions, counted from 0. */
  record Roster(Map<String, Integer> participants, Map<String, Integer> sessions) {}

  Checked<Dataset> join(List<TableInput> inputs, Acceptance acceptance) {
    tables.forEach(table -> found.addAll(table.findings()));
    if (tables.isEmpty()) {
      return Checked.failed(
          Diagnostic.at(
                  Span.none("data"), Rule.NO_PARTICIPANTS_TABLE, "no table names participants")
              .help("give one table a key, for example `key participant_id`"));
    }
    var base = base();
    tables.stream().filter(table -> table != base).forEach(table -> strangers(table, base));
    sessionsPresent();
    Dataset.tooFew(base.participants().size(), FEWEST, base.sound().table().headerPlace())
        .ifPresent(found::add);
    if (found.stream().anyMatch(Diagnostic::isError)) {
      return Checked.failed(found);
    }
    var roster = new Roster(positions(base.participants()), positions(sessions()));
    Map<String, JoinedTable> joined = new LinkedHashMap<>();
    tables.forEach(table -> joined.put(table.name(), new JoinedTable(table, roster)));
    var report = new JoinReport(unused(roster), absent(joined.values(), roster));
    return Checked.of(
        new Dataset(inputs, roster, Collections.unmodifiableMap(joined), report, acceptance),
        found);
  }

  private KeyedTable base() {
    return tables.stream()
        .filter(table -> !table.hasSessions() && !table.isSpread())
        .findFirst()
        .or(() -> tables.stream().filter(table -> !table.hasSessions()).findFirst())
        .orElse(tables.get(0));
  }

  private void strangers(KeyedTable table, KeyedTable base) {
    var unknown =
        table.participants().stream().filter(p -> !base.participants().contains(p)).toList();
    if (unknown.isEmpty()) {
      return;
    }
    var shown = unknown.stream().limit(LISTED).map(p -> "`" + p + "`").toList();
    var message =
        "`"
            + table.name()
            + "` has "
            + Phrases.count(unknown.size(), "participant")
            + " that `"
            + base.name()
            + "` lacks: "
            + Phrases.list(shown, unknown.size());
    var first = unknown.get(0);
    int row =
        table.rows().entrySet().stream()
            .filter(e -> e.getKey().participant().equals(first))
            .findFirst()
            .orElseThrow()
            .getValue();
    var finding =
        Diagnostic.at(table.sound().table().place(row), Rule.UNKNOWN_PARTICIPANT, message)
            .note("participants are compared letter by letter, and nothing is guessed");
    var alike = NearNames.alike(first, base.participants());
    found.add(
        alike
            .map(
                known ->
                    finding.help(
                        "`"
                            + first
                            + "` resembles `"
                            + known
                            + "`; if they are the same person, write the same in both tables"))
            .orElse(finding));
  }

  private Set<String> sessions() {
    if (!declaredSessions.isEmpty()) {
      return new LinkedHashSet<>(declaredSessions);
    }
    return sessionsInTables();
  }

  private Set<String> sessionsInTables() {
    var all = new LinkedHashSet<String>();
    tables.forEach(table -> all.addAll(table.sessions()));
    return all;
  }

  private void sessionsPresent() {
    var present = sessionsInTables();
    for (var session : declaredSessions) {
      if (!present.contains(session)) {
        var shown = present.stream().limit(LISTED).map(s -> "`" + s + "`").toList();
        var finding =
            Diagnostic.at(
                Span.none("data"),
                Rule.UNKNOWN_SESSION,
                "no table has a row at the session `" + session + "`");
        found.add(
            shown.isEmpty()
                ? finding.note("no table has a session column in its key")
                : finding.note("the tables have " + Phrases.list(shown, present.size())));
      }
    }
  }

  private List<JoinReport.UnusedRow> unused(Roster roster) {
    var unused = new ArrayList<JoinReport.UnusedRow>();
    for (var table : tables) {
      table
          .rows()
          .forEach(
              (key, row) -> {
                if (key.session() != null && !roster.sessions().containsKey(key.session())) {
                  var reason = "the plan has no session `" + key.session() + "`";
                  int line = table.sound().table().line(row);
                  unused.add(
                      new JoinReport.UnusedRow(table.name(), line, key.participant(), reason));
                }
              });
    }
    return unused;
  }

  private static List<JoinReport.AbsentRow> absent(Collection<JoinedTable> joined, Roster roster) {
    var absent = new ArrayList<JoinReport.AbsentRow>();
    for (var table : joined) {
      var sessions = List.copyOf(roster.sessions().keySet());
      int width = table.hasSessions() ? sessions.size() : 1;
      roster
          .participants()
          .forEach(
              (participant, position) -> {
                for (int s = 0; s < width; s++) {
                  if (!table.hasRow(position, s)) {
                    var session =
                        table.hasSessions()
                            ? Optional.of(sessions.get(s))
                            : Optional.<String>empty();
                    absent.add(new JoinReport.AbsentRow(table.name(), participant, session));
                  }
                }
              });
    }
    return absent;
  }

  private static Map<String, Integer> positions(Set<String> names) {
    var positions = new LinkedHashMap<String, Integer>();
    names.forEach(name -> positions.put(name, positions.size()));
    return Collections.unmodifiableMap(positions);
  }
}
