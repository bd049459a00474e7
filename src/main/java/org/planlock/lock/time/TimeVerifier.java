package org.planlock.lock.time;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/**
 * Finds out what a time stamp proves to a verifier.
 *
 * @param anchors whom the verifier believes
 * @param clock the verifier's own clock, which only tells that a stamp is from the future
 * @param earliest before this there was no program that could have made the lock
 */
public record TimeVerifier(TrustAnchors anchors, InstantSource clock, Instant earliest) {
  private static final String UNREADABLE = "the time stamp is not one, or damaged";

  /**
   * Makes every check of a stamp.
   *
   * <p>The reply must be DER without anything behind it and grant a token by one signer; the token
   * must be over this SHA-256 digest and answer the query that was kept; its certificate must be
   * the one that the signer names, be made for time stamps alone and have been valid then; the
   * signature must hold; the time must be possible. A stamp that passes is self-asserted, unless
   * the certificate leads to an anchor at that time and is not revoked.
   *
   * @param content the digest of what should have been stamped
   * @param name what messages call the file that it stands in
   */
  public TimeVerdict verify(TimeEvidence evidence, Sha256 content, String name) {
    var found = new StampFindings(Span.none(name));
    try {
      return new StampCheck(this, content, found).check(evidence);
    } catch (Exception | StackOverflowError e) {
      // bytes from outside: the libraries answer some of them with exceptions of any kind
      return unreadable(evidence, Span.none(name));
    }
  }

  private static TimeVerdict unreadable(TimeEvidence evidence, Span place) {
    var finding =
        Diagnostic.at(place, Rule.TIME_STAMP_UNREADABLE, UNREADABLE)
            .note("it proves nothing as it is")
            .help("take the file that the authority sent, or ask for a new time stamp");
    return new TimeVerdict(evidence, Optional.empty(), TimeLevel.T0, List.of(finding));
  }
}
