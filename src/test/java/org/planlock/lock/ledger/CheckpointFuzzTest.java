package org.planlock.lock.ledger;

import static org.planlock.fuzz.Fuzzed.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.Seeds;

/** Any bytes as a checkpoint, held against a ledger. */
class CheckpointFuzzTest {
  private static final String STUDY = "conformance/checkpoint_of_this_ledger_ok/";
  private static final Ledger LEDGER =
      LedgerReader.parse(Seeds.resource(STUDY + ".planlock/ledger.jsonl"), "ledger.jsonl")
          .orThrow();

  static Stream<Arguments> seeds() {
    return Seeds.ending("kept-elsewhere", "conformance");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void isReadOrRefused(byte[] bytes) {
    Fuzzed.quickly(() -> tryOut(bytes));
  }

  private static void tryOut(byte[] bytes) {
    var read = Fuzzed.reported(CheckpointFile.parse(bytes, "kept"));
    if (read.isSound()) {
      var file = read.orThrow();
      require(Arrays.equals(file.note().bytes(), bytes), "accepts bytes that it does not write");
      require(file.checkpoint().text().equals(file.note().text()), "reads another text");
      var found = CheckpointCheck.findings(LEDGER, file.checkpoint(), "kept");
      Fuzzed.reported(found);
      boolean isOurs =
          LEDGER.study().equals(Optional.of(file.checkpoint().origin()))
              && file.checkpoint().head().size() <= LEDGER.leaves().size()
              && LEDGER
                  .tree()
                  .head((int) file.checkpoint().head().size())
                  .equals(file.checkpoint().head());
      require(found.isEmpty() == isOurs, "a checkpoint of another ledger is believed");
    }
  }
}
