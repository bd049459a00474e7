package org.planlock.lock.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Damage;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.EntryType;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.ledger.entry.Timing;
import org.planlock.lock.merkle.TreeHead;

/** What was done to a ledger, and by what it is known. */
class LedgerReaderTest {
  private static final List<String> SOUND = Ledgers.lines(Bodies.oneOfEach());

  @TempDir Path folder;

  @Test
  void readsEveryTypeOfEntry() {
    var read = Ledgers.read(SOUND);
    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.orThrow().entries())
        .extracting(LedgerEntry::type)
        .containsExactlyInAnyOrder(EntryType.values());
    assertThat(read.orThrow().study()).contains(Bodies.STUDY);
    assertThat(read.orThrow().head().size()).isEqualTo(SOUND.size());
  }

  @Test
  void readsAFileThatACheckoutGaveCarriageReturns() throws IOException {
    var file = folder.resolve("ledger.jsonl");
    Files.write(file, Ledgers.bytes(String.join("\r\n", SOUND) + "\r\n"));
    var read = LedgerReader.read(file);
    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.orThrow().head()).isEqualTo(Ledgers.read(SOUND).orThrow().head());
  }

  @Test
  void saysWhereThereIsNoLedger() throws IOException {
    assertThat(Ledgers.rules(LedgerReader.read(folder.resolve("none"))))
        .containsExactly(Rule.FILE_MISSING);
    assertThat(Ledgers.rules(LedgerReader.read(folder))).containsExactly(Rule.NOT_A_REGULAR_FILE);
    var large = folder.resolve("large");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(LedgerReader.LARGEST + 1L);
    }
    assertThat(Ledgers.rules(LedgerReader.read(large))).containsExactly(Rule.TOO_LARGE);
    assertThat(Ledgers.findings(Ledgers.read(List.of())))
        .containsExactly("ledger.jsonl LEDGER_DAMAGED");
  }

  @Test
  void findsALineThatWasLeftOut() {
    for (int i = 1; i < SOUND.size() - 1; i++) {
      var lines = new ArrayList<>(SOUND);
      lines.remove(i);
      assertThat(Ledgers.findings(Ledgers.read(lines)))
          .as("line %d left out", i + 1)
          .contains((i + 1) + " LEDGER_LINES_MISSING");
    }
    assertThat(Ledgers.rules(Ledgers.read(SOUND.subList(1, SOUND.size()))))
        .contains(Rule.LEDGER_LINES_MISSING, Rule.LEDGER_CONTRADICTION);
  }

  @Test
  void saysHowManyLinesAreMissing() {
    var lines = new ArrayList<>(SOUND);
    lines.subList(2, 5).clear();
    assertThat(Ledgers.read(lines).diagnostics())
        .extracting(Diagnostic::message)
        .contains("3 lines are missing before this one (seq 5)");
    assertThat(Ledgers.read(SOUND.subList(1, SOUND.size())).diagnostics())
        .extracting(Diagnostic::message)
        .contains("1 line is missing before this one (seq 1)");
  }

  @Test
  void findsLinesInAnotherOrder() {
    for (int i = 1; i < SOUND.size() - 2; i++) {
      var lines = new ArrayList<>(SOUND);
      Collections.swap(lines, i, i + 1);
      assertThat(Ledgers.findings(Ledgers.read(lines)))
          .as("lines %d and %d changed places", i + 1, i + 2)
          .contains((i + 1) + " LEDGER_OUT_OF_ORDER");
    }
  }

  @Test
  void findsALineThatStandsTwice() {
    for (int i = 0; i < SOUND.size(); i++) {
      var lines = new ArrayList<>(SOUND);
      lines.add(i + 1, SOUND.get(i));
      assertThat(Ledgers.findings(Ledgers.read(lines)))
          .as("line %d twice", i + 1)
          .contains((i + 2) + " LEDGER_LINE_REPEATED");
      lines.remove(i + 1);
      lines.add(SOUND.get(i));
      assertThat(Ledgers.findings(Ledgers.read(lines)))
          .contains((SOUND.size() + 1) + " LEDGER_LINE_REPEATED");
    }
  }

  @Test
  void findsTwoHistoriesInOneFile() {
    var shared = Ledgers.lines(List.of(Bodies.beginning(), Bodies.lock(Bodies.FIRST)));
    var lines = new ArrayList<>(Ledgers.lines(shared, List.of(Bodies.start(Bodies.FIRST))));
    var other = Ledgers.lines(shared, List.of(Bodies.sealing(), Bodies.timestamp()));
    lines.addAll(other.subList(2, 4));
    var read = Ledgers.read(lines);
    assertThat(Ledgers.findings(read)).contains("4 LEDGER_FORKED");
    assertThat(read.diagnostics().get(0).message()).contains("forked at seq 2");
  }

  @Test
  void findsAChangedLineAlsoIfItIsStillAnEntry() {
    var lines = new ArrayList<>(SOUND);
    lines.set(2, lines.get(2).replace("tsa.example", "tsa.exemple"));
    assertThat(Ledgers.findings(Ledgers.read(lines))).containsExactly("4 LEDGER_CHANGED");
  }

  @Test
  void findsAForeignBeginningAndAForeignNumber() {
    var entry =
        new LedgerEntry(0, Bodies.digest("foreign"), Ledgers.NOON, "Ada", Bodies.beginning());
    assertThat(Ledgers.findings(Ledgers.read(List.of(Ledgers.line(entry)))))
        .containsExactly("1 LEDGER_CHANGED");
    var first = Ledgers.lines(List.of(Bodies.beginning()));
    var second =
        new LedgerEntry(
            7, Sha256.of(Ledgers.bytes(first.get(0))), Ledgers.NOON, "Ada", Bodies.timestamp());
    assertThat(Ledgers.findings(Ledgers.read(List.of(first.get(0), Ledgers.line(second)))))
        .containsExactly("2 LEDGER_CHANGED");
  }

  @Test
  void flagsTimesThatGoBackwards() {
    var first = Ledgers.lines(List.of(Bodies.beginning()));
    var second =
        new LedgerEntry(
            1,
            Sha256.of(Ledgers.bytes(first.get(0))),
            Ledgers.NOON.minusSeconds(1),
            "Ada",
            Bodies.timestamp());
    var read = Ledgers.read(List.of(first.get(0), Ledgers.line(second)));
    assertThat(Ledgers.findings(read)).containsExactly("2 LEDGER_TIME_BACKWARDS");
    assertThat(read.isSound()).isTrue();
  }

  @Test
  void readsOnHoweverOftenAClockWasWrong() {
    var lines = new ArrayList<>(Ledgers.lines(List.of(Bodies.beginning())));
    for (int seq = 1; seq < 400; seq++) {
      var prev = Sha256.of(Ledgers.bytes(lines.get(seq - 1)));
      var time = Ledgers.NOON.plusSeconds(seq % 2 == 0 ? 60 : 0);
      lines.add(Ledgers.line(new LedgerEntry(seq, prev, time, "Ada", Bodies.sealing())));
    }
    var read = Ledgers.read(lines);
    assertThat(read.isSound()).isTrue();
    assertThat(read.diagnostics()).hasSize(100);
    assertThat(read.orThrow().entries()).hasSize(400);
    lines.set(399, "{}");
    assertThat(Ledgers.read(lines).isSound()).isFalse();
  }

  @Test
  void reportsADamagedLineOnceAndGoesOnBehindIt() {
    var lines = new ArrayList<>(SOUND);
    lines.set(2, "{}");
    var read = Ledgers.read(lines);
    assertThat(read.diagnostics()).allMatch(d -> d.span().place().equals("ledger.jsonl:3"));
    assertThat(read.value().orElseThrow().entries()).hasSize(SOUND.size() - 1);
    var prev = Sha256.of(Ledgers.bytes("{}"));
    var behind = new LedgerEntry(9, prev, Ledgers.NOON, "Ada", Bodies.sealing());
    assertThat(Ledgers.findings(Ledgers.read(List.of(SOUND.get(0), "{}", Ledgers.line(behind)))))
        .allMatch(finding -> finding.startsWith("2 "));
    assertThat(
            Ledgers.findings(Ledgers.read(List.of(SOUND.get(0), SOUND.get(1), "{}", SOUND.get(1)))))
        .contains("4 LEDGER_LINE_REPEATED");
  }

  @Test
  void reportsATornLineAndKeepsTheRest() {
    var bytes = Ledgers.file(SOUND);
    var read = Ledgers.read(Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(Ledgers.findings(read)).containsExactly(SOUND.size() + " LEDGER_TORN");
    assertThat(read.orThrow().entries()).hasSize(SOUND.size() - 1);
  }

  @Test
  void stopsAfterAHundredFindings() {
    var read = Ledgers.read(Collections.nCopies(100_000, "{}"));
    assertThat(read.diagnostics()).hasSizeLessThan(300);
  }

  @Test
  void findsFlippedBits() {
    findsFlippedBits(10);
  }

  @Test
  @Tag("thorough")
  void findsEveryFlippedBit() {
    findsFlippedBits(1);
  }

  private static void findsFlippedBits(int step) {
    var lines =
        Ledgers.lines(
            List.of(
                Bodies.beginning(),
                Bodies.lock(Bodies.FIRST),
                Bodies.amendment(Bodies.FIRST, Bodies.SECOND, Timing.UNKNOWN),
                Bodies.start(Bodies.SECOND)));
    var head = Ledgers.read(lines).orThrow().head();
    var damaged = Damage.everyBit(Ledgers.file(lines), step);
    assertThat(Damage.accepted("bits of a ledger", damaged, one -> isTakenFor(head, one))).isZero();
  }

  /** A bit of the text of the newest entry shows only beside a checkpoint: in the head. */
  private static boolean isTakenFor(TreeHead head, Damage.Damaged damaged) {
    var read = Ledgers.read(damaged.bytes());
    return read.value().orElseThrow().head().equals(head);
  }

  @Test
  void findsEveryCutThroughALine() {
    var bytes = Ledgers.file(SOUND);
    Damage.everyTruncation(bytes)
        .forEach(
            cut -> {
              var read = Ledgers.read(cut.bytes());
              int length = cut.bytes().length;
              boolean isAtLineEnd = length > 0 && bytes[length - 1] == '\n';
              assertThat(read.diagnostics().isEmpty()).as(cut.what()).isEqualTo(isAtLineEnd);
            });
  }

  @Test
  void letsNothingEscape() {
    for (var bytes :
        List.of(
            new byte[] {'\n'},
            new byte[] {0, '\n', (byte) 0xff, '\n'},
            Ledgers.bytes("null\n[]\n\"\"\n{\"v\":2}\n{\"v\":1e999}\n{\"v\":-1}\n"),
            Ledgers.bytes("[".repeat(100_000) + "\n"),
            Ledgers.bytes("{\"a\":".repeat(100_000) + "\n"))) {
      assertThatCode(() -> assertThat(Ledgers.read(bytes).isSound()).isFalse())
          .doesNotThrowAnyException();
    }
  }
}
