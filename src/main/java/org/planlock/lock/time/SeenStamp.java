package org.planlock.lock.time;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.tsp.TSPException;

/**
 * What a stamp shows to somebody who writes down how to check it; nothing of it is verified here.
 *
 * @param genTime none if the stamp cannot be read
 * @param digest what was stamped, in hexadecimal digits
 * @param carried the certificates that travel in the stamp, and that of its signer
 * @param authorities the anchors that vouch for it; without any, its own self-signed certificate
 * @param isVouchedFor whether there is such an anchor
 * @param ends when its certificate ends
 */
record SeenStamp(
    Optional<Instant> genTime,
    String digest,
    List<X509Certificate> carried,
    List<X509Certificate> authorities,
    boolean isVouchedFor,
    Optional<Instant> ends) {

  static SeenStamp of(TimeEvidence stamp, TrustAnchors anchors) {
    try {
      var content = Reply.parse(stamp.responseDer()).token();
      return content.isPresent() ? of(Token.parse(content.get()), anchors) : nothing();
    } catch (IOException
        | Token.Unfit
        | CMSException
        | TSPException
        | RuntimeException
        | StackOverflowError e) {
      return nothing();
    }
  }

  private static SeenStamp nothing() {
    return new SeenStamp(Optional.empty(), "", List.of(), List.of(), false, Optional.empty());
  }

  private static SeenStamp of(Token token, TrustAnchors anchors) {
    var search = SigningCertificate.of(token);
    var known = Stream.concat(token.certificates().stream(), anchors.certificates().stream());
    var signer = search.named(known).stream().filter(search::isIdentified).findFirst();
    var vouching = signer.map(own -> vouching(own, token, anchors)).orElse(List.of());
    var own =
        token.certificates().stream()
            .filter(one -> one.getSubjectX500Principal().equals(one.getIssuerX500Principal()))
            .toList();
    return new SeenStamp(
        Optional.of(token.genTime()),
        HexFormat.of().formatHex(token.digest()),
        known(token, signer),
        vouching.isEmpty() ? own : vouching,
        !vouching.isEmpty(),
        signer.map(one -> one.getNotAfter().toInstant()));
  }

  /** OpenSSL looks for the signer's certificate there, also if the stamp does not carry it. */
  private static List<X509Certificate> known(Token token, Optional<X509Certificate> signer) {
    return Stream.concat(token.certificates().stream(), signer.stream()).distinct().toList();
  }

  private static List<X509Certificate> vouching(
      X509Certificate signer, Token token, TrustAnchors anchors) {
    return new PathSearch(anchors.certificates(), token.certificates())
        .from(signer).stream()
            .filter(path -> path.holds(token.genTime()))
            .map(CertificatePath::anchor)
            .distinct()
            .toList();
  }
}
