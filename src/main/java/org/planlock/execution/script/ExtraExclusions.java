package org.planlock.execution.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Whom a script leaves out on top of the registered rules; each is a deviation with its reason. */
public final class ExtraExclusions {
  private final List<Participant> enrolled;
  private final ScriptPlaces places;
  private final Map<String, String> reasons = new LinkedHashMap<>();

  ExtraExclusions(List<Participant> enrolled, ScriptPlaces places) {
    this.enrolled = List.copyOf(enrolled);
    this.places = places;
  }

  /** Leaves out everybody of whom the condition is true. */
  public ExtraExclusions exclude(Predicate<Participant> condition, String because) {
    var reason = reason(because);
    var met = new ArrayList<String>();
    for (var participant : enrolled) {
      if (condition.test(participant)) {
        met.add(participant.id());
      }
    }
    met.forEach(id -> reasons.putIfAbsent(id, reason));
    return this;
  }

  /** Leaves out one participant. */
  public ExtraExclusions leaveOut(String id, String because) {
    var ids = enrolled.stream().map(Participant::id).toList();
    if (!ids.contains(id)) {
      var found =
          Diagnostic.at(
              places.here(id),
              Rule.UNKNOWN_PARTICIPANT,
              "`" + id + "` is not enrolled, so cannot be left out");
      throw new StoppedException(
          List.of(
              Nearest.to(id, ids)
                  .map(near -> found.help("did you mean `" + near + "`?"))
                  .orElse(found)));
    }
    reasons.putIfAbsent(id, reason(because));
    return this;
  }

  Map<String, String> reasons() {
    return Collections.unmodifiableMap(reasons);
  }

  private String reason(String because) {
    if (because.isBlank()) {
      throw unreasoned(places.here("exclude"));
    }
    return because;
  }

  /** An exclusion without its reason is none. */
  static StoppedException unreasoned(Span place) {
    return new StoppedException(
        List.of(
            Diagnostic.at(place, Rule.REASON_MISSING, "an exclusion gives no reason")
                .note("what is done otherwise than planned can only be judged with its reason")
                .help("write `exclude { … } because 'why'`")));
  }
}
