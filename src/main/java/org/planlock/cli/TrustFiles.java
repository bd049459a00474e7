package org.planlock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.lock.ledger.CheckpointFile;
import org.planlock.lock.proof.Anchors;
import org.planlock.lock.signature.AllowedSigners;
import org.planlock.lock.time.AnchorFiles;
import org.planlock.lock.time.TrustAnchors;
import picocli.CommandLine.Option;

/** What the user believes beforehand, in files that come from elsewhere than the lock. */
final class TrustFiles {
  @Option(
      names = "--signer",
      paramLabel = "FILE",
      description = "whose signatures count: a name and a public key a line")
  private Optional<String> signers = Optional.empty();

  @Option(
      names = "--tsa-ca",
      paramLabel = "FILE",
      description = "whose time stamps count: root certificates in PEM, and lists of revoked ones")
  private List<String> authorities = new ArrayList<>();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "what the study's ledger was when somebody else kept this")
  private List<String> checkpoints = new ArrayList<>();

  Checked<Anchors> read(Surroundings surroundings) {
    return signers(surroundings)
        .then(
            known ->
                authorities(surroundings)
                    .then(
                        believed ->
                            checkpoints(surroundings)
                                .map(
                                    kept ->
                                        new Anchors(
                                            known,
                                            believed,
                                            kept,
                                            surroundings.clock().instant()))));
  }

  private Checked<AllowedSigners> signers(Surroundings surroundings) {
    return signers
        .map(name -> AllowedSigners.read(surroundings.file(name), name))
        .orElseGet(() -> Checked.of(AllowedSigners.NONE));
  }

  private Checked<TrustAnchors> authorities(Surroundings surroundings) {
    return authorities.isEmpty()
        ? Checked.of(TrustAnchors.NONE)
        : AnchorFiles.read(authorities.stream().map(surroundings::file).toList());
  }

  private Checked<List<CheckpointFile>> checkpoints(Surroundings surroundings) {
    var kept = new ArrayList<CheckpointFile>();
    var found = new ArrayList<Diagnostic>();
    for (var name : checkpoints) {
      var read = CheckpointFile.read(surroundings.file(name));
      found.addAll(read.diagnostics());
      read.value().ifPresent(kept::add);
    }
    return Checked.of(kept, found);
  }
}
