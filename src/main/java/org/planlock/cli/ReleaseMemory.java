package org.planlock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.seal.CustodianRelease;
import org.planlock.lock.seal.ReleaseFile;
import org.planlock.source.Span;

/**
 * What was released with a key, kept beside it. A ledger comes from whoever asks, and they could
 * show a custodian another one; this stays with the custodian.
 *
 * @param name as the custodian would type it
 */
record ReleaseMemory(Path file, String name) {
  private static final String ENDING = ".released";

  static ReleaseMemory beside(Surroundings surroundings, String key) {
    var name = key + ENDING;
    return new ReleaseMemory(surroundings.file(name), name);
  }

  /** The release for which the key was given away, if it was; a disk that fails is no "no". */
  Checked<Optional<CustodianRelease>> read() {
    return Files.notExists(file)
        ? Checked.of(Optional.empty())
        : ReleaseFile.read(file).map(Optional::of);
  }

  Checked<CustodianRelease> keep(CustodianRelease release) {
    return AtomicFile.onDisk()
        .createPrivate(file, ReleaseFile.bytes(release))
        .map(written -> release);
  }

  /** Takes back what was kept of a release that did not come about. */
  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // the next release for the same lock goes on from it
      return;
    }
  }

  static Diagnostic forOther(CustodianRelease earlier, String key) {
    return Diagnostic.at(
            Span.none(key + ENDING),
            Rule.RELEASED_FOR_OTHER_LOCK,
            "this table was released for another lock, on " + earlier.statement().claimedTime())
        .note("it was released for " + earlier.statement().lock())
        .note("whoever gets it for two locks can show the one whose result is nicer")
        .help(
            "if the plan was amended since, nothing more needs releasing: who has that release can"
                + " read the table. `plan execute LOCK --release FILE --signer FILE"
                + " --unblinded-already \"why\"` carries out the later version; what the amendment"
                + " touches is exploratory")
        .help("if that release never left your hands, delete `" + key + ENDING + "`");
  }
}
