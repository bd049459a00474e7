package org.planlock.execution.readiness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.Places;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Words;

/**
 * Gathers what this version cannot carry out: one finding for each construct, where it is first.
 */
final class Unsupported {
  private final Places places;
  private final Set<String> named = new HashSet<>();
  private final List<Diagnostic> found = new ArrayList<>();

  Unsupported(Places places) {
    this.places = places;
  }

  List<Diagnostic> found() {
    return List.copyOf(found);
  }

  /** A construct by its words, which people know from their plan. */
  void add(String path, String construct, String help) {
    if (named.add(construct)) {
      found.add(
          Diagnostic.at(
                  places.of(path),
                  Rule.NOT_EXECUTABLE,
                  construct + " cannot be carried out by this version")
              .note("the plan can be locked as it is; nothing is executed halfway")
              .help(help));
    }
  }

  /** A phrase of which only some words can be carried out. */
  void unless(Declared<Words> said, String path, String key, String... known) {
    said.stated()
        .map(Words::text)
        .filter(text -> !List.of(known).contains(text))
        .ifPresent(
            text ->
                add(
                    path + "." + key,
                    "`" + key + " " + text + "`",
                    "execute with a version that knows it, or register `"
                        + key
                        + " "
                        + known[0]
                        + "`"));
  }
}
