package org.planlock.lock.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.source.Span;

/**
 * Finds the end of a ledger that is about to be written, and refuses one whose lines do not follow
 * each other.
 *
 * <p>What was known of the end when it was last written saves reading everything, if the last line
 * is still the one that it says; else everything is read.
 */
final class EndReader {
  private final LedgerFolder folder;
  private final String name;

  EndReader(LedgerFolder folder) {
    this.folder = folder;
    this.name = folder.ledger().toString();
  }

  /** The end, from the last line if that suffices; that of a ledger that is not there is empty. */
  Checked<LedgerEnd> last() {
    return read(TailFile.read(folder.tailFile()));
  }

  /** The end, from all lines. */
  Checked<LedgerEnd> all() {
    return read(Optional.empty());
  }

  private Checked<LedgerEnd> read(Optional<LedgerTail> known) {
    try (var channel =
        FileChannel.open(folder.ledger(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      if (channel.size() > LedgerReader.LARGEST) {
        return failed(
            Rule.TOO_LARGE,
            "`" + name + "` is larger than " + (LedgerReader.LARGEST >> 20) + " MiB");
      }
      for (var tail : known.stream().toList()) {
        var last = last(channel, tail);
        if (last.isPresent()) {
          return read(channel, tail, last.stream().toList());
        }
      }
      return read(channel, LedgerTail.ofNothing(), List.of());
    } catch (NoSuchFileException e) {
      return Checked.of(new LedgerEnd(LedgerTail.ofNothing(), 0, List.of(), true));
    } catch (IOException e) {
      return failed(Rule.UNREADABLE_FILE, "`" + name + "` cannot be read, or is a link");
    }
  }

  /** The last entry, if what is known of it and of its place is so. */
  private Optional<LedgerEntry> last(FileChannel channel, LedgerTail tail) throws IOException {
    long from = tail.bytes() - tail.lastLength() - 1;
    if (from < 0 || tail.bytes() > channel.size()) {
      return Optional.empty();
    }
    var text = LedgerText.of(bytes(channel, from, tail.bytes()));
    if (text.torn() > 0 || text.lines().size() != 1 || !isLineStart(channel, from)) {
      return Optional.empty();
    }
    var line = text.lines().get(0);
    return tail.endsWith(line)
        ? LedgerEntry.read(line, Span.none(name))
            .value()
            .filter(entry -> entry.seq() == tail.entries() - 1)
        : Optional.empty();
  }

  private static boolean isLineStart(FileChannel channel, long from) throws IOException {
    return from == 0 || bytes(channel, from - 1, from)[0] == '\n';
  }

  private Checked<LedgerEnd> read(FileChannel channel, LedgerTail from, List<LedgerEntry> last)
      throws IOException {
    var text = LedgerText.of(bytes(channel, from.bytes(), channel.size()));
    var chain = ChainCheck.after(from, name, text.lines());
    var entries = new ArrayList<>(last);
    var tail = from;
    for (int i = 0; i < text.lines().size(); i++) {
      var line = text.lines().get(i);
      var place = Span.none(name + ":" + (tail.entries() + 1));
      var read = LedgerEntry.read(line, place);
      var found = new ArrayList<>(read.diagnostics());
      found.addAll(chain.next(read.value()));
      if (read.value().isEmpty() || found.stream().anyMatch(Diagnostic::isError)) {
        return refused(found);
      }
      entries.add(read.orThrow());
      tail = tail.after(line, from.bytes() + text.ends().get(i));
    }
    return Checked.of(new LedgerEnd(tail, text.torn(), entries, from.entries() == 0));
  }

  private static byte[] bytes(FileChannel channel, long from, long to) throws IOException {
    var buffer = ByteBuffer.allocate((int) (to - from));
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new IOException("the file became shorter");
      }
    }
    return buffer.array();
  }

  private static Checked<LedgerEnd> refused(List<Diagnostic> found) {
    return Checked.failed(
        found.stream()
            .map(finding -> finding.note("nothing was written: no entry is put behind such a line"))
            .toList());
  }

  private Checked<LedgerEnd> failed(Rule rule, String message) {
    return Checked.failed(Diagnostic.at(Span.none(name), rule, message));
  }
}
