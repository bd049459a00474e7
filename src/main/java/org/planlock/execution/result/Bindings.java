package org.planlock.execution.result;

import java.util.List;
import java.util.Optional;

/**
 * What results hang on, by digests: nobody can name what does not exist yet, and nobody can say
 * later that other data or another release were meant.
 *
 * @param data the files that were read
 * @param releases digests of the release files that opened some of them
 * @param known why the outcome was known without a release, in the analyst's words
 * @param blind what every page has to say where labels were dealt anew
 * @param ledger what the study's ledger was when the execution began; none where there is no ledger
 */
public record Bindings(
    List<DataFile> data,
    List<String> releases,
    Optional<String> known,
    Optional<String> blind,
    Optional<LedgerHead> ledger) {
  /** Results that hang on nothing that is known here. */
  public static final Bindings NONE =
      new Bindings(List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public Bindings {
    data = List.copyOf(data);
    releases = List.copyOf(releases);
  }

  /**
   * A file that was read.
   *
   * @param path as the plan writes it
   * @param sha256 of the file on disk, 64 hexadecimal digits
   * @param bytes its length
   * @param sealed whether it was sealed or blinded on disk, and in clear in memory alone
   */
  public record DataFile(String path, String sha256, long bytes, boolean sealed) {}

  /**
   * Size and root of the tree over the lines of a ledger.
   *
   * @param root 64 hexadecimal digits
   */
  public record LedgerHead(long size, String root) {}
}
