package org.planlock.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.planlock.Execution;
import org.planlock.ExecutionOrder;
import org.planlock.Planlock;
import org.planlock.deviation.Verdict;
import org.planlock.diagnostic.Checked;
import org.planlock.execution.result.ResultsJson;
import org.planlock.report.DiagnosticJson;
import org.planlock.report.ExecutionText;
import org.planlock.report.JsonText;
import org.planlock.trace.TraceWriter;

/** One execution from its order to its folder and its lines on the screen. */
final class ExecutionSession {
  private final Surroundings surroundings;
  private final Screen screen;
  private final String lock;
  private final String out;

  ExecutionSession(Surroundings surroundings, Screen screen, String lock, String out) {
    this.surroundings = surroundings;
    this.screen = screen;
    this.lock = lock;
    this.out = out;
  }

  int execute(ExecutionOrder order) {
    var folder = OutputFolder.at(surroundings.file(out), out);
    if (!folder.isSound()) {
      return screen.stop(folder.diagnostics());
    }
    try (var output = folder.orThrow()) {
      var record = ExecutionRecord.begin(surroundings, lock, order);
      if (!record.isSound()) {
        return screen.stop(record.diagnostics());
      }
      var execution = execute(order, output);
      var unrecorded = record.orThrow().end(execution, surroundings.file(out));
      int code = execution.isSound() ? shown(execution) : screen.stop(execution.diagnostics());
      screen.complain(unrecorded);
      return code;
    } catch (IOException | UncheckedIOException e) {
      return screen.stop(List.of(OutputFolder.unwritable(out)));
    }
  }

  private Checked<Execution> execute(ExecutionOrder order, OutputFolder output) throws IOException {
    var start = surroundings.clock().instant();
    try (var trace = TraceWriter.open(output.draft().resolve("trace.jsonl"))) {
      var execution = Planlock.execute(order, trace, out + "/trace.jsonl");
      if (!execution.isSound()) {
        return execution;
      }
      trace.commit();
      write(output, "results.json", ResultsJson.bytes(execution.orThrow().results()));
      var notes = MachineNotes.of(start, surroundings.clock().instant(), order.threads());
      write(output, "environment.json", JsonText.of(notes).getBytes(StandardCharsets.UTF_8));
      return output
          .publish()
          .then(name -> Checked.of(execution.orThrow()).after(List.of()))
          .after(execution.diagnostics());
    }
  }

  private static void write(OutputFolder output, String name, byte[] bytes) throws IOException {
    Path file = output.draft().resolve(name);
    Files.write(file, bytes);
  }

  private int shown(Checked<Execution> checked) {
    var execution = checked.orThrow();
    var results =
        JsonParser.parseString(
                new String(ResultsJson.bytes(execution.results()), StandardCharsets.UTF_8))
            .getAsJsonObject();
    if (screen.isJson()) {
      screen.print(json(results, checked));
    } else {
      screen.complain(checked.diagnostics());
      screen.print(new ExecutionText(screen.style()).of(results, execution.judgement()));
      screen.print("results: " + out + "/results.json\n");
    }
    return code(execution.judgement().verdict());
  }

  private JsonObject json(JsonObject results, Checked<Execution> checked) {
    var json = new JsonObject();
    json.addProperty("out", out);
    json.add("results", results);
    json.add("diagnostics", DiagnosticJson.of(checked.diagnostics()));
    json.add("deviations", DiagnosticJson.of(checked.orThrow().judgement().diagnostics()));
    return json;
  }

  private static int code(Verdict verdict) {
    return switch (verdict) {
      case CONFORMS, DEVIATES_DECLARED, UNANCHORED -> ExitCode.HOLDS;
      case DEVIATES, TAMPERED -> ExitCode.MISMATCH;
      case INCOMPLETE, CANNOT_TELL -> ExitCode.WEAKER;
    };
  }
}
