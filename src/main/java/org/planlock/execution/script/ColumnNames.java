package org.planlock.execution.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.sample.Frame;
import org.planlock.plan.Plan;
import org.planlock.source.Span;

/** The columns that a script can ask for, and what to say where it asks for another. */
record ColumnNames(List<String> all) {
  ColumnNames {
    all = List.copyOf(all);
  }

  static ColumnNames of(Plan plan, Frame frame) {
    var names = new ArrayList<>(frame.matching(Optional.empty(), "*"));
    plan.variables().orElse(List.of()).forEach(variable -> names.add(variable.name()));
    return new ColumnNames(names);
  }

  StoppedException unknown(String name, Span place) {
    return stop(unknownAt(name, place));
  }

  Diagnostic unknownAt(String name, Span place) {
    var found =
        Diagnostic.at(
            place, Rule.UNKNOWN_COLUMN, "no table and no variable has a column `" + name + "`");
    return Nearest.to(name, all)
        .map(near -> found.help("did you mean `" + near + "`?"))
        .orElse(found);
  }

  StoppedException missing(String name, String participant, Span place) {
    return stop(
        Diagnostic.at(
                place,
                Rule.RULE_UNDECIDED,
                "`" + name + "` of `" + participant + "` is missing, so nothing follows from it")
            .note("a missing value is neither above nor below a limit")
            .help("ask first whether it is missing: `!missing('" + name + "') && …`"));
  }

  StoppedException withoutSession(String name, Span place) {
    return stop(
        Diagnostic.at(
                place,
                Rule.UNKNOWN_SESSION,
                "`" + name + "` has no value at that session, or has one for each session")
            .help("write `at('" + name + "', 'SESSION')` for one session of a column by session"));
  }

  StoppedException notNumbers(String name, Span place) {
    return stop(
        Diagnostic.at(
            place, Rule.NOT_A_NUMBER_COLUMN, "`" + name + "` holds text where a number is needed"));
  }

  private static StoppedException stop(Diagnostic found) {
    return new StoppedException(List.of(found));
  }
}
