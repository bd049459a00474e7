package org.planlock.lock.ledger;

import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Whether a ledger only grew since somebody kept a checkpoint of it. */
public final class CheckpointCheck {
  private CheckpointCheck() {}

  /**
   * What was done to the ledger since: nothing, or cut, or written anew.
   *
   * @param name of the checkpoint, for messages
   */
  public static List<Diagnostic> findings(Ledger ledger, Checkpoint earlier, String name) {
    return finding(ledger, earlier, name).stream().toList();
  }

  /** That without a checkpoint nobody can see whether the newest entries are there. */
  public static Diagnostic withoutOne(Ledger ledger) {
    return Diagnostic.at(
            Span.none(ledger.name()),
            Rule.LEDGER_NOT_ANCHORED,
            "whether newer entries were cut off cannot be seen from here")
        .note("that takes a checkpoint of this ledger which somebody else has kept")
        .note("other ledgers of the same study cannot be seen from here either");
  }

  private static Optional<Diagnostic> finding(Ledger ledger, Checkpoint earlier, String name) {
    var study = ledger.study();
    if (study.isPresent() && !study.get().equals(earlier.origin())) {
      return Optional.of(
          Diagnostic.at(
                  Span.none(ledger.name()),
                  Rule.LEDGER_OF_OTHER_STUDY,
                  "this is the ledger of `" + study.get() + "`, not that of `" + name + "`")
              .note("the checkpoint is of `" + earlier.origin() + "`"));
    }
    long size = earlier.head().size();
    int found = ledger.leaves().size();
    if (size > found) {
      return Optional.of(cut(ledger, size, found, name));
    }
    return ledger.tree().head((int) size).equals(earlier.head())
        ? Optional.empty()
        : Optional.of(rewritten(ledger, size, name));
  }

  private static Diagnostic cut(Ledger ledger, long size, int found, String name) {
    return Diagnostic.at(
            Span.none(ledger.name()),
            Rule.LEDGER_TRUNCATED,
            "the ledger has "
                + (found == 1 ? "1 entry" : found + " entries")
                + ", and had "
                + size
                + " when `"
                + name
                + "` was made")
        .note("entries were cut off at its end, or an old copy was put in its place")
        .help("restore the file from a newer copy");
  }

  private static Diagnostic rewritten(Ledger ledger, long size, String name) {
    return Diagnostic.at(
            Span.none(ledger.name()),
            Rule.LEDGER_REWRITTEN,
            "the first " + size + " entries are not those of which `" + name + "` was made")
        .note("somebody wrote the ledger anew, or goes on with another copy of it")
        .help("restore the file from the copy that the checkpoint belongs to");
  }
}
