package org.planlock.lock.time;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;

/** The checks of one stamp, in their order. */
final class StampCheck {
  private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";
  private static final Set<String> STRONG =
      Set.of(
          SHA_256,
          "2.16.840.1.101.3.4.2.2",
          "2.16.840.1.101.3.4.2.3",
          "2.16.840.1.101.3.4.2.8",
          "2.16.840.1.101.3.4.2.9",
          "2.16.840.1.101.3.4.2.10");

  private final TimeVerifier verifier;
  private final Sha256 content;
  private final StampFindings found;

  StampCheck(TimeVerifier verifier, Sha256 content, StampFindings found) {
    this.verifier = verifier;
    this.content = content;
    this.found = found;
  }

  /** The verdict; what the libraries throw on bad bytes is the caller's to catch. */
  TimeVerdict check(TimeEvidence evidence)
      throws IOException, CMSException, TSPException, OperatorCreationException {
    var reply = Reply.parse(evidence.responseDer());
    if (!reply.isGranted()) {
      found.addHelped(
          Rule.TIME_STAMP_REFUSED,
          "the authority refused the time stamp",
          reply.refusal(),
          "ask again, or ask another authority");
      return nothing(evidence);
    }
    var content = reply.token();
    if (content.isEmpty()) {
      throw new IOException("granted, but nothing given");
    }
    try {
      return check(evidence, Token.parse(content.get()));
    } catch (Token.Unfit e) {
      found.add(Rule.TIME_SIGNATURE_WRONG, "the time stamp " + e.getMessage());
      return nothing(evidence);
    }
  }

  private TimeVerdict nothing(TimeEvidence evidence) {
    return new TimeVerdict(evidence, Optional.empty(), TimeLevel.T0, found.all());
  }

  private TimeVerdict check(TimeEvidence evidence, Token token)
      throws IOException, CMSException, TSPException, OperatorCreationException {
    if (!token.isKnownVersion()) {
      throw new IOException("another version");
    }
    checkContent(token);
    checkRequest(evidence, token);
    new MomentCheck(verifier, found).check(token.genTime());
    var signer = signer(token);
    if (signer.isEmpty()) {
      return nothing(evidence);
    }
    checkSigner(token, signer.get());
    return new StampTrust(verifier, found).verdict(evidence, token, signer.get());
  }

  private void checkContent(Token token) {
    if (!token.digestAlgorithm().equals(SHA_256)) {
      found.add(
          Rule.TIME_DIGEST_WEAK,
          "the time stamp is not over a SHA-256 digest",
          "other content may have the same digest of another kind");
    } else if (!Arrays.equals(token.digest(), content.bytes())) {
      found.add(
          Rule.TIME_OF_OTHER_CONTENT,
          "the time stamp is over other content",
          "it proves when something else existed");
    }
    if (!STRONG.contains(token.signer().getDigestAlgOID())) {
      found.add(
          Rule.TIME_DIGEST_WEAK,
          "the authority signed the time stamp by a digest that can be forged",
          "only SHA-256 and stronger ones count");
    }
  }

  private void checkRequest(TimeEvidence evidence, Token token) throws IOException {
    var request = evidence.requestDer();
    if (request.isPresent()) {
      RequestCheck.parse(request.get())
          .fault(token)
          .ifPresent(fault -> found.add(Rule.TIME_OF_OTHER_REQUEST, "the time stamp " + fault));
    }
  }

  private Optional<X509Certificate> signer(Token token) {
    var search = SigningCertificate.of(token);
    var known =
        Stream.concat(token.certificates().stream(), verifier.anchors().certificates().stream());
    var named = search.named(known);
    var signer = named.stream().filter(search::isIdentified).findFirst();
    if (named.isEmpty()) {
      found.addHelped(
          Rule.TIME_SIGNER_MISSING,
          "the certificate that the time stamp is signed by is not in it",
          "without it nobody can check the signature",
          "ask the authority for its certificate and give it as an anchor");
    } else if (signer.isEmpty()) {
      found.add(
          Rule.TIME_SIGNATURE_WRONG,
          "the time stamp is signed by another certificate than it says",
          "somebody may have put another certificate into it");
    }
    return signer;
  }

  private void checkSigner(Token token, X509Certificate signer)
      throws IOException, TSPException, OperatorCreationException, CMSException {
    var checks = new SignerChecks(signer);
    var signature = new TokenSignature(token, signer);
    var name = X509.name(signer);
    checks
        .fault()
        .ifPresent(
            fault ->
                found.add(Rule.TIME_SIGNER_UNFIT, "the certificate of `" + name + "` " + fault));
    if (!checks.isValid(token.genTime())) {
      found.add(
          Rule.TIME_SIGNER_NOT_VALID,
          "the certificate of `" + name + "` was not valid at the time of the stamp",
          "it is valid from "
              + signer.getNotBefore().toInstant()
              + " to "
              + signer.getNotAfter().toInstant()
              + ", the stamp is of "
              + token.genTime());
    }
    if (!signature.hasOwnName()) {
      found.add(
          Rule.TIME_SIGNATURE_WRONG, "the time stamp names another authority than its certificate");
    }
    if (!signature.holds()) {
      found.add(
          Rule.TIME_SIGNATURE_WRONG,
          "the signature of the time stamp is wrong",
          "it was changed, or its authority never made it");
    }
  }
}
