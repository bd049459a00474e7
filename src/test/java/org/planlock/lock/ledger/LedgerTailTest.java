package org.planlock.lock.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.lock.merkle.MerkleFrontier;

/** Whatever stands in the file that spares reading, what is appended is right. */
class LedgerTailTest {
  private static final Clock LATE = Clock.fixed(Ledgers.NOON.plusSeconds(86_400), ZoneOffset.UTC);

  @TempDir Path study;

  @Test
  void isKeptAsItIs() throws IOException {
    var folder = withEntries(5);
    var tail = TailFile.read(folder.tailFile()).orElseThrow();
    assertThat(tail.bytes()).isEqualTo(Files.size(folder.ledger()));
    assertThat(tail.frontier().head()).isEqualTo(Writers.read(folder).head());
    assertThat(new EndReader(folder).last().orThrow().isAll()).isFalse();
  }

  @Test
  void isIgnoredWhereItDoesNotFit() throws IOException {
    for (int entries = 3; entries < 5; entries++) {
      var folder = withEntries(entries);
      var tail = TailFile.read(folder.tailFile()).orElseThrow();
      for (var wrong : wrong(tail)) {
        TailFile.write(folder.tailFile(), wrong);
        var end = new EndReader(folder).last().orThrow();
        assertThat(end.isAll()).as("%s", wrong).isTrue();
        assertThat(end.tail()).isEqualTo(tail);
      }
    }
  }

  /** Tails that are none of this ledger, each in one way. */
  private static List<LedgerTail> wrong(LedgerTail tail) {
    var other = Bodies.digest("other");
    var length = tail.lastLength();
    var wrong =
        new ArrayList<>(
            List.of(
                LedgerTail.ofNothing(),
                new LedgerTail(tail.bytes(), length, tail.last(), MerkleFrontier.empty()),
                new LedgerTail(tail.bytes() + 1, length, tail.last(), tail.frontier()),
                new LedgerTail(tail.bytes() - 1, length, tail.last(), tail.frontier()),
                new LedgerTail(tail.bytes(), length - 1, tail.last(), tail.frontier()),
                new LedgerTail(tail.bytes(), length + 200, tail.last(), tail.frontier()),
                new LedgerTail(tail.bytes(), Integer.MAX_VALUE, tail.last(), tail.frontier()),
                new LedgerTail(tail.bytes(), length, other, tail.frontier()),
                new LedgerTail(tail.bytes(), length, tail.last(), frontier(6))));
    if (tail.entries() % 2 == 1) {
      var foreign = frontier((int) tail.entries());
      wrong.add(new LedgerTail(tail.bytes(), length, tail.last(), foreign));
    }
    return wrong;
  }

  private static MerkleFrontier frontier(int size) {
    var digests = IntStream.range(0, Integer.bitCount(size));
    return new MerkleFrontier(
        size, digests.<Sha256>mapToObj(i -> Bodies.digest("subtree " + i)).toList());
  }

  @Test
  void isIgnoredWhereACheckoutChangedTheEndsOfLines() throws IOException {
    var folder = withEntries(3);
    var text = Files.readString(folder.ledger());
    Files.writeString(folder.ledger(), text.replace("\n", "\r\n"));
    var head = Writers.read(folder).head();
    assertThat(new EndReader(folder).last().orThrow().tail().frontier().head()).isEqualTo(head);
    var appended = LedgerWriter.of(folder, LATE, "Ada").append(Bodies.sealing()).orThrow();
    assertThat(Writers.read(folder).head()).isEqualTo(appended.head());
    assertThat(Writers.read(folder).entries()).hasSize(4);
  }

  @Test
  void aLedgerOfOneEntryIsItsOwnEnd() {
    var folder = Writers.begun(study);
    assertThat(new EndReader(folder).last().orThrow().isAll()).isFalse();
  }

  @Test
  void whatFollowsNeedsAllEntries() throws IOException {
    var end = new EndReader(withEntries(3)).last().orThrow();
    assertThatThrownBy(end::state).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void isNotReadWhereItIsTooLargeOrALink() throws IOException {
    var folder = withEntries(3);
    var elsewhere = study.resolve("elsewhere");
    Files.move(folder.tailFile(), elsewhere);
    Files.createSymbolicLink(folder.tailFile(), elsewhere);
    assertThat(TailFile.read(folder.tailFile())).isEmpty();
    TailFile.write(folder.tailFile(), LedgerTail.ofNothing());
    assertThat(Files.readString(elsewhere)).doesNotContain("\"entries\":0");
    assertThat(folder.tailFile()).doesNotExist();
  }

  private LedgerFolder withEntries(int entries) throws IOException {
    var bodies = new ArrayList<EntryBody>(List.of(Bodies.beginning()));
    while (bodies.size() < entries - 1) {
      bodies.add(Bodies.sealing());
    }
    var folder = LedgerFolder.ofStudy(Files.createDirectory(study.resolve("of" + entries)));
    folder.make();
    Files.write(folder.ledger(), Ledgers.file(Ledgers.lines(bodies)));
    LedgerWriter.of(folder, LATE, "Ada").append(Bodies.timestamp()).orThrow();
    return folder;
  }
}
