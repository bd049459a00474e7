package org.planlock.lock.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Damage;
import org.planlock.lock.Sha256;
import org.planlock.lock.faults.Faults;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.lock.ledger.entry.EntryType;
import org.planlock.lock.ledger.entry.ExecutionEnd;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.ledger.entry.Recovery;
import org.planlock.lock.ledger.entry.Timing;
import org.planlock.lock.merkle.TreeHead;

/** What a writer leaves on disk. */
class LedgerWriterTest {
  @TempDir Path study;

  @Test
  void writesWhatIsReadAgain() {
    var folder = LedgerFolder.ofStudy(study);
    var writer = Writers.of(folder);
    var first = writer.begin(Bodies.STUDY).orThrow();
    var second = writer.append(Bodies.sealing()).orThrow();
    var third = writer.append(Bodies.start(Bodies.FIRST)).orThrow();
    var ledger = Writers.read(folder);
    assertThat(ledger.entries()).containsExactly(first.entry(), second.entry(), third.entry());
    assertThat(third.head()).isEqualTo(ledger.head());
    assertThat(third.entry().actor()).isEqualTo("Ada");
    assertThat(third.entry().time()).isEqualTo(Ledgers.NOON);
  }

  @Test
  void leavesOnlyItsOwnFiles() throws IOException {
    var folder = Writers.begun(study);
    Writers.of(folder).append(Bodies.sealing()).orThrow();
    assertThat(Writers.names(folder.root()))
        .containsExactly(".gitattributes", "ledger.jsonl", "ledger.lck", "ledger.tail", "locks");
    assertThat(Writers.names(study)).containsExactly(".planlock");
  }

