package org.planlock.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planlock.Planlock;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Salt;
import org.planlock.lock.Supersession;
import org.planlock.lock.commitment.LockedFields;
import org.planlock.lock.ledger.entry.Timing;
import org.planlock.lock.seal.ReleaseStatement;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Locks a later version of a plan in the place of the earlier one. */
@Command(
    name = "amend",
    description = {
      "Lock a later version of a plan, with a reason. The earlier lock stays in the study's ledger,"
          + " and every report shows both."
    },
    sortOptions = false)
final class AmendCommand implements Callable<Integer> {
  private static final Map<String, Timing> TIMINGS =
      Arrays.stream(Timing.values())
          .collect(Collectors.toMap(AmendCommand::word, Function.identity()));

  private final Surroundings surroundings;

  @Parameters(paramLabel = "PLAN", description = "the later version, with the id of the earlier")
  private String plan = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "why, for everybody to read")
  private String reason = "";

  @Option(
      names = "--timing",
      paramLabel = "WORD",
      description =
          "what was known of the data: before_data, data_exist_blind, after_unblinding,"
              + " after_results, unknown (default)")
  private String timing = word(Timing.UNKNOWN);

  @Mixin private StudyFiles files = new StudyFiles();

  @Mixin private Vouching vouching = new Vouching();

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  AmendCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var file = surroundings.file(plan);
    var made =
        known()
            .then(any -> Planlock.read(file, plan))
            .then(
                read ->
                    Planlock.lock(read, files.folders(surroundings, file), surroundings.clock()));
    var parent = made.then(this::parent);
    var signed =
        parent
            .then(earlier -> amended(made.orThrow(), earlier))
            .then(lock -> vouching.signed(surroundings, lock));
    if (!signed.isSound()) {
      return screen.stop(signed.diagnostics());
    }
    var stamped = vouching.stamped(surroundings, signed.orThrow());
    var written =
        recording()
            .amendment(
                stamped.lock(), parent.orThrow(), TIMINGS.getOrDefault(timing, Timing.UNKNOWN));
    if (!written.isSound()) {
      return screen.stop(written.diagnostics());
    }
    written.orThrow().print(screen);
    screen.complain(stamped.failures());
    return stamped.failures().isEmpty() ? ExitCode.HOLDS : ExitCode.of(stamped.failures());
  }

  private LockRecording recording() {
    return new LockRecording(surroundings, plan);
  }

  /** A later version of a private plan is private too. */
  private Checked<PlanLock> amended(PlanLock lock, PlanLock parent) {
    var later = lock.statement().superseding(new Supersession(parent.sha256(), reason.strip()));
    return parent.statement().concealment().isPresent()
        ? LockedFields.conceal(later, Salt.fresh()).map(PlanLock::new)
        : Checked.of(new PlanLock(later));
  }

  /** Whether what was typed can be understood. */
  private Checked<Boolean> known() {
    if (reason.isBlank()) {
      return Checked.failed(
          Diagnostic.at(Span.none("--reason"), Rule.REASON_MISSING, "an amendment needs a reason")
              .note("whoever reads the result must know why the plan changed"));
    }
    if (!ReleaseStatement.isReason(reason.strip())) {
      return Checked.failed(
          Diagnostic.at(
                  Span.none("--reason"),
                  Rule.REASON_WANTED,
                  "this is no reason that can be recorded")
              .note("a reason has 1 to 4000 characters that can all be seen")
              .help("say in a sentence why the plan changes; the rest may stand in the plan"));
    }
    return TIMINGS.containsKey(timing)
        ? Checked.of(true)
        : Checked.failed(
            Diagnostic.at(Span.none("--timing"), Rule.UNKNOWN_WORD, "`" + timing + "` is no timing")
                .help(
                    "write one of "
                        + String.join(", ", TIMINGS.keySet().stream().sorted().toList())));
  }

  /** The lock beside the plan, if it is of another version. */
  private Checked<PlanLock> parent(PlanLock lock) {
    var name = recording().name(lock);
    var read = Planlock.readLock(surroundings.file(name), name);
    if (!read.isSound()) {
      return read;
    }
    return read.orThrow().planDigest().equals(lock.planDigest())
        ? Checked.failed(
            Diagnostic.at(Span.none(plan), Rule.LOCK_EXISTS, "the plan says what is locked already")
                .note("comments and layout do not count")
                .help("`plan diff " + plan + " " + name + "` shows what differs: nothing"))
        : read;
  }

  private static String word(Timing timing) {
    return timing.name().toLowerCase(Locale.ROOT);
  }
}
