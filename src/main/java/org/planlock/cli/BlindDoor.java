package org.planlock.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.ExecutionOrder;
import org.planlock.data.Fingerprint;
import org.planlock.data.TableInMemory;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanDigest;
import org.planlock.lock.PlanLock;
import org.planlock.lock.RegularFile;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.ExecutionStart.Manner;
import org.planlock.lock.ledger.entry.RecordedFile;
import org.planlock.lock.seal.BlindedCopy;
import org.planlock.lock.seal.SealedColumns;
import org.planlock.lock.seal.TableSealer;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.source.Span;

/**
 * Lets a plan be tried on labels that were dealt anew: by the custodian where tables are sealed,
 * else by this program, for the columns that the plan calls sealed.
 *
 * @param lock as typed
 * @param data as typed
 */
record BlindDoor(ExecutionOrder order, String lock, String data) {
  private static final String IN_PART =
      "; an outcome was not dealt anew, so what does not use the dealt columns is as in the data";

  Checked<Admission> admit(HeldTables held) {
    var found = new ArrayList<Diagnostic>();
    held.tables().forEach(table -> fault(table).ifPresent(found::add));
    boolean isOwn = held.tables().stream().anyMatch(this::isDealtHere);
    if (found.isEmpty() && !isOwn && held.tables().stream().noneMatch(BlindDoor::isBlinded)) {
      found.add(nothingToDeal());
    }
    boolean isWhole = new DealtOutcomes(order.plan().plan(), dealtColumns(held)).areAll();
    return found.isEmpty()
        ? Checked.of(
            new Admission(
                isWhole ? Manner.BLIND : Manner.BLIND_IN_PART,
                List.of(),
                "",
                Optional.empty(),
                Optional.of(mark(isOwn, isWhole)),
                files(held),
                () -> dealt(held)))
        : Checked.failed(found);
  }

  private Set<String> dealtColumns(HeldTables held) {
    var columns = new HashSet<String>();
    for (var table : held.tables()) {
      table.blinded().ifPresent(blind -> columns.addAll(blind.copy().columns()));
      if (isDealtHere(table)) {
        columns.addAll(sealedColumns(table));
      }
    }
    return columns;
  }

  private static String mark(boolean isOwn, boolean isWhole) {
    var mark = isOwn ? BlindedCopy.REVERSIBLE_MARK : BlindedCopy.CUSTODIANS_MARK;
    return isWhole ? mark : mark + IN_PART;
  }

  private static List<RecordedFile> files(HeldTables held) {
    return held.tables().stream()
        .flatMap(table -> table.blinded().stream())
        .map(HeldTables.Blinded::recorded)
        .toList();
  }

  private static boolean isBlinded(HeldTables.Held table) {
    return table.blinded().isPresent();
  }

  private boolean isDealtHere(HeldTables.Held table) {
    return table.blinded().isEmpty() && table.isOpen() && !sealedColumns(table).isEmpty();
  }

  private Optional<Diagnostic> fault(HeldTables.Held table) {
    var name = table.contract().file();
    if (table.blinded().isEmpty()) {
      return table.sealed().isPresent() && !table.isOpen()
          ? Optional.of(uncopied(table, name))
          : Optional.empty();
    }
    var copy = table.blinded().get().copy();
    boolean isOfThisLock =
        order.lock().map(PlanLock::sha256).filter(copy.lock()::equals).isPresent();
    if (!isOfThisLock) {
      return Optional.of(
          still(table.blinded().get().name(), "was made for another lock")
              .note("it was made for " + copy.lock())
              .help("ask the custodian for a copy for this lock: `plan blind`"));
    }
    return table
        .sealed()
        .filter(shut -> !shut.table().sha256().equals(copy.sealed()))
        .map(
            shut ->
                still(table.blinded().get().name(), "was made from another sealed table")
                    .help("ask the custodian for a copy of `" + shut.name() + "`"));
  }

  private Diagnostic uncopied(HeldTables.Held table, String name) {
    return still(name, "is sealed, and there is no blinded copy of it")
        .note("its labels can only be dealt anew by whoever has them")
        .help(
            "ask the custodian: `plan blind "
                + lock
                + " --sealed "
                + data
                + "/"
                + table.sealed().orElseThrow().name()
                + " --key KEY --out FILE"
                + HeldTables.BLINDED
                + "`");
  }

  private static Diagnostic nothingToDeal() {
    return Diagnostic.at(
            Span.none("--blind"),
            Rule.REASON_WANTED,
            "no table is blinded, and the plan calls no column sealed: what should be dealt anew?")
        .help("call the outcome or the arm `sealed` in the plan, or have a custodian seal it");
  }

  private Checked<Map<String, TableInMemory>> dealt(HeldTables held) {
    var memory = new LinkedHashMap<String, TableInMemory>();
    var found = new ArrayList<Diagnostic>();
    for (var table : held.tables()) {
      var path = table.contract().file();
      table
          .blinded()
          .ifPresent(
              blind ->
                  memory.put(
                      path,
                      new TableInMemory(blind.copy().table(), blind.fingerprint())
                          .dealtFrom(blind.copy().sealed().hex())));
      if (isDealtHere(table)) {
        var copy = own(table);
        found.addAll(copy.diagnostics());
        copy.value().ifPresent(made -> memory.put(path, made));
      }
    }
    return found.stream().anyMatch(Diagnostic::isError)
        ? Checked.failed(found)
        : Checked.of(memory, found);
  }

  private Checked<TableInMemory> own(HeldTables.Held table) {
    var name = table.contract().file();
    var columns =
        new SealedColumns(
            table.contract().key().stream().findFirst().orElse(""), sealedColumns(table));
    return RegularFile.read(table.file(), name, TableSealer.MOST_BYTES)
        .then(
            bytes ->
                BlindedCopy.bySeed(bytes, fileName(name), columns, seed())
                    .map(
                        copy ->
                            new TableInMemory(
                                copy.bytes(),
                                new Fingerprint(Sha256.of(bytes).hex(), bytes.length))));
  }

  private String seed() {
    return order
        .lock()
        .map(known -> known.sha256().hex())
        .orElseGet(() -> PlanDigest.of(order.plan().canonical()).orThrow().toString());
  }

  private List<String> sealedColumns(HeldTables.Held table) {
    return order
        .plan()
        .plan()
        .data()
        .stated()
        .flatMap(contract -> contract.columns().stated())
        .orElse(List.of())
        .stream()
        .filter(column -> column.table().equals(table.contract().name()) && column.sealed())
        .map(ColumnContract::name)
        .toList();
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Diagnostic still(String name, String predicate) {
    return Diagnostic.at(Span.none(name), Rule.STILL_SEALED, "`" + name + "` " + predicate);
  }
}