  @Test
  void beginsOnlyOnceAndOnlyWhereThereIsAStudy() {
    var folder = Writers.begun(study);
    refuses(Writers.of(folder).begin(Bodies.STUDY), folder, Rule.FILE_EXISTS);
    var nowhere = Writers.of(LedgerFolder.ofStudy(study.resolve("none")));
    assertThat(Ledgers.rules(nowhere.begin(Bodies.STUDY))).containsExactly(Rule.WRITE_FAILED);
    assertThat(Ledgers.rules(nowhere.append(Bodies.sealing()))).containsExactly(Rule.FILE_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a+b", "-a", "a\nb", "\u202ea"})
  void beginsNoStudyWithoutAName(String name) {
    var begun = Writers.of(LedgerFolder.ofStudy(study)).begin(name);
    assertThat(Ledgers.rules(begun)).containsExactly(Rule.LEDGER_DAMAGED);
    assertThat(LedgerFolder.ofStudy(study).ledger()).doesNotExist();
  }

  @Test
  void writesNothingThatCouldNotBeReadAgain() {
    var folder = Writers.begun(study);
    var hidden = LedgerWriter.of(folder, Writers.CLOCK, "Ad\u200ba");
    refuses(hidden.append(Bodies.sealing()), folder, Rule.LEDGER_DAMAGED);
    // half a character, which no bytes of UTF-8 stand for
    var broken = LedgerWriter.of(folder, Writers.CLOCK, "Ad\ud800a");
    refuses(broken.append(Bodies.sealing()), folder, Rule.LEDGER_DAMAGED);
    var endless = LedgerWriter.of(folder, Writers.CLOCK, "A".repeat(5000));
    refuses(endless.append(Bodies.sealing()), folder, Rule.LEDGER_DAMAGED);
  }

  @Test
  void appendsToNoEmptyLedger() throws IOException {
    var folder = Writers.begun(study);
    Files.write(folder.ledger(), new byte[0]);
    refuses(Writers.of(folder).append(Bodies.sealing()), folder, Rule.FILE_MISSING);
    assertThat(Writers.of(folder).begin(Bodies.STUDY).isSound()).isTrue();
  }

  @Test
  void movesATornLineAsideAndTellsOfIt() throws IOException {
    var folder = Writers.begun(study);
    long whole = Files.size(folder.ledger());
    Writers.tear(folder, "{\"actor\":\"Ad");
    var appended = Writers.of(folder).append(Bodies.sealing());
    assertThat(Ledgers.rules(appended)).containsExactly(Rule.LEDGER_TORN);
    assertThat(Writers.types(folder))
        .containsExactly(EntryType.INIT, EntryType.RECOVER, EntryType.SEAL);
    var digest = Sha256.of(Ledgers.bytes("{\"actor\":\"Ad"));
    assertThat(Writers.read(folder).entries().get(1).body())
        .isEqualTo(new Recovery(whole, 12, digest));
    assertThat(folder.torn(whole, digest)).hasContent("{\"actor\":\"Ad");
    assertThat(Writers.names(folder.root())).noneMatch(name -> name.endsWith(".pending"));
    assertThat(Writers.of(folder).append(Bodies.sealing()).diagnostics()).isEmpty();
  }

  @Test
  void movesATornFirstLineAsideWhenTheLedgerBegins() throws IOException {
    var folder = Writers.begun(study);
    Files.writeString(folder.ledger(), "{\"actor\"");
    assertThat(Ledgers.rules(Writers.of(folder).append(Bodies.sealing())))
        .containsExactly(Rule.FILE_MISSING);
    var begun = Writers.of(folder).begin(Bodies.STUDY);
    assertThat(begun.orThrow().entry().type()).isEqualTo(EntryType.INIT);
    assertThat(Writers.types(folder)).containsExactly(EntryType.INIT, EntryType.RECOVER);
  }

  @Test
  void goesOnWithAWholeLineThatWasNeverKnown() {
    var folder = Writers.begun(study);
    var old = TailFile.read(folder.tailFile()).orElseThrow();
    Writers.of(folder).append(Bodies.sealing()).orThrow();
    TailFile.write(folder.tailFile(), old);
    var third = Writers.of(folder).append(Bodies.timestamp()).orThrow();
    assertThat(third.head()).isEqualTo(Writers.read(folder).head());
  }

  @Test
  void needsNothingOfWhatItKnewOfTheEnd() throws IOException {
    var folder = Writers.begun(study);
    for (int i = 0; i < 5; i++) {
      Writers.of(folder).append(Bodies.sealing()).orThrow();
    }
    var tail = Files.readAllBytes(folder.tailFile());
    var damaged = new ArrayList<byte[]>(List.of(new byte[0], Ledgers.bytes("{}\n")));
    Damage.everyBit(tail, 37).forEach(d -> damaged.add(d.bytes()));
    for (var bytes : damaged) {
      Files.write(folder.tailFile(), bytes);
      var appended = Writers.of(folder).append(Bodies.timestamp()).orThrow();
      assertThat(appended.head()).isEqualTo(Writers.read(folder).head());
    }
    Files.delete(folder.tailFile());
    Files.createDirectory(folder.tailFile());
    assertThat(Writers.of(folder).append(Bodies.timestamp()).isSound()).isTrue();
  }

  @Test
  void doesNotBelieveTheEndOfAnotherLedger() throws IOException {
    var folder = Writers.begun(study);
    Writers.of(folder).append(Bodies.sealing()).orThrow();
    Writers.of(folder).append(Bodies.sealing()).orThrow();
    var other = study.resolve("other");
    Files.createDirectory(other);
    var foreign = Writers.begun(other);
    Writers.of(foreign).append(Bodies.timestamp()).orThrow();
    Files.copy(foreign.tailFile(), folder.tailFile(), StandardCopyOption.REPLACE_EXISTING);
    var appended = Writers.of(folder).append(Bodies.timestamp()).orThrow();
    assertThat(appended.head()).isEqualTo(Writers.read(folder).head());
  }

  @Test
  void appendsToNoLedgerWhoseEndWasChanged() throws IOException {
    var folder = Writers.begun(study);
    Writers.of(folder).append(Bodies.sealing()).orThrow();
    Writers.of(folder).append(Bodies.timestamp()).orThrow();
    var sound = Files.readAllBytes(folder.ledger());
    var text = new String(sound, StandardCharsets.UTF_8);
    for (var change :
        List.of(
            text.replace("participants", "participantz"),
            text + text.substring(text.indexOf('\n') + 1),
            text.substring(text.indexOf('\n') + 1),
            text + "{}\n",
            text.replace("\"v\":1}\n", "\"v\":2}\n"))) {
      Files.writeString(folder.ledger(), change);
      Files.deleteIfExists(folder.tailFile());
      var before = Files.readAllBytes(folder.ledger());
      var refused = Writers.of(folder).append(Bodies.sealing());
      assertThat(refused.isSound()).as(change).isFalse();
      assertThat(refused.diagnostics().get(0).notes())
          .contains("nothing was written: no entry is put behind such a line");
      assertThat(folder.ledger()).hasBinaryContent(before);
    }
  }

  @Test
  void seesThatTheLastLineIsNotTheOneThatItKnew() throws IOException {
    var folder = Writers.begun(study);
    Writers.of(folder).append(Bodies.sealing()).orThrow();
    var line = new String(Files.readAllBytes(folder.ledger()), StandardCharsets.UTF_8);
    Files.writeString(folder.ledger(), line.replace("4711", "4712"));
    // the changed line could be a line; that it is another one shows only against a checkpoint
    var appended = Writers.of(folder).append(Bodies.timestamp()).orThrow();
    assertThat(appended.head()).isEqualTo(Writers.read(folder).head());
    Files.writeString(folder.ledger(), line.replace("4711", "04711"));
    assertThat(Ledgers.rules(Writers.of(folder).append(Bodies.timestamp())))
        .containsExactly(Rule.LEDGER_DAMAGED);
  }

  @Test
  void refusesALedgerThatIsALinkOrTooLarge() throws IOException {
    var folder = Writers.begun(study);
    var elsewhere = study.resolve("elsewhere.jsonl");
    Files.move(folder.ledger(), elsewhere);
    Files.createSymbolicLink(folder.ledger(), elsewhere);
    assertThat(Ledgers.rules(Writers.of(folder).append(Bodies.sealing())))
        .containsExactly(Rule.UNREADABLE_FILE);
    Files.delete(folder.ledger());
    try (var file = new RandomAccessFile(folder.ledger().toFile(), "rw")) {
      file.setLength(LedgerReader.LARGEST + 1L);
    }
    assertThat(Ledgers.rules(Writers.of(folder).append(Bodies.sealing())))
        .containsExactly(Rule.TOO_LARGE);
  }

  @Test
  void writesThroughNoFolderThatIsALink() throws IOException {
    var elsewhere = Files.createDirectory(study.resolve("elsewhere"));
    var folder = LedgerFolder.ofStudy(study);
    Files.createSymbolicLink(folder.root(), elsewhere);
    assertThat(Ledgers.rules(Writers.of(folder).begin(Bodies.STUDY)))
        .containsExactly(Rule.WRITE_FAILED);
    assertThat(Ledgers.rules(Writers.of(folder).append(Bodies.sealing())))
        .containsExactly(Rule.WRITE_FAILED);
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void sweepsDraftsThatNobodyOwnsAnyMore() throws IOException {
    var folder = Writers.begun(study);
    var old = folder.locks().resolve(".a.json.0123456789ab.part");
    var other = folder.root().resolve("notes.part");
    var young = folder.root().resolve(".b.0123456789ab.part");
    for (var file : List.of(old, other, young)) {
      Files.writeString(file, "half");
    }
    var link = folder.root().resolve(".c.0123456789ab.part");
    Files.createSymbolicLink(link, other);
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    Files.setLastModifiedTime(young, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
    Writers.of(folder).append(Bodies.sealing()).orThrow();
    assertThat(old).doesNotExist();
    assertThat(List.of(other, young, link)).allMatch(Files::exists);
  }

  @Test
  void refusesWhatContradictsWhatIsThere() {
    var folder = Writers.begun(study);
    var writer = Writers.of(folder);
    refuses(
        writer.append(Bodies.end(0, ExecutionEnd.Outcome.FAILED)),
        folder,
        Rule.LEDGER_CONTRADICTION);
    refuses(writer.append(Bodies.beginning()), folder, Rule.LEDGER_CONTRADICTION);
    writer.append(Bodies.release(Bodies.FIRST, Writers.read(folder).head())).orThrow();
    refuses(
        writer.append(Bodies.release(Bodies.SECOND, Writers.read(folder).head())),
        folder,
        Rule.RELEASED_FOR_OTHER_LOCK);
    var foreign = new TreeHead(2, Bodies.digest("other"));
    refuses(writer.append(Bodies.publication(foreign)), folder, Rule.LEDGER_REWRITTEN);
  }

  @Test
  void keepsTheCopyOfEveryLock() {
    var folder = Writers.begun(study);
    var lock = LockSteps.lock("first");
    Writers.of(folder).append(lock.step()).orThrow();
    Writers.of(folder).append(lock.amendedBy("second", Timing.UNKNOWN)).orThrow();
    var copies = new LockCopies(folder);
    assertThat(copies.read(lock.copy().digest()).orThrow()).isEqualTo(lock.copy().bytes());
    assertThat(Writers.types(folder))
        .containsExactly(EntryType.INIT, EntryType.LOCK, EntryType.SUPERSEDE);
  }

  @Test
  void locksAPlanOnceAndLeavesNoCopyOfTheSecond() throws IOException {
    var folder = Writers.begun(study);
    Writers.of(folder).append(LockSteps.lock("first").step()).orThrow();
    refuses(Writers.of(folder).append(LockSteps.lock("second").step()), folder, Rule.LOCK_ACTIVE);
    assertThat(Writers.names(folder.locks())).hasSize(1);
  }

  @Test
  void saysThatACopyIsNotWhatItWas() throws IOException {
    var folder = Writers.begun(study);
    var lock = LockSteps.lock("first");
    Writers.of(folder).append(lock.step()).orThrow();
    var file = folder.lockCopy(lock.copy().digest());
    Files.writeString(file, "changed");
    var copies = new LockCopies(folder);
    assertThat(Ledgers.rules(copies.read(lock.copy().digest()))).containsExactly(Rule.LOCK_DAMAGED);
    copies.write(lock.copy()).orThrow();
    assertThat(copies.read(lock.copy().digest()).isSound()).isTrue();
    Files.delete(file);
    assertThat(Ledgers.rules(copies.read(lock.copy().digest()))).containsExactly(Rule.FILE_MISSING);
  }

  @Test
  void aCopyThatAStoppedCommandLeftIsOfUse() throws IOException {
    var folder = Writers.begun(study);
    var lock = LockSteps.lock("first");
    new LockCopies(folder).write(lock.copy()).orThrow();
    Writers.of(folder).append(lock.step()).orThrow();
    assertThat(Writers.names(folder.locks())).hasSize(1);
  }

  @Test
  void locksWhereVersionControlKeptNoEmptyFolder() throws IOException {
    var folder = Writers.begun(study);
    Files.delete(folder.locks());
    Writers.of(folder).append(LockSteps.lock("first").step()).orThrow();
    assertThat(Writers.names(folder.locks())).hasSize(1);
  }

  @Test
  void saysThatAFileIsInTheWayOfAFolder() throws IOException {
    var folder = Writers.begun(study);
    Files.delete(folder.locks());
    Files.writeString(folder.locks(), "in the way");
    refuses(Writers.of(folder).append(LockSteps.lock("first").step()), folder, Rule.WRITE_FAILED);
    var other = LedgerFolder.ofStudy(Files.createDirectory(study.resolve("other")));
    Files.writeString(other.root(), "in the way");
    assertThat(Ledgers.rules(Writers.of(other).begin(Bodies.STUDY)))
        .containsExactly(Rule.WRITE_FAILED);
  }

  @Test
  void takesNoOtherFileForATornLine() throws IOException {
    var folder = Writers.begun(study);
    Files.writeString(folder.root().resolve("torn-notes.pending"), "mine");
    Writers.of(folder).append(Bodies.sealing()).orThrow();
    assertThat(Writers.types(folder)).containsExactly(EntryType.INIT, EntryType.SEAL);
    assertThat(folder.root().resolve("torn-notes.pending")).exists();
  }

  @Test
  void anEntryCannotNameAnotherCopy() {
    var lock = LockSteps.lock("first");
    assertThatThrownBy(() -> LedgerStep.of(lock.step().body()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LedgerStep.of(Bodies.sealing(), lock.copy()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void decidesFromAllThatIsThere() {
    var folder = Writers.begun(study);
    var lock = LockSteps.lock("first");
    LedgerDecision onlyOnce =
        state ->
            state.counts().locks() == 0
                ? Checked.of(lock.step())
                : Checked.of(lock.amendedBy("later", Timing.BEFORE_DATA));
    Writers.of(folder).decide(onlyOnce).orThrow();
    Writers.of(folder).decide(onlyOnce).orThrow();
    refuses(Writers.of(folder).decide(onlyOnce), folder, Rule.LEDGER_CONTRADICTION);
  }

  @ParameterizedTest
  @CsvSource({"1970-01-01T00:00:00Z", "2090-12-31T23:59:59.999999999Z"})
  void writesWhateverTheClockSaysAndFlagsIt(Instant time) {
    var folder = Writers.begun(study);
    var other = LedgerWriter.of(folder, Clock.fixed(time, ZoneOffset.UTC), "Ada");
    boolean isEarlier = time.isBefore(Ledgers.NOON);
    assertThat(Ledgers.rules(other.append(Bodies.sealing())))
        .isEqualTo(isEarlier ? List.of(Rule.LEDGER_TIME_BACKWARDS) : List.of());
    assertThat(Ledgers.rules(Writers.of(folder).append(Bodies.sealing())))
        .isEqualTo(isEarlier ? List.of() : List.of(Rule.LEDGER_TIME_BACKWARDS));
    var read = LedgerReader.read(folder.ledger());
    assertThat(read.isSound()).isTrue();
    assertThat(Ledgers.rules(read)).isNotEmpty().containsOnly(Rule.LEDGER_TIME_BACKWARDS);
    assertThat(read.orThrow().entries().get(1).time())
        .isEqualTo(time.truncatedTo(ChronoUnit.SECONDS));
  }

  @ParameterizedTest
  @CsvSource({
    "tr-TR, Europe/Istanbul",
    "ar-EG-u-nu-arab, Africa/Cairo",
    "th-TH-u-ca-buddhist-nu-thai, Pacific/Apia"
  })
  void writesTheSameBytesInEveryCountry(String language, String zone) throws IOException {
    var here = Locale.getDefault();
    var now = TimeZone.getDefault();
    var expected = Files.createDirectory(study.resolve("expected"));
    var abroad = Files.createDirectory(study.resolve("abroad"));
    write(expected);
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      write(abroad);
      assertThat(Writers.read(LedgerFolder.ofStudy(abroad)).entries()).hasSize(4);
    } finally {
      Locale.setDefault(here);
      TimeZone.setDefault(now);
    }
    for (var file : List.of("ledger.jsonl", "ledger.tail")) {
      assertThat(abroad.resolve(".planlock").resolve(file))
          .hasSameBinaryContentAs(expected.resolve(".planlock").resolve(file));
    }
  }

  private static void write(Path where) throws IOException {
    var folder = Writers.begun(where);
    Writers.of(folder).append(LockSteps.lock("INIT İı").step()).orThrow();
    Writers.tear(folder, "torn");
    Writers.of(folder).append(Bodies.start(Bodies.FIRST)).orThrow();
  }

  @Test
  void aLongLedgerIsNotReadForAnEntry() throws IOException {
    var folder = Writers.begun(study);
    var bodies = new ArrayList<EntryBody>(List.of(Bodies.beginning()));
    for (int i = 1; i < 1000; i++) {
      bodies.add(Bodies.sealing());
    }
    Files.write(folder.ledger(), Ledgers.file(Ledgers.lines(bodies)));
    Writers.of(folder).append(Bodies.timestamp());
    var faults = new Faults();
    var watched = new LedgerFolder(faults.path(folder.root()));
    LedgerEntry entry = Writers.of(watched).append(Bodies.timestamp()).orThrow().entry();
    assertThat(entry.seq()).isEqualTo(1001);
    assertThat(faults.calls()).filteredOn(call -> call.equals("read ledger.jsonl")).hasSize(2);
  }

  private static void refuses(Checked<Appended> refused, LedgerFolder folder, Rule rule) {
    assertThat(Ledgers.rules(refused)).isNotEmpty().containsOnly(rule);
    assertThat(refused.value()).isEmpty();
    assertThat(LedgerReader.read(folder.ledger()).diagnostics())
        .allMatch(d -> d.rule() == Rule.LEDGER_DAMAGED && d.message().contains("no whole entry"));
  }
}
