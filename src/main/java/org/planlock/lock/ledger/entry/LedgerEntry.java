package org.planlock.lock.ledger.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/**
 * One entry of a ledger: what happened, and which entry it follows.
 *
 * @param seq its number, from 0; also its index among the leaves of the ledger's tree
 * @param prev digest of the line before it, without its end; zeros for the first
 * @param time by the clock of the machine that wrote it, which nobody attests, in whole seconds
 * @param actor who wrote it, in their own words
 */
public record LedgerEntry(long seq, Sha256 prev, Instant time, String actor, EntryBody body) {
  /** The version of the format, written into every line. */
  public static final int VERSION = 1;

  /** The most bytes that a line can have, without its end. */
  public static final int LONGEST = 1 << 20;

  /** What stands for the line before the first. */
  public static final Sha256 NOTHING_BEFORE = new Sha256("0".repeat(64));

  /** What happened. */
  public EntryType type() {
    return body.type();
  }

  /** The line as it stands in the file, without its end. */
  public byte[] line() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /** The same before it becomes UTF-8: two entries are equal if this is. */
  public String text() {
    return JsonWriter.text(
        new BodyJson()
            .with("v", VERSION)
            .with("seq", seq)
            .with("prev", prev)
            .with("type", type().word())
            .with("time", time.toString())
            .with("actor", actor)
            .with("body", body.json())
            .fields());
  }

  /**
   * The entry that a line holds, or everything in it that cannot be so.
   *
   * @param line without its end
   * @param place the file, and the number of the line
   */
  public static Checked<LedgerEntry> read(byte[] line, Span place) {
    return new EntryLine(place).read(line);
  }
}
