package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * What the outcome may have told whoever fixed a plan, or changed it, as the study's ledger shows.
 *
 * @param all why nothing of the plan came first, if that is so
 * @param changes what was changed when the outcome could be known
 * @param history what else it shows
 * @param execution what was known before the execution, whenever the plan was fixed
 */
public record Foreknowledge(
    Optional<String> all, List<LateChange> changes, StudyHistory history, KnownBefore execution) {
  /** The plan came first, as far as anybody can see. */
  public static final Foreknowledge NONE = new Foreknowledge(Optional.empty(), List.of());

  private static final String EVERYTHING = "data";
  private static final int LISTED = 5;

  public Foreknowledge {
    changes = List.copyOf(changes);
  }

  /** The same where the ledger shows nothing else. */
  public Foreknowledge(Optional<String> all, List<LateChange> changes) {
    this(all, changes, StudyHistory.NONE);
  }

  /** The same where nothing is known of the time before the execution. */
  public Foreknowledge(Optional<String> all, List<LateChange> changes, StudyHistory history) {
    this(all, changes, history, KnownBefore.NOTHING);
  }

  /** The same with what was known before the execution. */
  public Foreknowledge before(KnownBefore known) {
    return new Foreknowledge(all, changes, history, known);
  }

  /**
   * One value that an amendment changed too late.
   *
   * @param path in the plan
   * @param reason that the amendment gives
   */
  public record LateChange(String path, String reason) {}

  /** Whether the plan came first, as far as anybody can see. */
  public boolean isNone() {
    return all.isEmpty() && changes.isEmpty();
  }

  /** The same as deviations are weighed: each costs what it touches its label. */
  Stream<Deviation> weighed() {
    return Stream.concat(
        all.stream()
            .map(
                why ->
                    late(
                        EVERYTHING,
                        "the outcome could be known before this plan was locked: " + why)),
        changes.stream().map(Foreknowledge::late));
  }

  /** What people are told of it, at the places that were changed. */
  List<Diagnostic> diagnostics(Evidence evidence) {
    var found = new ArrayList<Diagnostic>();
    all.ifPresent(
        why ->
            found.add(
                warning(
                        Span.none("ledger"),
                        "the outcome could be known before this plan was locked")
                    .note(why)
                    .note("nothing of it may be called confirmatory")));
    changes.stream()
        .limit(LISTED)
        .forEach(
            change ->
                found.add(
                    warning(
                            evidence.paths().place(change.path()),
                            "`" + change.path() + "` was changed when the outcome could be known")
                        .note("the amendment says: " + change.reason())
                        .note("what it touches may not be called confirmatory")));
    if (changes.size() > LISTED) {
      found.add(
          warning(
              Span.none("ledger"),
              changes.size()
                  - LISTED
                  + " more values were changed when the outcome could be known"));
    }
    return found;
  }

  private static Diagnostic warning(Span place, String message) {
    return Diagnostic.at(place, Rule.FIXED_TOO_LATE, message);
  }

  /** A late change as deviations are weighed. */
  static Deviation late(LateChange change) {
    return late(
        change.path(),
        "`"
            + change.path()
            + "` was changed when the outcome could be known, for the reason: "
            + change.reason());
  }

  private static Deviation late(String path, String message) {
    return Deviation.of(Rule.FIXED_TOO_LATE, path, DeviationSeverity.S3, message);
  }
}
