package org.planlock.lock.ledger;

import static org.planlock.fuzz.Fuzzed.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.Seeds;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.LedgerEntry;

/** Any bytes as a ledger: as they are, and with every link made to fit, as a forger would. */
class LedgerFuzzTest {
  private static final String NAME = "ledger.jsonl";
  private static final Pattern PREV = Pattern.compile("\"prev\":\"[0-9a-f]{64}\"");

  static Stream<Arguments> seeds() {
    return Stream.concat(
        Stream.of(Seeds.seed("one of each", Ledgers.file(Ledgers.lines(Bodies.oneOfEach())))),
        Stream.of(
                "lock_and_ledger_checked_out_with_crlf_ok",
                "ledger_of_four_plans_ok",
                "ledger_torn_ok",
                "ledger_forked_fail",
                "ledger_with_a_clock_that_went_back_ok")
            .flatMap(study -> Seeds.ending("ledger.jsonl", "conformance/" + study)));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void isReadOrRefused(byte[] bytes) {
    Fuzzed.quickly(() -> tryOut(bytes));
  }

  private static void tryOut(byte[] bytes) {
    read(bytes);
    read(linked(bytes));
  }

  private static void read(byte[] bytes) {
    var read = Fuzzed.reported(LedgerReader.parse(bytes, NAME));
    read.value().ifPresent(LedgerFuzzTest::isUsable);
    if (read.isSound()) {
      isAChain(read.orThrow(), LedgerText.of(bytes));
    }
  }

  private static void isUsable(Ledger ledger) {
    ledger.state();
    ledger.study();
    Fuzzed.reported(List.of(CheckpointCheck.withoutOne(ledger)));
    var head = ledger.head();
    require(head.size() == ledger.leaves().size(), "a head of another size");
  }

  /** What is called sound is a chain by a check of its own, and is written as it was read. */
  private static void isAChain(Ledger ledger, LedgerText text) {
    require(ledger.entries().size() == text.lines().size(), "a sound ledger skips a line");
    var before = LedgerEntry.NOTHING_BEFORE;
    for (int i = 0; i < ledger.entries().size(); i++) {
      var entry = ledger.entries().get(i);
      require(entry.seq() == i, "line " + i + " has another number");
      require(entry.prev().equals(before), "line " + i + " does not follow the one before");
      require(Arrays.equals(entry.line(), text.lines().get(i)), "line " + i + " is not as written");
      before = Sha256.of(text.lines().get(i));
    }
  }

  private static byte[] linked(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    var before = LedgerEntry.NOTHING_BEFORE;
    for (var line : LedgerText.of(bytes).lines()) {
      var text = new String(line, StandardCharsets.ISO_8859_1);
      var link = "\"prev\":\"" + before.hex() + "\"";
      var fixed = PREV.matcher(text).replaceFirst(link).getBytes(StandardCharsets.ISO_8859_1);
      out.writeBytes(fixed);
      out.write('\n');
      before = Sha256.of(fixed);
    }
    return out.toByteArray();
  }
}
