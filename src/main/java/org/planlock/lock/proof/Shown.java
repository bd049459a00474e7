package org.planlock.lock.proof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.lock.seal.CustodianRelease;

/**
 * What a verifier was shown beside the lock, and what they know themselves.
 *
 * @param releases of sealed tables
 * @param result of an execution
 * @param notBefore before when nobody who analyses can have known the outcome, on the word of
 *     somebody outside; it never comes from a file of the analyst
 */
public record Shown(
    List<ShownRelease> releases, Optional<ShownResult> result, Optional<Instant> notBefore) {
  /** Nothing. */
  public static final Shown NOTHING = new Shown(List.of(), Optional.empty(), Optional.empty());

  public Shown {
    releases = List.copyOf(releases);
  }

  /** A release, and what messages call it. */
  public record ShownRelease(String name, CustodianRelease release) {}

  /**
   * What the results of an execution say that they hang on.
   *
   * @param name what messages call the file
   * @param sha256 of the file
   * @param lock that was executed; none of a plan that was not locked
   * @param releases digests of the release files that opened the data
   * @param data digests of the files that were read
   * @param ledger as it was when the execution began
   * @param known why the outcome was known without a release
   * @param blind what every page has to say where labels were dealt anew
   */
  public record ShownResult(
      String name,
      Sha256 sha256,
      Optional<Sha256> lock,
      List<Sha256> releases,
      List<Sha256> data,
      Optional<TreeHead> ledger,
      Optional<String> known,
      Optional<String> blind) {
    public ShownResult {
      releases = List.copyOf(releases);
      data = List.copyOf(data);
    }
  }
}
