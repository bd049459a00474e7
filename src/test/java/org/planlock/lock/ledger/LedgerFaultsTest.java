package org.planlock.lock.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.faults.Faults;
import org.planlock.lock.ledger.entry.EntryType;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.ledger.entry.Locking;
import org.planlock.lock.ledger.entry.Recovery;

/**
 * Every call of the disk fails in turn: the ledger is as before or has the entry, never between.
 */
class LedgerFaultsTest {
  private static final LockSteps LOCK = LockSteps.lock("first");
  private static final String TORN = "{\"actor\":\"Ad";

  @TempDir Path folder;
  private int studies;

  @ParameterizedTest
  @EnumSource(names = {"ONCE_HALF", "FOR_GOOD"})
  void anEntryIsThereOrNot(Faults.Kind kind) throws IOException {
    eachFault(kind, this::begun, writer -> writer.append(Bodies.sealing()), EntryType.SEAL);
  }

  @ParameterizedTest
  @EnumSource(names = {"ONCE_HALF", "FOR_GOOD"})
  void aLedgerBeginsOrNot(Faults.Kind kind) throws IOException {
    eachFault(kind, this::study, writer -> writer.begin(Bodies.STUDY), EntryType.INIT);
  }

  @ParameterizedTest
  @EnumSource(names = {"ONCE_HALF", "FOR_GOOD"})
  void aLockCountsWithItsCopyOrNotAtAll(Faults.Kind kind) throws IOException {
    eachFault(kind, this::begun, writer -> writer.append(LOCK.step()), EntryType.LOCK);
  }

  @ParameterizedTest
  @EnumSource(names = {"ONCE_HALF", "FOR_GOOD"})
  void aTornLineIsToldOfOnce(Faults.Kind kind) throws IOException {
    eachFault(kind, this::torn, writer -> writer.append(Bodies.sealing()), EntryType.SEAL);
  }

  /** As half a failure is, but for what is written before it. */
  @Test
  @Tag("thorough")
  void callsThatFailBeforeTheyDoAnything() throws IOException {
    anEntryIsThereOrNot(Faults.Kind.ONCE);
    aLedgerBeginsOrNot(Faults.Kind.ONCE);
    aLockCountsWithItsCopyOrNotAtAll(Faults.Kind.ONCE);
    aTornLineIsToldOfOnce(Faults.Kind.ONCE);
  }

  private LedgerFolder study() throws IOException {
    return LedgerFolder.ofStudy(Files.createDirectory(folder.resolve("study" + studies++)));
  }

  private LedgerFolder begun() throws IOException {
    return Writers.begun(Files.createDirectory(folder.resolve("study" + studies++)));
  }

  private LedgerFolder torn() throws IOException {
    var begun = begun();
    Writers.of(begun).append(Bodies.timestamp()).orThrow();
    Writers.tear(begun, TORN);
    return begun;
  }

  private void eachFault(
      Faults.Kind kind,
      Beginning beginning,
      Function<LedgerWriter, Checked<Appended>> step,
      EntryType type)
      throws IOException {
    int failures = 0;
    int call = 0;
    for (boolean isReached = true; isReached; call++) {
      var real = beginning.make();
      var faults = new Faults();
      var faulty = new LedgerFolder(faults.path(real.root()));
      faults.failAt(call, kind);
      var result = step.apply(Writers.of(faulty));
      isReached = faults.calls().size() > call;
      var failing = kind + " at " + call + ", " + (isReached ? faults.calls().get(call) : "never");
      failures += result.isSound() ? 0 : 1;
      check(real, result, type, failing, kind);
    }
    assertThat(call).as("calls").isGreaterThan(20);
    assertThat(failures).as("calls without which nothing is written").isGreaterThan(8);
  }

  private static void check(
      LedgerFolder real, Checked<Appended> result, EntryType type, String failing, Faults.Kind kind)
      throws IOException {
    var written = written(real, failing).stream().filter(entry -> entry.type() == type).toList();
    if (result.isSound()) {
      assertThat(written).as(failing).containsExactly(result.orThrow().entry());
    } else if (kind == Faults.Kind.FOR_GOOD) {
      // a disk that fails for good cannot undo either, and the finding says so
      assertThat(written).as(failing).hasSizeLessThanOrEqualTo(1);
      assertThat(written.isEmpty() || isUncertain(result)).as(failing).isTrue();
    } else {
      assertThat(written).as(failing).isEmpty();
      if (Files.isDirectory(real.locks())) {
        assertThat(Writers.names(real.locks())).as(failing).noneMatch(n -> n.endsWith(".json"));
      }
    }
    for (var entry : written) {
      if (entry.body() instanceof Locking locking) {
        var copy = new LockCopies(real).read(locking.locked().copy());
        assertThat(copy.orThrow()).as(failing).isEqualTo(LOCK.copy().bytes());
      }
    }
    goesOn(real, type, failing);
  }

  private static boolean isUncertain(Checked<Appended> result) {
    return result.diagnostics().stream()
        .flatMap(d -> d.notes().stream())
        .anyMatch(note -> note.contains("may be there"));
  }

  /** The entries that whoever reads now finds; a torn line is all that may be wrong. */
  private static List<LedgerEntry> written(LedgerFolder real, String failing) throws IOException {
    if (!Files.exists(real.ledger())) {
      return List.of();
    }
    var read = LedgerReader.read(real.ledger());
    var rules = new ArrayList<>(Ledgers.rules(read));
    if (read.value().orElseThrow().entries().isEmpty()) {
      rules.remove(Rule.LEDGER_DAMAGED);
    }
    rules.remove(Rule.LEDGER_TORN);
    assertThat(rules).as(failing).isEmpty();
    return read.value().orElseThrow().entries();
  }

  private static void goesOn(LedgerFolder real, EntryType type, String failing) throws IOException {
    if (type == EntryType.INIT && written(real, failing).isEmpty()) {
      Writers.of(real).begin(Bodies.STUDY).orThrow();
    }
    Writers.of(real).append(Bodies.unblinding(Bodies.FIRST)).orThrow();
    var ledger = Writers.read(real);
    var told =
        ledger.entries().stream()
            .map(LedgerEntry::body)
            .filter(Recovery.class::isInstance)
            .map(Recovery.class::cast)
            .toList();
    assertThat(told).as(failing).doesNotHaveDuplicates();
    for (var recovery : told) {
      assertThat(real.torn(recovery.offset(), recovery.tornSha256()))
          .as(failing)
          .hasSize(recovery.bytes());
    }
    assertThat(Writers.names(real.root()))
        .as(failing)
        .filteredOn(name -> name.startsWith("torn-"))
        .hasSize(told.size())
        .noneMatch(name -> name.endsWith(".pending"));
    assertThat(drafts(real)).as(failing).isEmpty();
  }

  private static List<String> drafts(LedgerFolder real) throws IOException {
    return Stream.concat(Writers.names(real.root()).stream(), Writers.names(real.locks()).stream())
        .filter(name -> name.endsWith(".part"))
        .toList();
  }

  /** Makes a study in which something is about to happen. */
  private interface Beginning {
    LedgerFolder make() throws IOException;
  }
}
