package org.planlock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.planlock.DataAccess;
import org.planlock.data.TableInMemory;
import org.planlock.deviation.KnownBefore;
import org.planlock.deviation.KnownBefore.Event;
import org.planlock.deviation.Timing;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.ExecutionStart.Manner;
import org.planlock.lock.ledger.entry.RecordedFile;

/**
 * That an execution may read its data, decided before anything of the outcome is read, and told the
 * ledger before it is.
 *
 * @param manner what the execution is called
 * @param releases digests of the release files by which sealed tables are opened; the releases
 *     themselves hold keys, which are wiped
 * @param custodians who signed them, as people write it
 * @param known why the outcome is known without a release
 * @param blind what every page has to say where labels are dealt anew
 * @param files sealed and blinded files that are read
 * @param opening reads them: from then on tables are in clear, in memory
 */
record Admission(
    Manner manner,
    List<Sha256> releases,
    String custodians,
    Optional<String> known,
    Optional<String> blind,
    List<RecordedFile> files,
    Supplier<Checked<Map<String, TableInMemory>>> opening) {
  /** After every entry of a ledger, and before what is not in it yet. */
  private static final long NOW = Long.MAX_VALUE - 1;

  Admission {
    releases = List.copyOf(releases);
    files = List.copyOf(files);
  }

  /** Data that lie open in their folder. */
  static Admission open(Manner manner, Optional<String> known) {
    return new Admission(
        manner, List.of(), "", known, Optional.empty(), List.of(), () -> Checked.of(Map.of()));
  }

  /** The same where the ledger is told of other files. */
  Admission reading(List<RecordedFile> other) {
    return new Admission(manner, releases, custodians, known, blind, other, opening);
  }

  /**
   * What is known before an execution that comes with a release, or with the words of who knows.
   */
  KnownBefore after(KnownBefore ledger) {
    if (releases.isEmpty() && known.isEmpty()) {
      return ledger;
    }
    var words =
        known.isPresent()
            ? "the outcome was known before this execution"
            : "the custodian released the data before this execution";
    var events = new ArrayList<>(ledger.events());
    events.add(new Event(NOW, Timing.AFTER_UNBLINDING, words));
    return ledger.with(events);
  }

  DataAccess access(Map<String, TableInMemory> memory) {
    return new DataAccess(memory, releases, known, blind, Optional.empty());
  }

  /** What the analyst's own machine can say of the order of lock and outcome. */
  String order() {
    if (blind.isPresent()) {
      return "";
    }
    if (known.isPresent()) {
      return "not proven: the outcome was known already";
    }
    return releases.isEmpty()
        ? "not proven: nobody held the outcome back"
        : "by hash: the release that "
            + custodians
            + " signed names this lock, and the results name both";
  }
}
