package org.planlock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.script.Script;
import org.planlock.lock.Demands;
import org.planlock.lock.PlanLock;
import org.planlock.lock.StudyFolders;
import org.planlock.lock.ledger.LedgerFolder;
import org.planlock.lock.ledger.LedgerState;
import org.planlock.lock.ledger.StudyLedger;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.contract.TableContract;
import org.planlock.source.Span;

/**
 * A lock and its data, for programs that carry out the analysis themselves. What is left of one is
 * what {@code plan execute} leaves: results, trace, the pages for a journal, and where the study
 * has a ledger its entries.
 *
 * <p>Sealed tables are not opened from here: that takes a custodian's release, and {@code plan
 * execute --script}.
 *
 * @param lock intact
 * @param file where the lock lies, with the study's ledger beside it
 * @param data the folder of the tables
 */
public record LockedStudy(PlanLock lock, BoundPlan plan, Path file, Path data) {
  /** The lock in a file, if neither it nor what it fixes was changed. */
  public static Checked<LockedStudy> open(Path file, Path data) {
    var name = file.toString();
    var read = Planlock.readLock(file, name);
    var folder = file.toAbsolutePath().normalize().resolveSibling("");
    var folders = StudyFolders.at(List.of(folder, data));
    var stopped = Planlock.verify(read, Optional.empty(), folders, Demands.NONE).obstacles();
    if (!stopped.isEmpty()) {
      return Checked.failed(stopped);
    }
    return read.then(
            lock ->
                Planlock.plan(lock, Optional.empty(), name)
                    .map(
                        plan ->
                            new LockedStudy(lock, plan, file, data.toAbsolutePath().normalize())))
        .then(LockedStudy::unsealed);
  }

  /**
   * Carries out an analysis and writes what it leaves into a folder, whole or not at all.
   *
   * @param out a folder that is not there yet
   * @param clock for the ledger's entries, which nobody attests
   * @param person who analyses
   */
  public Checked<Execution> analyse(Path out, InstantSource clock, String person, Script script) {
    var ledger = new StudyLedger(LedgerFolder.ofStudy(folder()), clock, person);
    return new EmbeddedExecution(this, ledger, script).into(out);
  }

  private Path folder() {
    return file.toAbsolutePath().normalize().resolveSibling("");
  }

  private static Checked<LockedStudy> unsealed(LockedStudy study) {
    var tables = study.plan.plan().data().stated().flatMap(data -> data.tables().stated());
    return tables.orElse(List.of()).stream()
        .flatMap(table -> study.sealed(table).stream())
        .findFirst()
        .map(Checked::<LockedStudy>failed)
        .orElseGet(() -> Checked.of(study));
  }

  /** Whatever is held back beside a table concerns the custodian. */
  private Optional<Diagnostic> sealed(TableContract table) {
    var beside = data.resolve(table.file()).normalize().resolveSibling("");
    if (!Files.isDirectory(beside)) {
      return Optional.empty();
    }
    try (var files = Files.list(beside)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".sealed") || name.endsWith(".blind"))
          .sorted()
          .findFirst()
          .map(LockedStudy::heldBack);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Diagnostic heldBack(String name) {
    return Diagnostic.at(
            Span.none(name), Rule.STILL_SEALED, "`" + name + "` is held back by a custodian")
        .note("an embedded analysis takes no release")
        .help("write the analysis as a script, and give it to `plan execute --script`");
  }

  /** The execution that a program is about to begin. */
  ExecutionOrder order(StudyLedger ledger) {
    var known = ledger.exists() ? ledger.state().value() : Optional.<LedgerState>empty();
    var before = new EarlierKnowledge(ledger).before(known, lock);
    return ExecutionOrder.of(plan, lock, data)
        .with(
            known
                .map(entries -> before.before(new LedgerKnowledge(entries).of(lock.sha256())))
                .orElse(before));
  }
}
