package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.LockedTable;
import org.planlock.plan.contract.DataContract;
import org.planlock.plan.contract.TableContract;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds tables that are not the ones that were sealed, and tables that no plan declares. */
final class ChangedData implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var contract = evidence.plan().data().stated();
    var tables = contract.flatMap(c -> c.tables().stated()).orElse(List.of());
    var declared = tables.stream().flatMap(table -> judge(table, evidence).stream());
    var names = tables.stream().map(TableContract::name).toList();
    var others =
        evidence.trace().ofType(TraceEvents.DATA).stream()
            .filter(event -> contract.isPresent() && !isDeclared(event, names, contract.get()))
            .map(event -> undeclared(event));
    return Stream.concat(declared, others);
  }

  private static boolean isDeclared(TraceEvent event, List<String> tables, DataContract contract) {
    var name = event.text("table").orElse("");
    return tables.contains(name)
        || contract.files().orElse(List.of()).stream().anyMatch(f -> f.name().equals(name));
  }

  private static Optional<Finding> judge(TableContract table, Evidence evidence) {
    var events = evidence.trace().ofType(TraceEvents.DATA, "table", table.name());
    var locked = locked(table, evidence);
    var path = PlanPaths.join("data.tables", table.name());
    if (events.isEmpty()) {
      return locked.map(sha256 -> new Gap(path, "the event `data` of `" + table.name() + "`"));
    }
    return events.stream().flatMap(event -> judge(table, path, locked, event).stream()).findFirst();
  }

  private static Optional<String> locked(TableContract table, Evidence evidence) {
    return evidence.lock().stream()
        .flatMap(lock -> lock.statement().tables().stream())
        .filter(each -> each.path().equals(table.file()))
        .map(LockedTable::fingerprint)
        .flatMap(Optional::stream)
        .map(fingerprint -> fingerprint.sha256().hex())
        .findFirst();
  }

  private static Optional<Finding> judge(
      TableContract table, String path, Optional<String> locked, TraceEvent event) {
    var sealed = locked.or(() -> event.text("lockedSha256"));
    // a copy that somebody dealt anew, as was asked for, stands for the file it was made from
    var sha256 = event.text("dealtFrom").or(() -> event.text("sha256")).orElse("");
    if (sealed.isPresent() && sha256.isEmpty()) {
      return Optional.of(new Gap(path, "the `sha256` of `" + table.name() + "`"));
    }
    if (sealed.filter(hex -> !hex.equals(sha256)).isPresent()) {
      return Optional.of(
          Deviation.of(
                  Rule.CHANGED_DATA,
                  path,
                  DeviationSeverity.S4,
                  "`" + table.file() + "` is not the file that was sealed")
              .values("sha256:" + sealed.get(), "sha256:" + sha256)
              .at(event)
              .note("nobody can tell from here which cells differ, or why")
              .help("analyse the sealed file, or say what was corrected and why"));
    }
    var used = event.text("path").orElse(table.file());
    boolean elsewhere = !used.equals(table.file()) && !used.endsWith("/" + table.file());
    return sealed.isPresent() || !elsewhere
        ? Optional.empty()
        : Optional.of(
            Deviation.of(
                    Rule.CHANGED_DATA,
                    PlanPaths.join(path, "file"),
                    DeviationSeverity.S4,
                    "`"
                        + table.name()
                        + "` was read from `"
                        + used
                        + "`, registered was `"
                        + table.file()
                        + "`")
                .values(table.file(), used)
                .at(event)
                .help("analyse the registered file"));
  }

  private static Finding undeclared(TraceEvent event) {
    var name = event.text("table").orElse("");
    return Deviation.of(
            Rule.CHANGED_DATA,
            PlanPaths.join("data.tables", name),
            DeviationSeverity.S4,
            "the plan declares no table `" + name + "`, and it was read")
        .values(TraceValue.missing(), TraceValue.of(event.text("path").orElse(name)))
        .at(event)
        .help("leave the table out, or declare it in an amendment");
  }
}
