package org.planlock.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.Execution;
import org.planlock.ExecutionOrder;
import org.planlock.OutputFolder;
import org.planlock.Planlock;
import org.planlock.data.TableInMemory;
import org.planlock.deviation.Foreknowledge;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.result.ResultsJson;
import org.planlock.execution.sample.Door;
import org.planlock.report.DiagnosticJson;
import org.planlock.report.ExecutionText;
import org.planlock.report.JsonText;
import org.planlock.report.OnTrustJson;
import org.planlock.report.journal.JournalPages;
import org.planlock.trace.TraceWriter;

/** One execution from its order to its folder and its lines on the screen. */
final class ExecutionSession {
  private final Surroundings surroundings;
  private final Screen screen;
  private final String lock;
  private final String out;
  private final LateChanges changes;
  private final boolean isMeasured;

  ExecutionSession(
      Surroundings surroundings,
      Screen screen,
      String lock,
      String out,
      LateChanges changes,
      boolean isMeasured) {
    this.surroundings = surroundings;
    this.screen = screen;
    this.lock = lock;
    this.out = out;
    this.changes = changes;
    this.isMeasured = isMeasured;
  }

  /** Carries out an order; nothing is read or recorded if anything stops it before. */
  int execute(ExecutionOrder order, DataDoor door, StepsTaken steps) {
    var obstacles = Planlock.obstacles(order).stream().filter(Diagnostic::isError).toList();
    if (!obstacles.isEmpty()) {
      return screen.stop(obstacles);
    }
    var folder = OutputFolder.at(surroundings.file(out), out);
    if (!folder.isSound()) {
      return screen.stop(folder.diagnostics());
    }
    try (var output = folder.orThrow()) {
      var held = HeldTables.of(order);
      var admission = held.then(tables -> door.admit(order, tables));
      if (!admission.isSound()) {
        return screen.stop(admission.diagnostics());
      }
      screen.warn(admission.diagnostics());
      var shut = atTheDoor(order, held.orThrow(), admission.orThrow());
      return shut.isPresent()
          ? shut.get()
          : admitted(order, steps.recordedBy(admission.orThrow()), output, steps);
    }
  }

  /**
   * Counts before anything sealed is opened, so that too small a sample is never unblinded; the
   * exit code if it is too small.
   */
  private Optional<Integer> atTheDoor(ExecutionOrder order, HeldTables held, Admission admission) {
    if (admission.releases().isEmpty()) {
      return Optional.empty();
    }
    var readable = new LinkedHashMap<String, TableInMemory>();
    held.tables()
        .forEach(
            table ->
                table
                    .sealed()
                    .ifPresent(
                        shut ->
                            readable.put(
                                table.contract().file(),
                                new TableInMemory(shut.table().readable(), shut.fingerprint()))));
    var count = Planlock.count(order.with(admission.access(readable)));
    if (!count.isSound()) {
      return Optional.of(screen.stop(count.diagnostics()));
    }
    var tooFew = count.orThrow().tooFew();
    return tooFew.isEmpty()
        ? Optional.empty()
        : Optional.of(new AtTheDoor(screen).refuse(count.orThrow(), tooFew));
  }

  private int admitted(
      ExecutionOrder order, Admission admission, OutputFolder output, StepsTaken steps) {
    var before = order.lock().map(changes::before).orElse(Foreknowledge.NONE);
    var foreknowledge = before.before(admission.after(before.execution()));
    var record = ExecutionRecord.begin(surroundings, lock, order.with(foreknowledge), admission);
    if (!record.isSound()) {
      return screen.stop(record.diagnostics());
    }
    screen.warn(record.diagnostics());
    var begun = record.orThrow();
    var ready = opened(order.with(foreknowledge), admission, begun);
    var execution =
        ready.isSound()
            ? execute(ready.orThrow(), output, begun, steps).after(ready.diagnostics())
            : Checked.<Execution>failed(ready.diagnostics());
    if (execution.isSound()) {
      return shown(execution, order(admission, foreknowledge), admission);
    }
    var unrecorded = begun.stop(execution.diagnostics());
    int code = stopped(order, execution);
    screen.complain(unrecorded);
    return code;
  }

