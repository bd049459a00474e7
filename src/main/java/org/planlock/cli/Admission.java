package org.planlock.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.planlock.DataAccess;
import org.planlock.data.TableInMemory;
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
