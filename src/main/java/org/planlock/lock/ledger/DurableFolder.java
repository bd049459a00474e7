package org.planlock.lock.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Makes names in a folder durable. */
final class DurableFolder {
  private DurableFolder() {}

  /** Asks the disk to keep the names; Windows cannot open folders, and keeps names by itself. */
  static void force(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }
}
