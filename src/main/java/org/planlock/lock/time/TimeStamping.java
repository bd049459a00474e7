package org.planlock.lock.time;

import java.security.SecureRandom;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/**
 * Gets a time stamp for a digest. Whatever way it comes, it is verified before it is given; one
 * that does not hold is never given.
 *
 * @param verifier who looks at it; without anchors every stamp is self-asserted
 * @param over what is stamped
 * @param content the digest of that
 */
public record TimeStamping(TimeVerifier verifier, TimeSubject over, Sha256 content) {

  /** The stamp of an authority in this very program. */
  public Checked<TimeEvidence> bySelf(TimeAuthority authority) {
    var query = query();
    return accepted(
        TimeEvidence.of(over, query, authority.answer(query), "own clock"), "own time authority");
  }

  /** A query in DER, to be sent by other means: {@code application/timestamp-query}. */
  public byte[] query() {
    return TimeQuery.of(content, new SecureRandom());
  }

  /**
   * The stamp of an authority on the network.
   *
   * @param address {@code http://…} or {@code https://…}
   */
  public Checked<TimeEvidence> fetch(String address, Fetching fetching) {
    return TimeAddress.parse(address)
        .then(
            to -> {
              var query = query();
              return fetching
                  .post(to, query)
                  .then(body -> ReplyText.der(body, to.shown()))
                  .then(
                      reply ->
                          accepted(TimeEvidence.of(over, query, reply, to.shown()), to.shown()));
            });
  }

  /**
   * The stamp in a reply that came by other means: in DER, PEM or bare base64, as a whole reply or
   * as a token alone.
   *
   * @param query what was sent, if it was kept
   * @param name what messages call the reply
   */
  public Checked<TimeEvidence> imported(byte[] reply, Optional<byte[]> query, String name) {
    if (query.isPresent() && query.get().length > TimeEvidence.MOST_REQUEST_BYTES) {
      return Checked.failed(
          Diagnostic.at(Span.none(name), Rule.TOO_LARGE, "the query is larger than 64 KiB"));
    }
    return ReplyText.der(reply, name)
        .then(
            der ->
                accepted(
                    query
                        .map(sent -> TimeEvidence.of(over, sent, der, "imported"))
                        .orElseGet(() -> TimeEvidence.of(over, der, "imported")),
                    name));
  }

  private Checked<TimeEvidence> accepted(TimeEvidence evidence, String name) {
    var verdict = verifier.verify(evidence, content, name);
    return verdict.holds()
        ? Checked.of(evidence, verdict.diagnostics())
        : Checked.failed(verdict.diagnostics());
  }
}
