package org.planlock.lock.seal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * Which columns of a table are sealed.
 *
 * @param ids the column that names the participants, which everybody can read
 * @param sealed the columns that nobody can read without the key
 */
public record SealedColumns(String ids, List<String> sealed) {
  public SealedColumns {
    sealed = List.copyOf(sealed);
  }

  /** Where the columns stand in a table, or everything that speaks against sealing them. */
  Checked<ColumnPlaces> in(ClearTable table) {
    var place = Span.none(table.name());
    var found = new ArrayList<Diagnostic>(faults(place));
    var names = table.columnNames();
    IntStream.concat(IntStream.of(names.indexOf(ids)), sealed.stream().mapToInt(names::indexOf))
        .filter(at -> at < 0)
        .findFirst()
        .ifPresent(at -> found.addAll(missing(names, place)));
    if (found.isEmpty()) {
      found.addAll(idFaults(table, names.indexOf(ids), place));
    }
    return found.isEmpty()
        ? Checked.of(ColumnPlaces.of(names, this))
        : Checked.failed(List.copyOf(found));
  }

  private List<Diagnostic> faults(Span place) {
    var found = new ArrayList<Diagnostic>();
    if (sealed.isEmpty()) {
      found.add(refused(place, "no column is to be sealed"));
    }
    if (sealed.contains(ids)) {
      found.add(
          refused(place, "`" + ids + "` names the participants and cannot be sealed")
              .note("everybody must be able to see who is in"));
    }
    if (new HashSet<>(sealed).size() < sealed.size()) {
      found.add(refused(place, "a column is to be sealed twice"));
    }
    return found;
  }

  private List<Diagnostic> missing(List<String> names, Span place) {
    var wanted = new ArrayList<>(sealed);
    wanted.add(0, ids);
    return wanted.stream()
        .filter(column -> !names.contains(column))
        .distinct()
        .map(
            column -> {
              var finding =
                  Diagnostic.at(
                      place, Rule.MISSING_COLUMN, "there is no column `" + column + "`");
              return Nearest.to(column, names)
                  .map(near -> finding.help("`" + near + "` is the nearest"))
                  .orElse(finding);
            })
        .toList();
  }

  private static List<Diagnostic> idFaults(ClearTable table, int ids, Span place) {
    var first = new HashMap<String, Integer>();
    var found = new ArrayList<Diagnostic>();
    for (int row = 0; row < table.rows().size(); row++) {
      var id = table.rows().get(row).get(ids).strip();
      if (id.isEmpty()) {
        found.add(repeated(place, "participant " + (row + 1) + " of the table has no name"));
      } else if (first.putIfAbsent(id, row) != null) {
        found.add(
            repeated(
                place,
                "`" + id + "` is participant " + (first.get(id) + 1) + " and " + (row + 1)));
      }
    }
    return found;
  }

  private static Diagnostic repeated(Span place, String message) {
    return Diagnostic.at(place, Rule.PARTICIPANT_REPEATED, message)
        .note("in an emergency one participant is opened, and it must be clear whose row that is")
        .help("seal a table with one row for each participant");
  }

  private static Diagnostic refused(Span place, String message) {
    return Diagnostic.at(place, Rule.SEALING_REFUSED, message);
  }
}
