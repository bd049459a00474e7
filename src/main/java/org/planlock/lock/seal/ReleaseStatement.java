package org.planlock.lock.seal;

import java.time.Instant;
import java.util.Optional;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.source.Span;
import org.planlock.syntax.ForbiddenCharacters;

/**
 * What a custodian says when they open what they sealed.
 *
 * @param lock the one lock that it is opened for
 * @param fileName of the table that was sealed
 * @param sealed digest of the sealed file
 * @param opens the key, or the values of one participant
 * @param head the ledger that the custodian saw
 * @param reason why it is opened, 1 to 4000 characters
 * @param claimedTime when, by the custodian's own clock
 */
public record ReleaseStatement(
    Sha256 lock,
    String fileName,
    Sha256 sealed,
    Opens opens,
    TreeHead head,
    String reason,
    Instant claimedTime) {
  private static final int LONGEST_REASON = 4000;

  public ReleaseStatement {
    if (!isReason(reason) || !SealedHeader.isFileName(fileName)) {
      throw new IllegalArgumentException("no reason, or not the name of a file");
    }
  }

  /**
   * Whether a text can be a reason: there is one, it is not too long, and all of it can be seen.
   */
  public static boolean isReason(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_REASON
        && ForbiddenCharacters.first(text, Span.none("reason")).isEmpty();
  }

  /** The participant whom an emergency is about; nobody if everything is opened. */
  public Optional<String> participant() {
    return opens instanceof Opens.OneParticipant one
        ? Optional.of(one.disclosure().row().participant())
        : Optional.empty();
  }

  /** The exact bytes that are signed: an in-toto Statement v1 in canonical JSON. */
  public byte[] bytes() {
    return ReleaseJson.bytes(this);
  }

  /** The digest of the statement. */
  public Sha256 sha256() {
    return Sha256.of(bytes());
  }
}
