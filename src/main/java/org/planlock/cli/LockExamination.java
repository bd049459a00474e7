package org.planlock.cli;

import java.util.List;
import java.util.Optional;
import org.planlock.PlanFile;
import org.planlock.Planlock;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.Demands;
import org.planlock.lock.LockVerifier;
import org.planlock.lock.LockedTable;
import org.planlock.lock.PlanLock;
import org.planlock.lock.StudyFolders;
import org.planlock.lock.Verification;
import org.planlock.lock.proof.Anchors;
import org.planlock.lock.proof.Asked;
import org.planlock.lock.proof.Shown;

/**
 * Everything that can be proven of a lock where it lies: its plan, its files, its time, its signers
 * and its ledger.
 *
 * @param lock as typed
 * @param plan the plan to compare, as typed; without it the one beside the lock
 */
record LockExamination(
    Surroundings surroundings, String lock, Optional<String> plan, StudyFolders folders) {
  Checked<PlanLock> read() {
    return Planlock.readLock(surroundings.file(lock), lock);
  }

  Verification verification(
      Checked<PlanLock> read, Demands demands, Anchors anchors, Asked asked, Shown shown) {
    var found = Planlock.verify(read, plan(read), folders, demands);
    var ledger = surroundings.ledgerOf(lock);
    return read.value()
        .map(
            known ->
                Planlock.prove(
                    found, known, anchors, asked, ledger, lock, shown.among(folders, known)))
        .orElse(found);
  }

  /** Whether the files that a result read are those that are here. */
  List<Verification.Row> data(List<LockedTable> read) {
    var verifier = new LockVerifier(folders, Demands.NONE, Planlock.SEMANTICS);
    return read.stream()
        .map(verifier::table)
        .map(
            row ->
                new Verification.Row(
                    "result read " + row.check(),
                    row.result(),
                    row.evidence(),
                    row.standing(),
                    row.diagnostics()))
        .toList();
  }

  private Optional<Checked<PlanFile>> plan(Checked<PlanLock> read) {
    return plan.map(name -> Planlock.read(surroundings.file(name), name))
        .or(() -> read.value().flatMap(known -> PlanBeside.find(surroundings, lock, known)));
  }
}
