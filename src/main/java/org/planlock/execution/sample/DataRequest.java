package org.planlock.execution.sample;

import java.nio.file.Path;
import java.util.Map;
import org.planlock.data.TableInMemory;

/**
 * Where the data of an execution lie, and what was said about them on the command line.
 *
 * @param folder the only folder that is read
 * @param accepted columns, alone or as {@code table.column}, whose values may lie outside their
 *     contract, each with the reason
 * @param lockedSha256 the digests of tables in the lock, by the path that the plan writes
 * @param memory tables that are read from memory, by the path that the plan writes
 */
public record DataRequest(
    Path folder,
    Map<String, String> accepted,
    Map<String, String> lockedSha256,
    Map<String, TableInMemory> memory) {
  public DataRequest {
    accepted = Map.copyOf(accepted);
    lockedSha256 = Map.copyOf(lockedSha256);
    memory = Map.copyOf(memory);
  }

  /** Data that lie in a folder, all of them. */
  public DataRequest(Path folder, Map<String, String> accepted, Map<String, String> lockedSha256) {
    this(folder, accepted, lockedSha256, Map.of());
  }

  /** Data in a folder, nothing accepted, nothing locked. */
  public static DataRequest in(Path folder) {
    return new DataRequest(folder, Map.of(), Map.of());
  }
}
