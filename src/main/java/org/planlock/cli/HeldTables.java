package org.planlock.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.ExecutionOrder;
import org.planlock.data.Fingerprint;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.RecordedFile;
import org.planlock.lock.seal.BlindedFile;
import org.planlock.lock.seal.SealedTable;
import org.planlock.lock.seal.SealedTableFile;
import org.planlock.plan.contract.TableContract;
import org.planlock.source.Span;

/**
 * The tables of a plan as they lie in the data folder: sealed, blinded or open. A sealed or blinded
 * file lies beside where the table would lie, and tells itself which table it is.
 */
record HeldTables(List<Held> tables) {
  static final String BLINDED = ".blind";

  /**
   * One table of the plan.
   *
   * @param contract what the plan says of it
   * @param file where it would lie open
   * @param isOpen whether it does
   */
  record Held(
      TableContract contract,
      Path file,
      boolean isOpen,
      Optional<Sealed> sealed,
      Optional<Blinded> blinded) {}

  /** A sealed file, by the name that messages show. */
  record Sealed(String name, SealedTable table) {
    RecordedFile recorded() {
      return new RecordedFile(name, table.sha256(), SealedTableFile.bytes(table).length);
    }

    Fingerprint fingerprint() {
      var file = recorded();
      return new Fingerprint(file.sha256().hex(), file.bytes());
    }
  }

  /** A blinded file, by the name that messages show. */
  record Blinded(String name, BlindedFile copy) {
    RecordedFile recorded() {
      var bytes = copy.bytes();
      return new RecordedFile(name, Sha256.of(bytes), bytes.length);
    }

    Fingerprint fingerprint() {
      var file = recorded();
      return new Fingerprint(file.sha256().hex(), file.bytes());
    }
  }

  HeldTables {
    tables = List.copyOf(tables);
  }

  /** The tables of an order's plan, or what keeps a sealed one from being read. */
  static Checked<HeldTables> of(ExecutionOrder order) {
    var contracts =
        order
            .plan()
            .plan()
            .data()
            .stated()
            .flatMap(data -> data.tables().stated())
            .orElse(List.of());
    var tables = new ArrayList<Held>();
    var found = new ArrayList<Diagnostic>();
    for (var contract : contracts) {
      var file = order.data().resolve(contract.file()).normalize();
      if (!file.startsWith(order.data())) {
        continue;
      }
      var beside = new BesideTable(order.data(), file);
      var held = new Held(contract, file, beside.isOpen(), beside.sealed(), beside.blinded());
      found.addAll(beside.doubts());
      if (held.sealed().isEmpty()
          && held.blinded().isEmpty()
          && !held.isOpen()
          && beside.doubts().isEmpty()) {
        found.addAll(beside.faults().isEmpty() ? List.of(missing(contract)) : beside.faults());
      }
      tables.add(held);
    }
    return found.stream().anyMatch(Diagnostic::isError)
        ? Checked.failed(found)
        : Checked.of(new HeldTables(tables));
  }

  private static Diagnostic missing(TableContract contract) {
    var name = contract.file();
    return Diagnostic.at(Span.none(name), Rule.FILE_MISSING, "there is no file `" + name + "`")
        .help("check the path, and the folder that holds the data");
  }
}
