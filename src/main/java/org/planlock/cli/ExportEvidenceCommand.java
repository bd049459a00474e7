package org.planlock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.planlock.OutputFolder;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.lock.time.AnchorFiles;
import org.planlock.lock.time.EvidenceFiles;
import org.planlock.lock.time.TimeEvidence;
import org.planlock.lock.time.TimeSubject;
import org.planlock.lock.time.TrustAnchors;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what a stranger needs to check a lock's time without this program. */
@Command(
    name = "export-evidence",
    description = {
      "Write what a stranger needs to check the time stamps of a lock with OpenSSL alone: the exact"
          + " bytes, the tokens, and a README with the commands."
    },
    sortOptions = false)
final class ExportEvidenceCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "LOCK", description = "a lock")
  private String lock = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "a folder that is not there yet")
  private String out = "";

  @Option(
      names = "--tsa-ca",
      paramLabel = "FILE",
      description = "root certificates of the authorities, to be given along")
  private List<String> authorities = new ArrayList<>();

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  ExportEvidenceCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var written =
        new LockEvidence(surroundings, lock)
            .read()
            .then(known -> anchors().then(believed -> files(known, believed)))
            .then(this::written);
    if (!written.isSound()) {
      return screen.stop(written.diagnostics());
    }
    screen.print("evidence " + out + "   " + EvidenceFiles.README + " says how to check it\n");
    return ExitCode.HOLDS;
  }

  private Checked<TrustAnchors> anchors() {
    return authorities.isEmpty()
        ? Checked.of(TrustAnchors.NONE)
        : AnchorFiles.read(authorities.stream().map(surroundings::file).toList());
  }

  private Checked<EvidenceFiles> files(PlanLock known, TrustAnchors believed) {
    var stamps = known.time().stream().flatMap(json -> TimeEvidence.of(json).stream()).toList();
    return stamps.isEmpty()
        ? Checked.failed(
            Diagnostic.at(Span.none(lock), Rule.TIME_NOT_PROVEN, "the lock has no time stamp")
                .help("`plan timestamp " + lock + " --tsa URL` gets one"))
        : Checked.of(
            EvidenceFiles.of(
                stamps, Map.of(TimeSubject.STATEMENT, known.statement().bytes()), believed));
  }

  private Checked<EvidenceFiles> written(EvidenceFiles files) {
    return OutputFolder.at(surroundings.file(out), out)
        .then(
            folder -> {
              try (folder) {
                return files
                    .write(folder.draft())
                    .then(paths -> folder.publish())
                    .map(published -> files);
              }
            });
  }
}
