package org.planlock.lock.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;
import org.planlock.lock.signature.AllowedSigners;
import org.planlock.lock.signature.SignatureCheck;
import org.planlock.lock.signature.SignatureReport;
import org.planlock.lock.signature.SigningPurpose;
import org.planlock.source.Span;

/**
 * Holds a release against the lock and the sealed file at hand; all checks are made, also after one
 * has failed.
 *
 * @param signers the custodians whom the verifier accepts
 * @param attested when it was released, if somebody outside attested it; else the custodian's own
 *     claim counts
 */
public record ReleaseCheck(AllowedSigners signers, Optional<Instant> attested) {
  /** The check where nobody outside attested a time. */
  public static ReleaseCheck by(AllowedSigners signers) {
    return new ReleaseCheck(signers, Optional.empty());
  }

  /**
   * Checks a release.
   *
   * @param lock digest of the statement of the lock at hand
   * @param sealed the sealed table at hand
   * @param name what messages call the release file
   */
  public ReleaseReport check(
      CustodianRelease release, Sha256 lock, SealedTable sealed, String name) {
    var place = Span.none(name);
    var statement = release.statement();
    return report(
        release,
        lock,
        place,
        Stream.of(otherFile(statement, sealed, place), unfit(statement, sealed, place)));
  }

  /** The same where the sealed table is not at hand, which a note tells of. */
  public ReleaseReport check(CustodianRelease release, Sha256 lock, String name) {
    var place = Span.none(name);
    return report(release, lock, place, Stream.of(Optional.of(notPresent(release, place))));
  }

  private ReleaseReport report(
      CustodianRelease release,
      Sha256 lock,
      Span place,
      Stream<Optional<Diagnostic>> aboutTheTable) {
    var statement = release.statement();
    var signatures =
        new SignatureCheck(
                signers, SigningPurpose.RELEASE, attested.orElse(statement.claimedTime()))
            .check(ReleaseFile.PAYLOAD_TYPE, statement.bytes(), release.signatures(), place);
    var found = new ArrayList<>(signatures.diagnostics());
    Stream.concat(
            Stream.of(unsigned(release, signatures, place), otherLock(statement, lock, place)),
            aboutTheTable)
        .flatMap(Optional::stream)
        .forEach(found::add);
    return new ReleaseReport(release, signatures, List.copyOf(found));
  }

  private static Diagnostic notPresent(CustodianRelease release, Span place) {
    return Diagnostic.at(
            place,
            Rule.TABLE_NOT_PRESENT,
            "the sealed table is not present, so it was not checked that this release opens it")
        .note("the release is of " + release.statement().sealed());
  }

  private static Optional<Diagnostic> unsigned(
      CustodianRelease release, SignatureReport signatures, Span place) {
    return release.signatures().isEmpty()
        ? Optional.of(
            Diagnostic.at(place, Rule.RELEASE_UNSIGNED, "nobody signed this release")
                .note("the analyst could have written it"))
        : signatures.tooFew(1, place);
  }

  private static Optional<Diagnostic> otherLock(
      ReleaseStatement statement, Sha256 lock, Span place) {
    return statement.lock().equals(lock)
        ? Optional.empty()
        : Optional.of(
            Diagnostic.at(place, Rule.RELEASE_FOR_OTHER_LOCK, "this release is for another lock")
                .note("it is for " + statement.lock())
                .note("the lock at hand is " + lock));
  }

  private static Optional<Diagnostic> otherFile(
      ReleaseStatement statement, SealedTable sealed, Span place) {
    return statement.sealed().equals(sealed.sha256())
        ? Optional.empty()
        : Optional.of(
            Diagnostic.at(
                    place, Rule.RELEASE_OF_OTHER_FILE, "this release is of another sealed file")
                .note("it is of " + statement.sealed() + ", once `" + statement.fileName() + "`")
                .note("the sealed file at hand is " + sealed.sha256()));
  }

  private static Optional<Diagnostic> unfit(
      ReleaseStatement statement, SealedTable sealed, Span place) {
    if (statement.opens() instanceof Opens.Everything all
        && !all.key().commitment().equals(sealed.header().keyCommit())) {
      return Optional.of(
          Diagnostic.at(
              place,
              Rule.RELEASE_DOES_NOT_OPEN,
              "the key in this release is not the one that the table was sealed with"));
    }
    if (statement.opens() instanceof Opens.OneParticipant one && !one.disclosure().holds(sealed)) {
      return Optional.of(
          Diagnostic.at(
              place,
              Rule.RELEASE_DOES_NOT_OPEN,
              "the values in this release are not those that were sealed of this participant"));
    }
    return Optional.empty();
  }
}
