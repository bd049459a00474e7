package org.planlock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.data.TableInMemory;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.TreeHead;

/**
 * How an execution comes by data that do not lie in clear in its folder.
 *
 * @param memory tables in clear in memory alone, by the path that the plan writes
 * @param releases digests of the release files that opened them
 * @param known why the outcome was known without a release, in the analyst's words
 * @param blind what every page has to say where labels were dealt anew; nothing is confirmatory
 *     then
 * @param ledger what the study's ledger was when the execution began
 */
public record DataAccess(
    Map<String, TableInMemory> memory,
    List<Sha256> releases,
    Optional<String> known,
    Optional<String> blind,
    Optional<TreeHead> ledger) {
  /** Everything lies in the folder, and nobody keeps a ledger. */
  public static final DataAccess PLAIN =
      new DataAccess(Map.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public DataAccess {
    memory = Map.copyOf(memory);
    releases = List.copyOf(releases);
  }

  /** The same with what the ledger was. */
  public DataAccess with(Optional<TreeHead> head) {
    return new DataAccess(memory, releases, known, blind, head);
  }
}
