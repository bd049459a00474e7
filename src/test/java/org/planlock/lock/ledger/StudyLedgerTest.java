package org.planlock.lock.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.ledger.entry.EntryType;
import org.planlock.lock.ledger.entry.ExecutionEnd.Outcome;

/** How executions begin and end in the ledger of a study. */
class StudyLedgerTest {
  @TempDir Path study;
  private LedgerFolder folder;
  private StudyLedger ledger;

  @BeforeEach
  void open() {
    folder = LedgerFolder.ofStudy(study);
    ledger = new StudyLedger(folder, Writers.CLOCK, "Ada");
  }

  private long begun() {
    return ledger.begin(Bodies.start(Bodies.FIRST)).orThrow().entry().seq();
  }

  @Test
  void beginsAgainWhereTheVeryFirstLineWasTorn() throws IOException {
    Files.createDirectories(folder.root());
    Files.writeString(folder.ledger(), "{\"actor\":\"Ad");
    begun();
    assertThat(Writers.types(folder))
        .containsExactly(EntryType.INIT, EntryType.RECOVER, EntryType.EXECUTE_START);
  }

  @Test
  void whatCannotBeReadIsNotBegunAgain() throws IOException {
    Files.createDirectories(folder.ledger());
    assertThat(ledger.exists()).isTrue();
    assertThat(ledger.begin(Bodies.start(Bodies.FIRST)).isSound()).isFalse();
    assertThat(folder.ledger()).isEmptyDirectory();
  }

  @Test
  void noExecutionEndsTwice() {
    long first = begun();
    long second = begun();
    assertThat(ledger.end(Bodies.end(second, Outcome.COMPLETED)).isSound()).isTrue();
    assertThat(ledger.end(Bodies.end(first, Outcome.FAILED)).isSound()).isTrue();
    var before = Writers.types(folder);
    for (long start : new long[] {first, second}) {
      assertThat(Ledgers.rules(ledger.end(Bodies.end(start, Outcome.COMPLETED))))
          .containsExactly(Rule.LEDGER_CONTRADICTION);
    }
    assertThat(Writers.types(folder)).isEqualTo(before).hasSize(5).endsWith(EntryType.EXECUTE_END);
  }
}
