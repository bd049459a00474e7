package org.planlock;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.planlock.deviation.Deviation;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.readiness.OpenChoice;
import org.planlock.execution.sample.SampleCount;
import org.planlock.execution.script.Script;
import org.planlock.lock.Demands;
import org.planlock.lock.LockFile;
import org.planlock.lock.LockVerifier;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Provenance;
import org.planlock.lock.RegularFile;
import org.planlock.lock.StudyFolders;
import org.planlock.lock.Verification;
import org.planlock.lock.ledger.LedgerFolder;
import org.planlock.lock.proof.Anchors;
import org.planlock.lock.proof.Asked;
import org.planlock.lock.proof.LockProof;
import org.planlock.lock.proof.Shown;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.check.PlanChecks;
import org.planlock.plan.check.PlanSurvey;
import org.planlock.syntax.SourceReading;
import org.planlock.syntax.notation.PlanNotation;
import org.planlock.trace.TraceSink;

/** Plans read, checked, locked and verified by programs; nothing here prints or reads a clock. */
public final class Planlock {
  /** The version of this program. */
  public static final String VERSION = "0.1.0";

  /** The number of the rules by which this version carries out plans. */
  public static final int SEMANTICS = 1;

  /** This program, as locks and traces name it. */
  public static final Provenance.Tool TOOL = new Provenance.Tool("planlock", VERSION);

  /** When this version came out: nothing that it made can be older. */
  public static final Instant RELEASED = Instant.parse("2026-11-21T00:00:00Z");

  private static final int LARGEST_LOCK = 8 << 20;

  private Planlock() {}

  /** The plan in a file, with every mistake that reading and binding find. */
  public static Checked<PlanFile> read(Path file) {
    return read(file, file.toString());
  }

  /** The same under the name that messages are to show. */
  public static Checked<PlanFile> read(Path file, String name) {
    return RegularFile.read(file, name, SourceReading.MOST_BYTES)
        .then(bytes -> PlanFile.parse(name, bytes));
  }

  /** The plan in a text; the end of the name says the notation. */
  public static Checked<PlanFile> parse(String name, byte[] bytes) {
    return PlanFile.parse(name, bytes);
  }

  /**
   * Everything that is wrong or remarkable in a plan, however much of it can be read: all mistakes
   * of all stages, without those that only follow from another.
   */
  public static List<Diagnostic> survey(Path file, String name) {
    var bytes = RegularFile.read(file, name, SourceReading.MOST_BYTES);
    return bytes.isSound() ? survey(name, bytes.orThrow()) : bytes.diagnostics();
  }

  /** The same in a text; the end of the name says the notation. */
  public static List<Diagnostic> survey(String name, byte[] bytes) {
    var notation = PlanNotation.of(name);
    var source = notation.then(known -> SourceReading.of(name, bytes));
    return source.isSound()
        ? PlanSurvey.of(notation.orThrow().reader(), source.orThrow())
        : source.diagnostics();
  }

  /** Everything that is wrong or remarkable in a plan that could be read. */
  public static List<Diagnostic> check(BoundPlan plan) {
    return PlanChecks.all(plan);
  }

  /**
   * The lock of a plan that has no errors; {@link LockFile#bytes} is its form on disk.
   *
   * @param clock whose time the lock claims
   */
  public static Checked<PlanLock> lock(PlanFile plan, StudyFolders folders, InstantSource clock) {
    return Checked.of(plan, check(plan.bound()))
        .then(sound -> new LockMaking(sound, folders).make(clock));
  }

  /** The lock in a file; one that was changed may still be given, with an error. */
  public static Checked<PlanLock> readLock(Path file, String name) {
    return RegularFile.read(file, name, LARGEST_LOCK).then(bytes -> LockFile.parse(bytes, name));
  }

  /**
   * The plan that a lock holds.
   *
   * @param beside the plan file beside it; its lines are quoted if it still says what was locked
   * @param name what messages call the lock
   */
  public static Checked<BoundPlan> plan(PlanLock lock, Optional<PlanFile> beside, String name) {
    return ReadableLock.of(lock, beside, name);
  }

  /**
   * Proves that a lock, its plan and its files are unchanged.
   *
   * @param plan the plan beside the lock, if there is one to compare
   */
  public static Verification verify(
      Checked<PlanLock> lock,
      Optional<Checked<PlanFile>> plan,
      StudyFolders folders,
      Demands demands) {
    var tree = plan.map(read -> read.map(file -> file.bound().canonical()));
    var found = new LockVerifier(folders, demands, SEMANTICS).verify(lock, tree);
    return plan.flatMap(Checked::value)
        .map(file -> PlacedVerification.of(found, file.bound().origins()))
        .orElse(found);
  }

  /**
   * The same, with what can be said of its time, its signers and the study's ledger.
   *
   * @param found what {@link #verify} found
   * @param ledger where the study's ledger would be
   * @param name what messages call the lock
   */
  public static Verification prove(
      Verification found,
      PlanLock lock,
      Anchors anchors,
      Asked asked,
      LedgerFolder ledger,
      String name) {
    return prove(found, lock, anchors, asked, ledger, name, Shown.NOTHING);
  }

  /** The same, with what can be said of a result, of releases, and of what came first. */
  public static Verification prove(
      Verification found,
      PlanLock lock,
      Anchors anchors,
      Asked asked,
      LedgerFolder ledger,
      String name,
      Shown shown) {
    return new LockProof(anchors, asked, Optional.of(ledger), RELEASED, shown)
        .of(found, lock, name);
  }

  /** What a plan leaves open although its execution needs it. */
  public static Checked<List<OpenChoice>> open(ExecutionOrder order) {
    return new ExecutionCourse(order).open();
  }

  /** Everything that stops an execution before anything is read. */
  public static List<Diagnostic> obstacles(ExecutionOrder order) {
    return new ExecutionCourse(order).ready().diagnostics();
  }

  /**
   * How many are in which table and what is missing, and nothing else of the data.
   *
   * <p>Sealed tables count by the columns that everybody can read, where the order has those in
   * memory.
   */
  public static Checked<SampleCount> count(ExecutionOrder order) {
    return new ExecutionCourse(order).count();
  }

  /**
   * Carries out a plan and judges what was done beside it, or tells everything that stops it.
   *
   * @param sink where each step is recorded as it is taken
   * @param traceName what messages call that record
   */
  public static Checked<Execution> execute(ExecutionOrder order, TraceSink sink, String traceName) {
    return new ExecutionCourse(order).execute(sink, traceName);
  }

  /**
   * The same where a script takes the steps; what it does is judged as if Planlock had done it.
   *
   * @param told is given each deviation as soon as it is found
   */
  public static Checked<Execution> analyse(
      ExecutionOrder order,
      Script script,
      TraceSink sink,
      String traceName,
      Consumer<List<Deviation>> told) {
    return new ExecutionCourse(order).analyse(script, sink, traceName, told);
  }

  /**
   * An execution with what its deviations did to the results: the planned branch is executed too,
   * on the same data, under the same rules of sample and seal.
   *
   * @param order what was executed
   */
  public static Execution measureEffect(ExecutionOrder order, Execution done) {
    return new EffectMeasurement(order, done).measured();
  }
}
