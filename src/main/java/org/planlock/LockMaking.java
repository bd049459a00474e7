package org.planlock;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.FileFingerprint;
import org.planlock.lock.FixedInput;
import org.planlock.lock.LockedTable;
import org.planlock.lock.PlanDigest;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Provenance;
import org.planlock.lock.SealedSiblings;
import org.planlock.lock.Statement;
import org.planlock.lock.StudyFolders;
import org.planlock.lock.seal.SealedTableFile;
import org.planlock.plan.Plan;
import org.planlock.plan.contract.TableContract;
import org.planlock.source.Span;

/** Makes the lock of a plan: its canonical form and the digests of everything that it fixes. */
final class LockMaking {
  private final PlanFile file;
  private final StudyFolders folders;
  private final List<Diagnostic> found = new ArrayList<>();

  LockMaking(PlanFile file, StudyFolders folders) {
    this.file = file;
    this.folders = folders;
  }

  Checked<PlanLock> make(InstantSource clock) {
    found.addAll(PlanDigest.of(file.bound().canonical()).diagnostics());
    var inputs = inputs();
    var tables = tables();
    if (found.stream().anyMatch(Diagnostic::isError)) {
      return Checked.failed(found);
    }
    var source =
        new Provenance.Source(
            fileName(),
            file.notation().name().toLowerCase(Locale.ROOT),
            Optional.of(file.sha256()));
    var provenance =
        new Provenance(
            Planlock.SEMANTICS,
            Planlock.TOOL,
            Optional.empty(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            source);
    return Checked.of(
        new PlanLock(new Statement(file.bound().canonical(), inputs, tables, provenance)), found);
  }

  /** Locks are found by the name of the plan file, wherever the folder lies. */
  private String fileName() {
    var name = file.source().name();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  private List<FixedInput> inputs() {
    var inputs = new ArrayList<FixedInput>();
    FixedPaths.of(file.bound())
        .forEach(
            (path, named) ->
                fingerprint(path, file.bound().origins().of(named.at()))
                    .ifPresent(print -> inputs.add(new FixedInput(path, named.role(), print))));
    return inputs;
  }

  private List<LockedTable> tables() {
    return tableContracts(file.bound().plan()).stream()
        .map(
            table ->
                new LockedTable(
                    table.file(), table.complete() ? fingerprint(table) : Optional.empty()))
        .toList();
  }

  private Optional<FileFingerprint> fingerprint(TableContract table) {
    boolean isOpen = folders.of(table.file()).file(table.file(), Span.none(table.file())).isSound();
    var sealed = isOpen ? Optional.<FileFingerprint>empty() : sealed(table);
    return sealed.isPresent() ? sealed : opened(table);
  }

  /** What a custodian sealed stands for the table. */
  private Optional<FileFingerprint> sealed(TableContract table) {
    for (var folder : folders.folders()) {
      for (var path : SealedSiblings.of(folder, table.file())) {
        var header =
            folder
                .file(path, Span.none(path))
                .then(SealedTableFile::read)
                .map(read -> read.header().file());
        if (header.value().filter(name -> Path.of(table.file()).endsWith(name)).isPresent()) {
          return FileFingerprint.of(folder, path, Span.none(path)).value();
        }
      }
    }
    return Optional.empty();
  }

  private Optional<FileFingerprint> opened(TableContract table) {
    return fingerprint(
        table.file(), file.bound().origins().of("data.tables." + table.name() + ".file"));
  }

  private Optional<FileFingerprint> fingerprint(String path, Span place) {
    var print = FileFingerprint.of(folders.of(path), path, place);
    print.diagnostics().forEach(finding -> found.add(helped(finding)));
    return print.value();
  }

  private static Diagnostic helped(Diagnostic finding) {
    return finding.rule() == Rule.FILE_MISSING
        ? finding
            .note("what a plan fixes is hashed when it is locked")
            .help("put the file there, or say where the study's files start with `--data DIR`")
        : finding;
  }

  private static List<TableContract> tableContracts(Plan plan) {
    return plan.data().stated().flatMap(data -> data.tables().stated()).orElse(List.of());
  }
}
