package org.planlock.lock.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Standing;
import org.planlock.lock.Verification;
import org.planlock.lock.ledger.CheckpointCheck;
import org.planlock.lock.ledger.CheckpointFile;
import org.planlock.lock.ledger.Ledger;
import org.planlock.lock.ledger.LedgerFolder;
import org.planlock.lock.ledger.RecordedLock;
import org.planlock.lock.ledger.entry.ExecutionStart.Manner;
import org.planlock.lock.signature.AllowedSigners;
import org.planlock.lock.signature.NoteKey;
import org.planlock.lock.signature.Signer;
import org.planlock.source.Span;

/** What the study's ledger says of a lock, and whether anybody would see if it were shortened. */
final class LedgerRows {
  private static final String CHECK = "ledger";

  private final PlanLock lock;
  private final Path file;
  private final List<CheckpointFile> checkpoints;
  private final AllowedSigners signers;

  LedgerRows(PlanLock lock, LedgerFolder folder, Anchors anchors) {
    this.lock = lock;
    this.file = folder.ledger();
    this.checkpoints = anchors.checkpoints();
    this.signers = anchors.signers();
  }

  /**
   * The rows.
   *
   * @param ledger as it was read; none if there is no such file
   */
  List<Verification.Row> rows(Optional<Checked<Ledger>> ledger) {
    if (ledger.isEmpty()) {
      return List.of(none());
    }
    var read = ledger.get();
    var rows = new ArrayList<Verification.Row>();
    rows.add(chain(read));
    if (read.isSound()) {
      rows.addAll(rows(read.orThrow()));
    }
    read.value().map(this::checkpoints).ifPresent(rows::add);
    if (!signers.signers().isEmpty()) {
      checkpoints.forEach(kept -> rows.add(signed(kept)));
    }
    return rows;
  }

  /** Who vouches for a checkpoint, where the verifier says whom to believe. */
  private Verification.Row signed(CheckpointFile kept) {
    var origin = kept.checkpoint().origin();
    var keys =
        NoteKey.isName(origin)
            ? signers.signers().stream().map(one -> new NoteKey(origin, one.key())).toList()
            : List.<NoteKey>of();
    var found = kept.signers(keys);
    var who =
        found.value().orElse(List.of()).stream()
            .flatMap(key -> signers.of(key.key()).stream())
            .map(Signer::name)
            .collect(Collectors.joining(", "));
    boolean isWrong =
        found.diagnostics().stream().anyMatch(one -> one.rule() == Rule.CHECKPOINT_WRONG);
    return new Verification.Row(
        "checkpoint signed by",
        found.isSound() ? "ok" : isWrong ? "wrong" : "unknown key",
        found.isSound() ? who : kept.name(),
        found.isSound() ? Standing.HOLDS : isWrong ? Standing.CHANGED : Standing.WEAKER,
        found.diagnostics());
  }

  private Verification.Row none() {
    var evidence = "how many plans were locked, and how often they were executed, cannot be told";
    if (checkpoints.isEmpty()) {
      return new Verification.Row(CHECK, "none here", evidence, Standing.HOLDS, List.of());
    }
    var finding =
        Diagnostic.at(
                Span.none(file.toString()),
                Rule.FILE_MISSING,
                "there is a checkpoint of a ledger, but no ledger beside the lock")
            .help("ask for the study's `.planlock` folder");
    return new Verification.Row(
        CHECK, "none here", evidence, Standing.ENVIRONMENT, List.of(finding));
  }

  private static Verification.Row chain(Checked<Ledger> read) {
    var evidence = read.value().map(LedgerRows::counts).orElse("");
    if (read.isSound()) {
      return new Verification.Row(CHECK, "ok", evidence, Standing.HOLDS, read.diagnostics());
    }
    var standing =
        read.diagnostics().stream()
            .filter(Diagnostic::isError)
            .map(LedgerRows::standing)
            .min(Standing::compareTo)
            .orElse(Standing.CHANGED);
    var word = standing == Standing.CHANGED ? "changed" : "not readable";
    return new Verification.Row(CHECK, word, evidence, standing, read.diagnostics());
  }