  /** From here on what was sealed is in clear, in memory. */
  private static Checked<ExecutionOrder> opened(
      ExecutionOrder order, Admission admission, ExecutionRecord record) {
    Checked<Map<String, TableInMemory>> memory = admission.opening().get();
    return memory.map(tables -> order.with(admission.access(tables).with(record.head())));
  }

  private int stopped(ExecutionOrder order, Checked<Execution> execution) {
    if (Door.isShutBy(execution.diagnostics()) && order.access().memory().isEmpty()) {
      var count = Planlock.count(order);
      if (count.isSound()) {
        return new AtTheDoor(screen).refuse(count.orThrow(), execution.diagnostics());
      }
    }
    return screen.stop(execution.diagnostics());
  }

  private Checked<Execution> execute(
      ExecutionOrder order, OutputFolder output, ExecutionRecord record, StepsTaken steps) {
    var start = surroundings.clock().instant();
    var traceFile = output.draft().resolve("trace.jsonl");
    try (var trace = TraceWriter.open(traceFile)) {
      var executed = steps.execute(order, trace, out + "/trace.jsonl", () -> undo(output, record));
      var execution =
          isMeasured && executed.isSound()
              ? executed.map(done -> Planlock.measureEffect(order, done))
              : executed;
      if (!execution.isSound()) {
        return execution;
      }
      trace.commit();
      var notes = MachineNotes.of(start, surroundings.clock().instant(), order.threads());
      output.write("environment.json", JsonText.of(notes).getBytes(StandardCharsets.UTF_8));
      var bytes = ResultsJson.bytes(execution.orThrow().results());
      var results = output.write("results.json", bytes);
      if (order.access().blind().isEmpty()) {
        output.write(JournalPages.of(bytes, execution.orThrow().evidence()).byFile());
      }
      return record
          .complete(execution.orThrow(), results, traceFile)
          .then(done -> published(done, output, record))
          .after(execution.diagnostics());
    } catch (IOException | UncheckedIOException e) {
      return Checked.failed(record.told(OutputFolder.unwritable(out)));
    }
  }

  private static void undo(OutputFolder output, ExecutionRecord record) {
    record.stop(List.of());
    output.delete();
  }

  private static Checked<Execution> published(
      Execution done, OutputFolder output, ExecutionRecord record) {
    var published = output.publish();
    return published.isSound()
        ? Checked.of(done)
        : Checked.failed(published.diagnostics().stream().map(record::told).toList());
  }

  private int shown(Checked<Execution> execution, String order, Admission admission) {
    if (!screen.isJson()) {
      screen.complain(execution.diagnostics());
    }
    screen.print(text(execution, order));
    return admission.blind().isPresent()
        ? ExitCode.HOLDS
        : ExitCode.of(execution.orThrow().judgement().verdict());
  }

  private String text(Checked<Execution> checked, String order) {
    var execution = checked.orThrow();
    var results = json(ResultsJson.bytes(execution.results()));
    return screen.isJson()
        ? JsonText.of(json(results, checked, order))
        : new ExecutionText(screen.style()).of(results, execution.judgement(), order)
            + "results: "
            + out
            + "/results.json\n";
  }

  private static JsonObject json(byte[] results) {
    return JsonParser.parseString(new String(results, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  private static String order(Admission admission, Foreknowledge foreknowledge) {
    return foreknowledge.isNone() || admission.blind().isPresent()
        ? admission.order()
        : "not first: the outcome could be known before the plan was fixed, see below";
  }

  private JsonObject json(JsonObject results, Checked<Execution> checked, String order) {
    var json = new JsonObject();
    json.addProperty("out", out);
    json.addProperty("order", order);
    json.add("results", results);
    json.add("diagnostics", DiagnosticJson.of(checked.diagnostics()));
    json.add("deviations", DiagnosticJson.of(checked.orThrow().judgement().diagnostics()));
    json.add("onTrust", OnTrustJson.of(checked.orThrow().judgement()));
    return json;
  }
}
