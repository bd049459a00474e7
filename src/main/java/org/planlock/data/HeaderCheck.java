package org.planlock.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** Finds what is wrong with a table's column names. */
final class HeaderCheck {
  private static final int NAMED = 5;

  private final TablePlaces places;
  private final int line;
  private final List<Diagnostic> found = new ArrayList<>();

  HeaderCheck(TablePlaces places, int line) {
    this.places = places;
    this.line = line;
  }

  /** The findings, in the order of the columns within each kind. */
  List<Diagnostic> check(List<String> written) {
    empty(written);
    invisible(written);
    spaced(written);
    repeated(written);
    return found;
  }

  private void empty(List<String> written) {
    for (int i = 0; i < written.size(); i++) {
      if (written.get(i).isBlank()) {
        var finding =
            Diagnostic.at(
                places.cell(line, i), Rule.EMPTY_COLUMN_NAME, "column " + (i + 1) + " has no name");
        found.add(
            finding.help(
                i == 0
                    ? "give it a name; R writes row names without one unless told `row.names = FALSE`"
                    : "give it a name, or remove the separator at the end of the header"));
        return;
      }
    }
  }

  private void invisible(List<String> written) {
    for (int i = 0; i < written.size(); i++) {
      var hidden = written.get(i).strip().codePoints().filter(HeaderCheck::isHidden).findFirst();
      if (hidden.isPresent()) {
        var code = String.format(Locale.ROOT, "U+%04X", hidden.getAsInt());
        var message = "the name of column " + (i + 1) + " holds the invisible character " + code;
        found.add(
            Diagnostic.at(places.cell(line, i), Rule.INVISIBLE_CHARACTER, message)
                .note("two names that look alike would be different columns")
                .help("type the name again"));
      }
    }
  }

  private void spaced(List<String> written) {
    var spaced = new ArrayList<Integer>();
    for (int i = 0; i < written.size(); i++) {
      if (!written.get(i).isBlank() && !written.get(i).equals(written.get(i).strip())) {
        spaced.add(i);
      }
    }
    if (!spaced.isEmpty()) {
      var names =
          spaced.stream().limit(NAMED).map(i -> "`" + written.get(i).strip() + "`").toList();
      var message = Phrases.list(names, spaced.size()) + " written with spaces around the name";
      found.add(
          Diagnostic.at(places.cell(line, spaced.get(0)), Rule.SPACES_AROUND_COLUMN_NAME, message)
              .note("the spaces are not part of the name"));
    }
  }

  private void repeated(List<String> written) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < written.size(); i++) {
      var name = written.get(i).strip();
      var earlier = first.putIfAbsent(name, i);
      if (earlier != null && !name.isEmpty()) {
        var message =
            "the column `"
                + name
                + "` occurs twice, as columns "
                + (earlier + 1)
                + " and "
                + (i + 1);
        found.add(
            Diagnostic.at(places.cell(line, i), Rule.DUPLICATE_COLUMN, message)
                .labelled(places.cell(line, earlier), "the first one")
                .help("rename or remove one of them in the table"));
      }
    }
  }

  private static boolean isHidden(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT || type == Character.CONTROL || point == 0xFEFF;
  }
}