  private static Standing standing(Diagnostic finding) {
    return switch (finding.rule()) {
      case UNREADABLE_FILE, FILE_MISSING -> Standing.ENVIRONMENT;
      case LEDGER_TOO_NEW -> Standing.REFUSED;
      case LEDGER_DAMAGED, TOO_LARGE, NOT_A_REGULAR_FILE -> Standing.UNREADABLE;
      default -> Standing.CHANGED;
    };
  }

  private static String counts(Ledger ledger) {
    var counts = ledger.state().counts();
    var text =
        number(ledger.entries().size(), "entry", "entries")
            + ": "
            + number(counts.locks(), "plan locked", "plans locked")
            + ", "
            + number(counts.amendments(), "amendment", "amendments")
            + ", "
            + number(counts.executions(), "execution", "executions");
    var kinds =
        Stream.of(
                kind(manners(ledger, Manner.EXPLORATORY), "exploratory"),
                kind(manners(ledger, Manner.BLIND), "blind"),
                kind(manners(ledger, Manner.BLIND_IN_PART), "blind in part"),
                kind(counts.unfinished(), unfinished(counts.unfinished())))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return kinds.isEmpty() ? text : text + " (" + kinds + ")";
  }

  /** What an execution without an end means, for whoever reads of one. */
  private static String unfinished(int count) {
    return count == 1
        ? "unfinished: it began and did not end, so its outcome may have been seen"
        : "unfinished: they began and did not end, so their outcome may have been seen";
  }

  private static Optional<String> kind(long count, String word) {
    return count == 0 ? Optional.empty() : Optional.of(count + " " + word);
  }

  private static long manners(Ledger ledger, Manner manner) {
    return ledger.state().executions().stream()
        .filter(execution -> execution.start().body().manner() == manner)
        .count();
  }

  private static String number(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private List<Verification.Row> rows(Ledger ledger) {
    var rows = new ArrayList<Verification.Row>();
    var recorded = ledger.state().lock(lock.sha256());
    rows.add(recorded.map(known -> known(ledger, known)).orElseGet(this::unknown));
    others(ledger).ifPresent(rows::add);
    return rows;
  }

  private Verification.Row known(Ledger ledger, RecordedLock recorded) {
    var place = "entry " + (recorded.seq() + 1) + " of " + ledger.entries().size();
    var amendment =
        recorded.amendment().map(a -> ", amends an earlier lock: " + a.reason()).orElse("");
    return new Verification.Row(
        "this lock in the ledger",
        recorded.isActive() ? "in force" : "superseded",
        place + amendment,
        Standing.HOLDS,
        List.of());
  }

  private Verification.Row unknown() {
    var finding =
        Diagnostic.at(
                Span.none(file.toString()),
                Rule.LOCK_NOT_IN_LEDGER,
                "the ledger beside the lock does not know this lock")
            .note("either it is the ledger of another study, or an entry is missing")
            .help("ask for the ledger that the lock was made with");
    return new Verification.Row(
        "this lock in the ledger", "missing", "", Standing.CHANGED, List.of(finding));
  }

  /** Nobody can show one of several plans and call it the only one. */
  private Optional<Verification.Row> others(Ledger ledger) {
    var others =
        ledger.state().locks().stream()
            .filter(other -> other.isActive() && !other.locked().lock().equals(lock.sha256()))
            .map(other -> other.locked().planId())
            .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Verification.Row(
                "other plans of the study", "see", others, Standing.HOLDS, List.of()));
  }

  private Verification.Row checkpoints(Ledger ledger) {
    if (checkpoints.isEmpty()) {
      return new Verification.Row(
          "nothing cut off",
          "not known",
          "no checkpoint was given",
          Standing.HOLDS,
          List.of(CheckpointCheck.withoutOne(ledger)));
    }
    var findings =
        checkpoints.stream()
            .flatMap(
                kept -> CheckpointCheck.findings(ledger, kept.checkpoint(), kept.name()).stream())
            .toList();
    return new Verification.Row(
        "nothing cut off",
        findings.isEmpty() ? "ok" : "cut or rewritten",
        "against " + number(checkpoints.size(), "checkpoint", "checkpoints"),
        findings.isEmpty() ? Standing.HOLDS : Standing.CHANGED,
        findings);
  }
}
