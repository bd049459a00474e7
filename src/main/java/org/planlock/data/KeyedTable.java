package org.planlock.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** A table whose rows are found by participant, session and spread level. */
final class KeyedTable {
  private static final int LISTED = 5;

  /**
   * What names a row.
   *
   * @param session null in a table without sessions
   * @param level null in a table without spreads
   */
  record RowKey(String participant, @Nullable String session, @Nullable String level) {
    /** Written out: what Java would make up for it at run time delays every start. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof RowKey key
          && participant.equals(key.participant)
          && Objects.equals(session, key.session)
          && Objects.equals(level, key.level);
    }

    @Override
    public int hashCode() {
      return Objects.hash(participant, session, level);
    }

    private String shown() {
      return "`"
          + participant
          + "`"
          + (session == null ? "" : " at `" + session + "`")
          + (level == null ? "" : " for `" + level + "`");
    }
  }

  private final SoundTable sound;
  private final Map<RowKey, Integer> rows = new LinkedHashMap<>();
  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<String> participants = new LinkedHashSet<>();
  private final Set<String> sessions = new LinkedHashSet<>();

  KeyedTable(SoundTable sound) {
    this.sound = sound;
    index();
  }

  SoundTable sound() {
    return sound;
  }

  String name() {
    return sound.rule().name();
  }

  boolean hasSessions() {
    return sound.rule().ownKey().size() == 2;
  }

  boolean isSpread() {
    return sound.rule().levelKey().isPresent();
  }

  Map<RowKey, Integer> rows() {
    return rows;
  }

  Set<String> participants() {
    return participants;
  }

  Set<String> sessions() {
    return sessions;
  }

  /** Keys that are missing or occur twice. */
  List<Diagnostic> findings() {
    return found;
  }

  private void index() {
    var columns = sound.rule().key().stream().map(k -> table().column(k).orElseThrow()).toList();
    var missing = new HashSet<>(sound.rule().format().missingCodes());
    var unnamed = new ArrayList<Integer>();
    Map<RowKey, List<Integer>> repeated = new LinkedHashMap<>();
    for (int row = 0; row < table().rows(); row++) {
      int at = row;
      if (columns.stream()
          .map(c -> table().cell(at, c))
          .anyMatch(c -> c.isBlank() || missing.contains(c))) {
        unnamed.add(row);
        continue;
      }
      var key = key(row);
      participants.add(key.participant());
      if (key.session() != null) {
        sessions.add(key.session());
      }
      var earlier = rows.putIfAbsent(key, row);
      if (earlier != null) {
        repeated.computeIfAbsent(key, k -> new ArrayList<>(List.of(earlier))).add(row);
      }
    }
    unnamed(unnamed);
    repeated(repeated);
  }

  private RowKey key(int row) {
    var own = sound.rule().ownKey();
    return new RowKey(
        cell(row, own.get(0)),
        own.size() == 2 ? cell(row, own.get(1)) : null,
        sound.rule().levelKey().map(column -> cell(row, column)).orElse(null));
  }

  private String cell(int row, String column) {
    return table().cell(row, table().column(column).orElseThrow());
  }

  private TextTable table() {
    return sound.table();
  }

  private void unnamed(List<Integer> unnamed) {
    if (unnamed.isEmpty()) {
      return;
    }
    var lines =
        unnamed.stream().limit(LISTED).map(row -> String.valueOf(table().line(row))).toList();
    var key = String.join(", ", sound.rule().key().stream().map(k -> "`" + k + "`").toList());
    var message =
        "`"
            + name()
            + "` has "
            + Phrases.count(unnamed.size(), "row")
            + " without a complete key ("
            + key
            + "): row "
            + Phrases.list(lines, unnamed.size());
    found.add(
        Diagnostic.at(table().place(unnamed.get(0)), Rule.KEY_MISSING, message)
            .note("a row is joined by its key only, so nobody can tell whose it is"));
  }

  private void repeated(Map<RowKey, List<Integer>> repeated) {
    if (repeated.isEmpty()) {
      return;
    }
    var shown =
        repeated.entrySet().stream()
            .limit(LISTED)
            .map(e -> e.getKey().shown() + " in rows " + lines(e.getValue()))
            .toList();
    var message =
        "`" + name() + "` has more than one row for " + Phrases.list(shown, repeated.size());
    var first = repeated.values().iterator().next();
    found.add(
        Diagnostic.at(table().place(first.get(1)), Rule.DUPLICATE_ROW, message)
            .labelled(table().place(first.get(0)), "the first one")
            .note("the plan promises one row for each " + String.join(", ", sound.rule().key()))
            .help("remove all but one, or name the further key column, for example a session"));
  }

  private String lines(List<Integer> numbers) {
    var lines =
        numbers.stream().limit(LISTED).map(row -> String.valueOf(table().line(row))).toList();
    return Phrases.list(lines, numbers.size());
  }
}
