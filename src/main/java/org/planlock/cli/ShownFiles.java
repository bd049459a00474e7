package org.planlock.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.LockedTable;
import org.planlock.lock.proof.Shown;
import org.planlock.lock.seal.ReleaseFile;
import org.planlock.source.Span;
import picocli.CommandLine.Option;

/** What a verifier was shown beside the lock. */
final class ShownFiles {
  @Option(
      names = "--release",
      paramLabel = "FILE",
      description = "a custodian's release; may stand several times")
  private List<String> releases = new ArrayList<>();

  @Option(
      names = "--result",
      paramLabel = "FILE",
      description = "the results.json of an execution: is it of this lock, and unedited?")
  private Optional<String> result = Optional.empty();

  @Option(
      names = "--outcome-not-before",
      paramLabel = "TIME",
      description =
          "before when nobody who analyses can have known the outcome, as somebody outside told you;"
              + " such as 2026-03-01T00:00:00Z")
  private Optional<String> notBefore = Optional.empty();

  /**
   * What was read of it.
   *
   * @param data the files that the result read, those that lay in clear
   */
  record Given(Shown shown, List<LockedTable> data) {}

  Checked<Given> read(Surroundings surroundings) {
    return releases(surroundings)
        .then(
            opened ->
                result(surroundings)
                    .then(
                        found ->
                            time()
                                .map(
                                    since ->
                                        new Given(
                                            new Shown(opened, found.map(ResultFile::shown), since),
                                            found.map(ResultFile::open).orElse(List.of())))));
  }

  private Checked<List<Shown.ShownRelease>> releases(Surroundings surroundings) {
    var read = new ArrayList<Shown.ShownRelease>();
    var found = new ArrayList<Diagnostic>();
    for (var name : releases) {
      var release = ReleaseFile.read(surroundings.file(name));
      found.addAll(release.diagnostics());
      release
          .value()
          .ifPresent(known -> read.add(new Shown.ShownRelease(name, known, Optional.empty())));
    }
    return found.stream().anyMatch(Diagnostic::isError)
        ? Checked.failed(found)
        : Checked.of(read, found);
  }

  private Checked<Optional<ResultFile>> result(Surroundings surroundings) {
    return result
        .map(name -> ResultFile.read(surroundings.file(name), name).map(Optional::of))
        .orElseGet(() -> Checked.of(Optional.empty()));
  }

  private Checked<Optional<Instant>> time() {
    try {
      return Checked.of(notBefore.map(Instant::parse));
    } catch (DateTimeException e) {
      return Checked.failed(
          Diagnostic.at(
                  Span.none("--outcome-not-before"),
                  Rule.REASON_WANTED,
                  "`" + notBefore.orElse("") + "` is not a time in UTC")
              .help("write it as 2026-03-01T00:00:00Z"));
    }
  }
}
