package org.planlock.lock.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.JsonText;
import org.planlock.lock.OneLine;
import org.planlock.source.Span;
import org.planlock.syntax.ForbiddenCharacters;

/**
 * Who holds the lock of a ledger, as it stands in the locked file; only for people to read.
 *
 * @param since by the holder's own clock
 */
record Holder(String actor, long process, Instant since) {
  private static final int MOST_BYTES = 8 << 10;
  private static final int LONGEST = 200;
  private static final String UNKNOWN = "another process";

  /** Writes it for those who wait; that they cannot see it is no reason not to go on. */
  void write(FileChannel channel) {
    var line =
        OneLine.of(
            new Json.Fields(
                Map.of(
                    "actor", new Json.Text(actor),
                    "process", new Json.Number(process),
                    "since", new Json.Text(since.toString()))));
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(line), 0);
    } catch (IOException e) {
      return;
    }
  }

  /** Who stands in a locked file, in words. */
  static String read(FileChannel channel) {
    var buffer = ByteBuffer.allocate(MOST_BYTES);
    try {
      channel.read(buffer, 0);
    } catch (IOException e) {
      return UNKNOWN;
    }
    return JsonText.read(
            Arrays.copyOf(buffer.array(), buffer.position()), "ledger.lck", Rule.LEDGER_DAMAGED)
        .value()
        .map(json -> words(JsonMember.of(json)))
        .orElse(UNKNOWN);
  }

  private static String words(JsonMember file) {
    var actor =
        file.get("actor")
            .text()
            .filter(text -> text.length() <= LONGEST && !text.isBlank())
            .filter(text -> ForbiddenCharacters.first(text, Span.none(UNKNOWN)).isEmpty());
    var process = file.get("process").whole();
    var since = file.get("since").instant();
    return actor.isPresent() && process.isPresent() && since.isPresent()
        ? new Holder(actor.get(), process.get(), since.get()).words()
        : UNKNOWN;
  }

  /** Actor, process and time as one phrase. */
  String words() {
    return "`" + actor + "` (process " + process + ", since " + since + ")";
  }
}
