package org.planlock.lock.seal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.ForbiddenCharacters;

/**
 * Which columns of a table are sealed.
 *
 * @param ids the column that names the participants, which everybody can read
 * @param sealed the columns that nobody can read without the key
 */
public record SealedColumns(String ids, List<String> sealed) {
  private static final int LONGEST_ID = 200;

  public SealedColumns {
    sealed = List.copyOf(sealed);
  }

  /** Where the columns stand in a table, or everything that speaks against sealing them. */
  Checked<ColumnPlaces> in(ClearTable table) {
    var place = Span.none(table.name());
    var found = new ArrayList<Diagnostic>(faults(place));
    var names = table.columnNames();
    found.addAll(missing(names, place));
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
                  Diagnostic.at(place, Rule.MISSING_COLUMN, "there is no column `" + column + "`");
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
      if (!isName(id)) {
        found.add(
            Diagnostic.at(
                    place,
                    Rule.SEALING_REFUSED,
                    "participant " + (row + 1) + " of the table has no name that can be written")
                .note("a name is 1 to " + LONGEST_ID + " characters that can all be seen"));
      } else if (first.putIfAbsent(id, row) != null) {
        found.add(
            repeated(
                place, "`" + id + "` is participant " + (first.get(id) + 1) + " and " + (row + 1)));
      }
    }
    return found;
  }

  /** Whether a ledger can hold the name when one participant is opened. */
  private static boolean isName(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST_ID
        && ForbiddenCharacters.first(id, Span.none(id)).isEmpty();
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
