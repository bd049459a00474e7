package org.planlock.lock.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Damage;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.lock.signature.Keys;
import org.planlock.lock.signature.NoteKey;
import org.planlock.source.Span;

/** Checkpoints, and what they show of a ledger. */
class CheckpointTest {
  private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
  private static final List<String> LINES = Ledgers.lines(Bodies.oneOfEach());

  @TempDir Path folder;

  // https://sum.golang.org/latest of 2024-09-23, as kept in the tests of sigsum-go's checkpoint
  // package; the key stands in Go's cmd/go/internal/modfetch/key.go
  @Test
  void acceptsACheckpointOfGosDatabase() {
    var key =
        NoteKey.parse(
                "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
                Span.none("key"))
            .orThrow();
    var note =
        "go.sum database tree\n30055305\nmXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM=\n\n"
            + "— sum.golang.org Az3grpgEild5qw7+5dtV13Kf1C2Xurm8q4fhdxvcsDHnqNTaxL2AFjBY+2TyGKevucF"
            + "cAAlWFJJYle3EJlDCrQ+y3A8=\n";
    var read = CheckpointFile.parse(Ledgers.bytes(note), "latest").orThrow();
    assertThat(read.signers(List.of(key)).orThrow()).containsExactly(key);
    assertThat(read.checkpoint().origin()).isEqualTo("go.sum database tree");
    assertThat(read.checkpoint().head().size()).isEqualTo(30055305);
    var larger = Ledgers.bytes(note.replace("30055305", "30055306"));
    assertThat(
            Ledgers.rules(CheckpointFile.parse(larger, "latest").orThrow().signers(List.of(key))))
        .containsExactly(Rule.CHECKPOINT_WRONG);
  }

  @Test
  void isWrittenSignedAndReadAgain() throws IOException {
    var ledger = Ledgers.read(LINES).orThrow();
    var checkpoint = Checkpoint.of(Bodies.STUDY, ledger.head());
    var file = folder.resolve("today.checkpoint");
    try (var key = Keys.key(0)) {
      Files.write(file, checkpoint.signedBy(key).bytes());
      var read = CheckpointFile.read(file).orThrow();
      assertThat(read.checkpoint()).isEqualTo(checkpoint);
      var own = new NoteKey(Bodies.STUDY, key.publicKey());
      assertThat(read.signers(List.of(own)).orThrow()).containsExactly(own);
      assertThat(Ledgers.rules(read.signers(List.of(new NoteKey("other", key.publicKey())))))
          .containsExactly(Rule.CHECKPOINT_UNKNOWN_KEY);
    }
    assertThat(Files.readString(file).lines())
        .startsWith(Bodies.STUDY, "13", Base64Text.of(ledger.head().root().bytes()), "");
  }

  @Test
  void keepsLinesThatMeanNothingHere() {
    var text = "example.com/log\n7\n" + ROOT + "\nsome extension\n";
    assertThat(Checkpoint.parse(text).orElseThrow().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a\n7\n",
        "a\n7\n" + ROOT,
        "\n7\n" + ROOT + "\n",
        "a\n07\n" + ROOT + "\n",
        "a\n-7\n" + ROOT + "\n",
        "a\n7 \n" + ROOT + "\n",
        "a\n99999999999999999999\n" + ROOT + "\n",
        "a\n7\nCsUY\n",
        "a\n7\n!\n",
        "a\n7\n" + ROOT + "\nb",
        "a\n7\n" + ROOT + "\n\n",
        "a\n7\n" + ROOT + "\n\nb\n"
      })
  void refusesWhatIsNoCheckpoint(String text) {
    assertThat(Checkpoint.parse(text)).isEmpty();
    assertThat(Ledgers.rules(CheckpointFile.parse(Ledgers.bytes(text), "c")))
        .containsExactly(Rule.CHECKPOINT_DAMAGED);
    var noted = text + "\n— a AAAAAAAAAAAA\n";
    assertThat(CheckpointFile.parse(Ledgers.bytes(noted), "c").isSound()).isFalse();
  }

