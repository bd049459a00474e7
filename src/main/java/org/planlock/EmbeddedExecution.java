package org.planlock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.execution.result.ResultsJson;
import org.planlock.execution.sample.Door;
import org.planlock.execution.script.Script;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.Appended;
import org.planlock.lock.ledger.StudyLedger;
import org.planlock.lock.ledger.entry.ExecutionEnd;
import org.planlock.lock.ledger.entry.ExecutionStart;
import org.planlock.lock.ledger.entry.RecordedFile;
import org.planlock.report.journal.JournalPages;
import org.planlock.source.SourceFile;
import org.planlock.trace.TraceWriter;

/**
 * One execution by a program's own code. The study's ledger, where there is one, is told of its
 * beginning before a table is read, and of its end before a result can be seen (ADR 0010).
 */
record EmbeddedExecution(LockedStudy study, StudyLedger ledger, Script script) {
  Checked<Execution> into(Path out) {
    var folder = OutputFolder.at(out, out.toString());
    if (!folder.isSound()) {
      return Checked.failed(folder.diagnostics());
    }
    try (var output = folder.orThrow()) {
      var order = study.order(ledger);
      var begun = begun();
      return begun.isSound()
          ? recorded(order, output, begun.orThrow(), out)
          : Checked.failed(begun.diagnostics());
    }
  }

  private Checked<Optional<Appended>> begun() {
    if (!ledger.exists()) {
      return Checked.of(Optional.empty());
    }
    var files = new ArrayList<>(StudyLedger.sealed(study.lock()));
    script
        .digest()
        .map(text -> new RecordedFile(name(), text, script.bytes()))
        .ifPresent(files::add);
    return ledger.begin(new ExecutionStart(study.lock().sha256(), files)).map(Optional::of);
  }

  private String name() {
    return script.source().map(SourceFile::name).orElse("script");
  }

  private Checked<Execution> recorded(
      ExecutionOrder order, OutputFolder output, Optional<Appended> start, Path out) {
    boolean isEnded = false;
    try {
      var known = order.with(order.access().with(start.map(Appended::head)));
      var done = carriedOut(known, output, out);
      if (Door.isShutBy(done.diagnostics())) {
        start.ifPresent(one -> ledger.end(ExecutionEnd.refused(one.entry().seq())));
        isEnded = true;
      }
      var ended = done.then(execution -> end(execution, output, start));
      isEnded |= ended.isSound();
      return ended.then(execution -> output.publish().map(name -> execution));
    } finally {
      if (!isEnded) {
        start.ifPresent(this::failed);
      }
    }
  }

  private Checked<Execution> carriedOut(ExecutionOrder order, OutputFolder output, Path out) {
    try (var trace = TraceWriter.open(output.draft().resolve("trace.jsonl"))) {
      var execution =
          Planlock.analyse(
              order, script, trace, out.resolve("trace.jsonl").toString(), found -> {});
      if (execution.isSound()) {
        trace.commit();
        var bytes = ResultsJson.bytes(execution.orThrow().results());
        output.write("results.json", bytes);
        output.write(JournalPages.of(bytes, execution.orThrow().evidence()).byFile());
      }
      return execution;
    } catch (IOException | UncheckedIOException e) {
      return Checked.failed(OutputFolder.unwritable(out.toString()));
    }
  }

  private Checked<Execution> end(
      Execution execution, OutputFolder output, Optional<Appended> start) {
    if (start.isEmpty()) {
      return Checked.of(execution);
    }
    try {
      var end =
          new ExecutionEnd(
              start.get().entry().seq(),
              ExecutionEnd.Outcome.COMPLETED,
              Optional.of(digest(output, "results.json")),
              Optional.of(digest(output, "trace.jsonl")),
              execution.results().verdict());
      return ledger.end(end).map(appended -> execution);
    } catch (IOException e) {
      return Checked.failed(OutputFolder.unwritable(output.draft().toString()));
    }
  }

  private static Sha256 digest(OutputFolder output, String file) throws IOException {
    return Sha256.of(Files.readAllBytes(output.draft().resolve(file)));
  }

  private void failed(Appended start) {
    // where even that cannot be written, the ledger says what is true: that it began
    ledger.end(ExecutionEnd.failed(start.entry().seq()));
  }
}
