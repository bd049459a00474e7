package org.planlock.lock.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.JsonText;
import org.planlock.lock.OneLine;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.MerkleFrontier;

/**
 * What was known of the end of a ledger, kept beside it so that the next entry needs not read it
 * all. Nothing depends on it: one that is missing, damaged or does not fit is as good as none.
 */
final class TailFile {
  private static final int MOST_BYTES = 64 << 10;

  private TailFile() {}

  /** Writes it, if that can be done; it need not be durable. */
  static void write(Path file, LedgerTail tail) {
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      channel.write(ByteBuffer.wrap(bytes(tail)));
    } catch (IOException e) {
      forget(file);
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // half a file has another digest than it says
      return;
    }
  }

  /** What stands in it, if it is whole. */
  static Optional<LedgerTail> read(Path file) {
    try (var stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return parse(stream.readNBytes(MOST_BYTES), file.toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<LedgerTail> parse(byte[] bytes, String name) {
    try {
      return JsonText.read(bytes, name, Rule.LEDGER_DAMAGED)
          .value()
          .flatMap(json -> tail(JsonMember.of(json)))
          .filter(tail -> Arrays.equals(bytes(tail), bytes));
    } catch (IllegalArgumentException e) {
      // no such frontier can be
      return Optional.empty();
    }
  }

  private static Optional<LedgerTail> tail(JsonMember file) {
    var bytes = file.get("bytes").whole();
    var length = file.get("lastLength").whole().filter(n -> n <= Integer.MAX_VALUE);
    var last = file.get("last").sha256();
    var entries = file.get("entries").whole();
    var subtrees = file.get("subtrees").each(JsonMember::sha256);
    return bytes.flatMap(
        b ->
            length.flatMap(
                n ->
                    last.flatMap(
                        l ->
                            entries.flatMap(
                                e ->
                                    subtrees.map(
                                        s ->
                                            new LedgerTail(
                                                b, n.intValue(), l, new MerkleFrontier(e, s)))))));
  }

  private static byte[] bytes(LedgerTail tail) {
    var known =
        Map.<String, Json>of(
            "bytes", new Json.Number(tail.bytes()),
            "entries", new Json.Number(tail.entries()),
            "last", new Json.Text(tail.last().hex()),
            "lastLength", new Json.Number(tail.lastLength()),
            "subtrees", subtrees(tail));
    var all = new TreeMap<>(known);
    all.put("check", new Json.Text(Sha256.of(OneLine.of(new Json.Fields(known))).hex()));
    return OneLine.of(new Json.Fields(all));
  }

  private static Json subtrees(LedgerTail tail) {
    return new Json.Items(
        tail.frontier().subtrees().stream().<Json>map(h -> new Json.Text(h.hex())).toList());
  }
}
