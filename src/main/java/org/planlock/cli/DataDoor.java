package org.planlock.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.ExecutionOrder;
import org.planlock.data.TableInMemory;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.ledger.entry.ExecutionStart.Manner;
import org.planlock.lock.seal.SealedTable;
import org.planlock.source.Span;

/**
 * Decides whether an execution may read its data: what is sealed needs a release for this lock, by
 * a custodian whom the analyst names.
 *
 * @param lock as typed
 * @param data the folder of the tables, as typed
 */
record DataDoor(Surroundings surroundings, DataOptions options, String lock, String data) {
  private static final String REASON = "--unblinded-already";

  /** The admission, or what to ask of whom. */
  Checked<Admission> admit(ExecutionOrder order, HeldTables held) {
    if (options.known().filter(String::isBlank).isPresent()) {
      return Checked.failed(
          Diagnostic.at(Span.none(REASON), Rule.REASON_WANTED, "`" + REASON + "` gives no reason"));
    }
    if (options.isBlind()) {
      return options.releases().isEmpty() && options.known().isEmpty()
          ? new BlindDoor(order, lock, data).admit(held)
          : Checked.failed(
              Diagnostic.at(
                      Span.none("--blind"),
                      Rule.REASON_WANTED,
                      "a blind execution opens nothing, so it takes no release and no reason")
                  .help("leave out `--blind`, or the other option"));
    }
    var manner = order.exploratory() ? Manner.EXPLORATORY : Manner.AS_LOCKED;
    var sealed = held.tables().stream().filter(table -> table.sealed().isPresent()).toList();
    var found = new ArrayList<Diagnostic>();
    held.tables().stream()
        .filter(table -> table.sealed().isEmpty() && !table.isOpen())
        .forEach(table -> found.add(onlyBlinded(table)));
    sealed.stream()
        .filter(table -> table.isOpen() && options.known().isEmpty())
        .forEach(table -> found.add(liesOpenToo(table)));
    if (!found.isEmpty()) {
      return Checked.failed(found);
    }
    var shut = sealed.stream().filter(table -> !table.isOpen()).toList();
    if (!shut.isEmpty()) {
      return released(order, shut, manner);
    }
    return options.releases().isEmpty()
        ? Checked.of(Admission.open(manner, options.known()))
        : Checked.failed(nothingSealed());
  }

  private Checked<Admission> released(
      ExecutionOrder order, List<HeldTables.Held> shut, Manner manner) {
    if (order.lock().isEmpty()) {
      return Checked.failed(
          still(shut.get(0), "is sealed, and is opened for a locked plan only")
              .help("`plan lock " + lock + "` locks it; then ask the custodian for a release"));
    }
    if (options.releases().isEmpty()) {
      return Checked.failed(shut.stream().map(this::unreleased).toList());
    }
    return new ReleaseDesk(surroundings, options, order.lock().get())
        .accept(shut)
        .map(
            accepted ->
                new Admission(
                    manner,
                    accepted.stream().map(one -> one.release().sha256()).toList(),
                    String.join(
                        ", ",
                        accepted.stream()
                            .map(ReleaseDesk.Accepted::custodians)
                            .distinct()
                            .toList()),
                    options.known(),
                    Optional.empty(),
                    shut.stream().map(table -> table.sealed().orElseThrow().recorded()).toList(),
                    () -> opened(accepted)));
  }

  private static Checked<Map<String, TableInMemory>> opened(List<ReleaseDesk.Accepted> accepted) {
    var memory = new LinkedHashMap<String, TableInMemory>();
    var found = new ArrayList<Diagnostic>();
    for (var one : accepted) {
      var sealed = one.table().sealed().orElseThrow();
      try (var key = one.release().key().orElseThrow()) {
        var opened = sealed.table().open(key, sealed.name());
        found.addAll(opened.diagnostics());
        opened
            .value()
            .ifPresent(
                table ->
                    memory.put(
                        one.table().contract().file(),
                        new TableInMemory(table.bytes(), sealed.fingerprint())));
      }
    }
    return found.stream().anyMatch(Diagnostic::isError)
        ? Checked.failed(found)
        : Checked.of(memory, found);
  }

  private Diagnostic unreleased(HeldTables.Held table) {
    var sealed = table.sealed().orElseThrow();
    return still(table, "is sealed, and no release of it was given")
        .note(columns(sealed.table()) + " can be read by nobody without the custodian's key")
        .help(
            "ask the custodian for a release of this lock: `plan release "
                + lock
                + " --sealed "
                + data
                + "/"
                + sealed.name()
                + " --key KEY --sign KEY --out FILE`")
        .help(
            "then add `--release FILE --signer FILE`, and the custodian's public key in the latter")
        .help(
            "to try the plan before that, ask for a blinded copy (`plan blind`) and add `--blind`");
  }

  private Diagnostic liesOpenToo(HeldTables.Held table) {
    return still(table, "lies open beside `" + table.sealed().orElseThrow().name() + "`")
        .note("whoever analyses could have read it, and no release can prove otherwise")
        .help("take the open table out of the folder, and execute with a release")
        .help("or say so: `" + REASON + " \"reason\"` executes the open table");
  }

  private Diagnostic onlyBlinded(HeldTables.Held table) {
    return still(table, "is here as a blinded copy only")
        .help(
            "add `--blind` to try the plan; ask the custodian for the sealed table and a release");
  }

  private Diagnostic nothingSealed() {
    return Diagnostic.at(
            Span.none(options.releases().get(0)),
            Rule.FILE_MISSING,
            "no sealed table of this release lies in `" + data + "`")
        .help("put the sealed table there, where the open one would lie")
        .help("or leave out `--release`; where the outcome is known, say so: `" + REASON + "`");
  }

  private static String columns(SealedTable table) {
    return "`" + String.join("`, `", table.header().columns().sealed()) + "`";
  }

  private static Diagnostic still(HeldTables.Held table, String predicate) {
    var name = table.contract().file();
    return Diagnostic.at(Span.none(name), Rule.STILL_SEALED, "`" + name + "` " + predicate);
  }
}
