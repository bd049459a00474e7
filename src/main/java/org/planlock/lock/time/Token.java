package org.planlock.lock.time;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/** A time stamp token (RFC 3161 §2.4.2): a TSTInfo that one authority signed. */
final class Token {
  /** More certificates than any path has; a token with more is built to keep its reader busy. */
  static final int MOST_CERTIFICATES = 20;

  private static final int VERSION = 1;

  private final CMSSignedData cms;
  private final TimeStampToken token;
  private final TimeStampTokenInfo stated;
  private final List<X509Certificate> certificates;

  private Token(CMSSignedData cms, TimeStampToken token, List<X509Certificate> certificates) {
    this.cms = cms;
    this.token = token;
    this.stated = token.getTimeStampInfo();
    this.certificates = certificates;
  }

  /** The token is well-formed and yet none that may be given. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message);
    }
  }

  /**
   * The token in a reply.
   *
   * @throws Unfit if it breaks a rule of RFC 3161 §2.4.2, in words that finish "the time stamp …"
   * @throws IOException and others, which the library does not declare, if it is no token
   */
  static Token parse(ContentInfo content) throws Unfit, IOException, CMSException, TSPException {
    if (!CMSObjectIdentifiers.signedData.equals(content.getContentType())) {
      throw new IOException("not signed data");
    }
    var cms = new CMSSignedData(content);
    int signers = cms.getSignerInfos().size();
    if (signers != 1) {
      throw new Unfit("is signed by " + signers + " signers, and must be by one");
    }
    var attributes = signer(cms).getSignedAttributes();
    if (attributes == null
        || (attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificate) == null
            && attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2) == null)) {
      throw new Unfit("does not name the certificate that it is signed by");
    }
    TokenFrame.require(cms);
    return new Token(cms, new TimeStampToken(cms), certificates(cms));
  }

  private static List<X509Certificate> certificates(CMSSignedData cms) throws Unfit, IOException {
    var holders = cms.getCertificates().getMatches(null);
    if (holders.size() > MOST_CERTIFICATES) {
      throw new Unfit("carries " + holders.size() + " certificates, more than any path has");
    }
    var certificates = new java.util.ArrayList<X509Certificate>();
    for (X509CertificateHolder holder : holders) {
      // one that the JDK cannot read is one that leads nowhere
      X509.certificate(holder.getEncoded()).ifPresent(certificates::add);
    }
    return List.copyOf(certificates);
  }

  /** The one signer. */
  SignerInformation signer() {
    return signer(cms);
  }

  static SignerInformation signer(CMSSignedData cms) {
    return cms.getSignerInfos().iterator().next();
  }

  /** The certificates that travel in it, in no order that counts. */
  List<X509Certificate> certificates() {
    return certificates;
  }

  /** The token as the library's own checks want it. */
  TimeStampToken whole() {
    return token;
  }

  /** Whether it is of the one version that there is. */
  boolean isKnownVersion() {
    return ASN1Integer.getInstance(stated.toASN1Structure().getVersion()).hasValue(VERSION);
  }

  Instant genTime() {
    return stated.getGenTime().toInstant();
  }

  /** How far {@link #genTime} may be off, 0 if that is not said. */
  Duration accuracy() {
    var accuracy = stated.getGenTimeAccuracy();
    return accuracy == null
        ? Duration.ZERO
        : Duration.ofSeconds(accuracy.getSeconds())
            .plusMillis(accuracy.getMillis())
            .plusNanos(accuracy.getMicros() * 1000L);
  }

  BigInteger serial() {
    return stated.getSerialNumber();
  }

  String policy() {
    return stated.getPolicy().getId();
  }

  Optional<BigInteger> nonce() {
    return Optional.ofNullable(stated.getNonce());
  }

  /** The object identifier of the digest that was stamped. */
  String digestAlgorithm() {
    return stated.getMessageImprintAlgOID().getId();
  }

  byte[] digest() {
    return stated.getMessageImprintDigest();
  }

  /** The name that the authority gives itself in the token. */
  Optional<GeneralName> authority() {
    return Optional.ofNullable(stated.getTsa());
  }
}