  @Test
  void cannotHaveAnOriginOfTwoLines() {
    assertThatThrownBy(() -> Checkpoint.of("a\n9", TreeHead.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Checkpoint.of("", TreeHead.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fitsEveryLaterLedgerOfTheStudy() {
    var ledger = Ledgers.read(LINES).orThrow();
    for (int size = 0; size <= LINES.size(); size++) {
      var earlier = Checkpoint.of(Bodies.STUDY, ledger.tree().head(size));
      assertThat(CheckpointCheck.findings(ledger, earlier, "c")).isEmpty();
    }
  }

  @Test
  void saysHowManyEntriesAreLeft() {
    var whole = Checkpoint.of(Bodies.STUDY, Ledgers.read(LINES).orThrow().head());
    for (int left = 1; left <= 2; left++) {
      var cut = Ledgers.read(LINES.subList(0, left)).orThrow();
      assertThat(CheckpointCheck.findings(cut, whole, "c"))
          .extracting(Diagnostic::message)
          .containsExactly(
              "the ledger has "
                  + (left == 1 ? "1 entry" : "2 entries")
                  + ", and had "
                  + LINES.size()
                  + " when `c` was made");
    }
  }

  @Test
  void showsEveryCutAtAnEndOfALine() {
    var bytes = Ledgers.file(LINES);
    var whole = Checkpoint.of(Bodies.STUDY, Ledgers.read(bytes).orThrow().head());
    Damage.everyTruncation(bytes)
        .map(cut -> Ledgers.read(cut.bytes()))
        .filter(read -> read.diagnostics().isEmpty())
        .forEach(
            read ->
                assertThat(CheckpointCheck.findings(read.orThrow(), whole, "c"))
                    .extracting(Diagnostic::rule)
                    .containsExactly(Rule.LEDGER_TRUNCATED));
  }

  @Test
  void showsAHistoryThatWasWrittenAnew() {
    var whole = Checkpoint.of(Bodies.STUDY, Ledgers.read(LINES).orThrow().head());
    var bodies = new ArrayList<>(Bodies.oneOfEach());
    bodies.set(2, Bodies.sealing());
    var anew = Ledgers.read(Ledgers.lines(bodies));
    assertThat(anew.diagnostics()).isEmpty();
    assertThat(CheckpointCheck.findings(anew.orThrow(), whole, "c"))
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.LEDGER_REWRITTEN);
    bodies.add(Bodies.sealing());
    assertThat(CheckpointCheck.findings(Ledgers.read(Ledgers.lines(bodies)).orThrow(), whole, "c"))
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.LEDGER_REWRITTEN);
  }

  @Test
  void tellsTheLedgerOfAnotherStudy() {
    var ledger = Ledgers.read(LINES).orThrow();
    assertThat(CheckpointCheck.findings(ledger, Checkpoint.of("other", ledger.head()), "c"))
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.LEDGER_OF_OTHER_STUDY);
    var headless = Ledgers.read(LINES.subList(1, 3)).value().orElseThrow();
    assertThat(CheckpointCheck.findings(headless, Checkpoint.of("other", ledger.head()), "c"))
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.LEDGER_TRUNCATED);
  }

  @Test
  void saysWhatCannotBeSeenWithoutOne() {
    var note = CheckpointCheck.withoutOne(Ledgers.read(LINES).orThrow());
    assertThat(note.message()).contains("cannot be seen from here");
    assertThat(note.isError()).isFalse();
  }

  @Test
  void showsWhereTwoCopiesParted() {
    var shared = LINES.subList(0, 3);
    var one = Ledgers.read(Ledgers.lines(shared, List.of(Bodies.sealing()))).orThrow();
    var other = Ledgers.read(Ledgers.lines(shared, List.of(Bodies.timestamp()))).orThrow();
    assertThat(LedgerComparison.fork(one, other).map(Diagnostic::message))
        .contains("the ledger is forked at seq 3");
    assertThat(LedgerComparison.fork(one, Ledgers.read(shared).orThrow())).isEmpty();
    assertThat(LedgerComparison.fork(one, one)).isEmpty();
  }

  @Test
  void anEntryThatVouchesForOtherEntriesIsFound() {
    var before = LINES.subList(0, 2);
    var head = Ledgers.read(before).orThrow().head();
    var right = List.of(Bodies.publication(head), Bodies.release(Bodies.FIRST, head));
    assertThat(Ledgers.read(Ledgers.lines(before, right)).diagnostics()).isEmpty();
    var wrong =
        List.of(
            Bodies.publication(new TreeHead(2, Bodies.digest("other"))),
            Bodies.release(Bodies.FIRST, new TreeHead(4, head.root())),
            Bodies.publication(new TreeHead(1L << 40, head.root())));
    assertThat(Ledgers.findings(Ledgers.read(Ledgers.lines(before, wrong))))
        .containsExactly("3 LEDGER_REWRITTEN", "4 LEDGER_REWRITTEN", "5 LEDGER_REWRITTEN");
  }
}
