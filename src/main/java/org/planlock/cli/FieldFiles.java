package org.planlock.cli;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Standing;
import org.planlock.lock.Verification;
import org.planlock.lock.commitment.Commitment;
import org.planlock.lock.commitment.CommitmentFile;
import org.planlock.lock.commitment.FieldProof;
import org.planlock.lock.commitment.FieldProofFile;
import org.planlock.lock.commitment.FieldVerifier;
import org.planlock.lock.commitment.ProvenField;
import org.planlock.source.Span;

/** Verifies revealed fields against the commitment to a private plan. */
record FieldFiles(Surroundings surroundings) {
  static final String ENDING = ".field";

  /** What is to be thought of a proof. */
  Verification verify(String proofName, String commitmentName) {
    var commitment = CommitmentFile.read(surroundings.file(commitmentName));
    var proof = FieldProofFile.read(surroundings.file(proofName));
    var rows = new ArrayList<Verification.Row>();
    rows.add(file("commitment", commitment, commitment.map(known -> known.sha256().toString())));
    rows.add(file("revealed fields", proof, proof.map(known -> known.fields().size() + " fields")));
    commitment
        .value()
        .ifPresent(to -> proof.value().ifPresent(shown -> rows.addAll(proven(to, shown))));
    return new Verification(rows, List.of(), "T0");
  }

  /** A lock that is shown as the one behind a commitment. */
  Verification.Row opening(Checked<PlanLock> lock, String commitmentName) {
    var commitment = CommitmentFile.read(surroundings.file(commitmentName));
    if (!commitment.isSound() || lock.value().isEmpty()) {
      return file("commitment", commitment, commitment.map(known -> ""));
    }
    var found = FieldVerifier.opening(commitment.orThrow(), lock.value().get());
    boolean holds = found.stream().noneMatch(Diagnostic::isError);
    return new Verification.Row(
        "commitment",
        holds ? "ok" : "of another lock",
        commitment.orThrow().sha256().toString(),
        holds ? Standing.HOLDS : Standing.CHANGED,
        found);
  }

  private static Verification.Row file(String check, Checked<?> file, Checked<String> evidence) {
    var standing =
        file.diagnostics().stream()
            .filter(Diagnostic::isError)
            .map(FieldFiles::standing)
            .min(Standing::compareTo)
            .orElse(Standing.HOLDS);
    return new Verification.Row(
        check,
        standing == Standing.HOLDS ? "ok" : standing == Standing.REFUSED ? "newer" : "not readable",
        evidence.value().orElse(""),
        standing,
        file.diagnostics());
  }

  private static Standing standing(Diagnostic finding) {
    return switch (finding.rule()) {
      case FILE_MISSING, UNREADABLE_FILE -> Standing.ENVIRONMENT;
      case COMMITMENT_TOO_NEW -> Standing.REFUSED;
      default -> Standing.UNREADABLE;
    };
  }

  private static List<Verification.Row> proven(Commitment commitment, FieldProof proof) {
    var found = FieldVerifier.against(commitment).verify(proof);
    boolean holds = found.stream().noneMatch(Diagnostic::isError);
    var standing = holds ? Standing.HOLDS : Standing.CHANGED;
    var rows = new ArrayList<Verification.Row>();
    proof
        .absent()
        .ifPresent(
            path ->
                rows.add(
                    new Verification.Row(
                        "absent", holds ? "proven" : "not proven", path, standing, List.of())));
    for (var one : proof.fields()) {
      rows.add(
          new Verification.Row(
              proof.absent().isPresent() ? "beside the gap" : "field",
              holds ? "proven" : "not proven",
              FieldFiles.said(one),
              standing,
              List.of()));
    }
    rows.add(new Verification.Row("proof", holds ? "ok" : "wrong", "", standing, found));
    return rows;
  }

  /** A field as people read it. */
  static String said(ProvenField one) {
    return one.field().path() + " = " + one.field().text();
  }

  /** That a proof says nothing without what it is held against. */
  static Diagnostic noCommitment(String proofName) {
    return Diagnostic.at(
            Span.none(proofName), Rule.REASON_WANTED, "which commitment should these fields be of?")
        .help("name the published file with `--commitment FILE`");
  }
}
