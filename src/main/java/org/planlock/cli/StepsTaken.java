package org.planlock.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.Execution;
import org.planlock.ExecutionOrder;
import org.planlock.Planlock;
import org.planlock.deviation.Deviation;
import org.planlock.diagnostic.Checked;
import org.planlock.execution.script.GroovyScript;
import org.planlock.lock.RegularFile;
import org.planlock.lock.ledger.entry.RecordedFile;
import org.planlock.report.Visible;
import org.planlock.syntax.SourceReading;
import org.planlock.trace.TraceSink;

/** Who takes the steps of an execution: Planlock itself, or a script that its owner names. */
interface StepsTaken {
  /** Planlock, as the plan says. */
  StepsTaken AS_PLANNED =
      (order, sink, traceName, undo) -> Planlock.execute(order, sink, traceName);

  /**
   * Carries out an order.
   *
   * @param undo leaves nothing half-done behind, should the process end meanwhile
   */
  Checked<Execution> execute(ExecutionOrder order, TraceSink sink, String traceName, Runnable undo);

  /** What the ledger is told of besides the data. */
  default Admission recordedBy(Admission admission) {
    return admission;
  }

  /** The steps as a script takes them, if one is named; or what the compiler says of it. */
  static Checked<StepsTaken> by(Optional<String> name, Surroundings surroundings, Screen screen) {
    return name.map(typed -> scripted(typed, surroundings, screen))
        .orElseGet(() -> Checked.of(AS_PLANNED));
  }

  private static Checked<StepsTaken> scripted(
      String typed, Surroundings surroundings, Screen screen) {
    screen.remark(
        "plan: `"
            + Visible.text(typed)
            + "` is code: it runs with your rights, and only what it does through the analysis is"
            + " recorded");
    var out = screen.isJson() ? surroundings.err() : surroundings.out();
    return RegularFile.read(surroundings.file(typed), typed, SourceReading.MOST_BYTES)
        .then(
            bytes ->
                SourceReading.of(typed, bytes)
                    .then(
                        source ->
                            GroovyScript.compile(
                                source, bytes, new PrintWriter(out, false, StandardCharsets.UTF_8)))
                    .map(script -> new Scripted(typed, script, screen)));
  }

  /** A script at work. */
  record Scripted(String name, GroovyScript script, Screen screen) implements StepsTaken {
    @Override
    public Checked<Execution> execute(
        ExecutionOrder order, TraceSink sink, String traceName, Runnable undo) {
      var guard = ExitGuard.over(screen, name, undo);
      try {
        return Planlock.analyse(order, script, sink, traceName, this::tell);
      } finally {
        guard.end();
      }
    }

    @Override
    public Admission recordedBy(Admission admission) {
      var files = new ArrayList<>(admission.files());
      files.add(new RecordedFile(name, script.digest().orElseThrow(), script.bytes()));
      return admission.reading(files);
    }

    private void tell(List<Deviation> found) {
      for (var one : found) {
        screen.remark(
            "  "
                + one.rule().code()
                + "  "
                + Visible.text(one.message())
                + (one.isDeclared() ? "  (declared)" : ""));
      }
    }
  }
}
