package org.planlock.lock.proof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Sha256;
import org.planlock.lock.StudyFolders;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.lock.seal.CustodianRelease;
import org.planlock.lock.seal.SealedTable;

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

  /** The same, with the sealed tables that lie in a study's folders. */
  public Shown among(StudyFolders folders, PlanLock lock) {
    var tables = new SealedAtHand(folders, lock);
    var found =
        releases.stream()
            .map(
                one ->
                    new ShownRelease(
                        one.name(),
                        one.release(),
                        tables.of(one.release().statement().sealed()).or(one::sealed)))
            .toList();
    return new Shown(found, result, notBefore);
  }

  /**
   * A release.
   *
   * @param name what messages call it
   * @param sealed the table that it opens, where that is at hand
   */
  public record ShownRelease(String name, CustodianRelease release, Optional<SealedTable> sealed) {}

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
