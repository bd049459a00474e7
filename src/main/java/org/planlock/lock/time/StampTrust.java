package org.planlock.lock.time;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;

/** Whether anybody whom the verifier believes vouches for who signed a stamp. */
record StampTrust(TimeVerifier verifier, StampFindings found) {

  /** The verdict on a token whose own checks are made. */
  TimeVerdict verdict(TimeEvidence evidence, Token token, X509Certificate signer) {
    var paths = paths(token, signer);
    var lists = new RevocationLists(verifier.anchors().revocations());
    var revoked =
        paths.stream().flatMap(path -> lists.revoked(path, token.genTime()).stream()).findFirst();
    var sound =
        paths.stream().filter(path -> lists.revoked(path, token.genTime()).isEmpty()).toList();
    var revocation =
        sound.stream()
            .map(path -> lists.coverage(path, token.genTime()))
            .filter(coverage -> coverage.asOf().isPresent())
            .findFirst()
            .orElse(Revocation.NOT_CHECKED);
    report(token, signer, sound, revoked, revocation);
    var read = read(token, signer, roots(sound), revocation);
    return new TimeVerdict(evidence, Optional.of(read), level(sound), found.all());
  }

  private List<CertificatePath> paths(Token token, X509Certificate signer) {
    return new PathSearch(verifier.anchors().certificates(), token.certificates())
        .from(signer).stream().filter(path -> path.holds(token.genTime())).toList();
  }

  private TimeLevel level(List<CertificatePath> sound) {
    if (found.hasErrors()) {
      return TimeLevel.T0;
    }
    return sound.isEmpty() ? TimeLevel.T1 : TimeLevel.T2;
  }

  private void report(
      Token token,
      X509Certificate signer,
      List<CertificatePath> sound,
      Optional<String> revoked,
      Revocation revocation) {
    if (sound.isEmpty() && revoked.isPresent()) {
      found.add(
          Rule.TIME_SIGNER_REVOKED, "the time stamp rests on a revoked certificate", revoked.get());
    }
    if (found.hasErrors()) {
      // who vouches for a stamp that does not hold is of no interest
      return;
    }
    if (sound.isEmpty()) {
      selfAsserted(signer);
      return;
    }
    if (revocation.asOf().isEmpty()) {
      found.addHelped(
          Rule.TIME_REVOCATION_NOT_CHECKED,
          "revocation not checked",
          "whether the certificate of `" + X509.name(signer) + "` still counts is not known here",
          "get the authority's revocation list (CRL) and give it together with the anchors");
    }
    if (new SignerChecks(signer).hasEnded(verifier.clock().instant())) {
      found.add(
          Rule.TIME_SIGNER_EXPIRED_SINCE,
          "the certificate of `" + X509.name(signer) + "` has expired since",
          "it was valid at " + token.genTime() + ", which is what counts");
    }
  }

  private void selfAsserted(X509Certificate signer) {
    int anchors = verifier.anchors().certificates().size();
    var note =
        switch (anchors) {
          case 0 -> "no anchor was given, so nobody vouches for its clock";
          case 1 -> "your anchor does not vouch for it at that time";
          default -> "none of your " + anchors + " anchors vouches for it at that time";
        };
    found.add(
        Rule.TIME_SELF_ASSERTED,
        "the time is the word of `" + X509.name(signer) + "` alone",
        note,
        "whoever made the lock may have made this stamp too, with any time in it");
  }

  private static Set<Sha256> roots(List<CertificatePath> sound) {
    return sound.stream().map(path -> X509.key(path.anchor())).collect(Collectors.toSet());
  }

  private static TimeToken read(
      Token token, X509Certificate signer, Set<Sha256> roots, Revocation revocation) {
    return new TimeToken(
        token.genTime(),
        token.accuracy(),
        token.serial(),
        token.policy(),
        X509.name(signer),
        X509.key(signer),
        roots,
        revocation);
  }
}
