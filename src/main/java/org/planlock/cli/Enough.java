package org.planlock.cli;

import java.util.Optional;
import org.planlock.Planlock;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.lock.seal.SealedTable;
import org.planlock.source.Span;

/**
 * Whether a sealed table has as many participants as the plan wants before anybody looks.
 *
 * @param lock as typed
 * @param early why fewer are enough
 */
record Enough(String lock, Optional<String> early) {
  Checked<SealedTable> check(PlanLock known, SealedTable sealed) {
    return Planlock.plan(known, Optional.empty(), lock)
        .then(
            bound -> {
              var target =
                  bound.plan().sample().stated().flatMap(sample -> sample.target().stated());
              int there = sealed.participants().size();
              return target.filter(wanted -> early.isEmpty() && there < wanted.count()).isPresent()
                  ? Checked.failed(tooFew(target.get().count(), there))
                  : Checked.of(sealed);
            });
  }

  private static Diagnostic tooFew(int wanted, int there) {
    return Diagnostic.at(
            Span.none("plan release"),
            Rule.TARGET_NOT_REACHED,
            "the plan's target is " + wanted + ", the sealed table has " + there + " participants")
        .note("whoever gets the release can look, and then decide whether to go on")
        .help("wait, or release with `--early \"reason\"`, which is recorded");
  }
}
