package org.planlock.lock.time;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.planlock.lock.Sha256;

/** Makes time stamps of every kind, also those that no honest program issues. */
final class Forge {
  static final byte[] DATA = "{\"_type\":\"statement\"}".getBytes(StandardCharsets.UTF_8);
  static final Sha256 CONTENT = Sha256.of(DATA);
  static final byte[] KEY_IDENTIFIER = {1, 2, 3};
  static final Instant THEN = Instant.parse("2026-03-02T09:14:07Z");
  static final String POLICY = "1.3.6.1.4.1.99999.1";

  private final Identity signer;
  final List<X509Certificate> carried = new ArrayList<>();
  final List<Identity> signers = new ArrayList<>();
  X509Certificate named;
  String digest = "SHA-256";
  byte[] imprinted = DATA;
  Instant genTime = THEN;
  Optional<BigInteger> nonce = Optional.empty();
  String policy = POLICY;
  int status = 0;
  int essVersion = 2;
  String signature = "SHA256withECDSA";
  ASN1ObjectIdentifier contentType = PKCSObjectIdentifiers.id_ct_TSTInfo;
  Optional<GeneralName> authority = Optional.empty();
  Optional<Accuracy> accuracy = Optional.empty();
  UnaryOperator<byte[]> statement = stated -> stated;
  boolean isBare;
  boolean isDetached;
  boolean isByKey;

  private Forge(Identity signer) {
    this.signer = signer;
    this.named = signer.certificate();
    signers.add(signer);
    carried.add(signer.certificate());
  }

  static Forge by(Identity signer) {
    return new Forge(signer);
  }

  /** A change to what is made. */
  interface Change {
    void to(Forge forge);
  }

  Forge but(Change change) {
    change.to(this);
    return this;
  }

  TimeEvidence stamp() {
    return TimeEvidence.of(TimeSubject.STATEMENT, response(), "forged");
  }

  TimeEvidence stamp(byte[] query) {
    return TimeEvidence.of(TimeSubject.STATEMENT, query, response(), "forged");
  }

  byte[] response() {
    try {
      var info = new PKIStatusInfo(PKIStatus.getInstance(new ASN1Integer(status)));
      var token = org.bouncycastle.asn1.cms.ContentInfo.getInstance(token());
      return new TimeStampResp(info, token).getEncoded(ASN1Encoding.DL);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The token alone, as ContentInfo. */
  ASN1Primitive token() {
    try {
      var generator = new CMSSignedDataGenerator();
      var digests = new JcaDigestCalculatorProviderBuilder().build();
      for (var one : signers) {
        var builder = new JcaSignerInfoGeneratorBuilder(digests);
        builder.setDirectSignature(isBare);
        builder.setSignedAttributeGenerator(
            essVersion == 0
                ? new DefaultSignedAttributeTableGenerator()
                : new DefaultSignedAttributeTableGenerator(attributes()));
        var signing = new JcaContentSignerBuilder(signature).build(one.key());
        generator.addSignerInfoGenerator(
            isByKey
                ? builder.build(signing, KEY_IDENTIFIER)
                : builder.build(signing, signer.certificate()));
      }
      generator.addCertificates(new JcaCertStore(carried));
      var content =
          new CMSProcessableByteArray(
              contentType, statement.apply(stated().getEncoded(ASN1Encoding.DER)));
      var encoded = generator.generate(content, !isDetached).toASN1Structure().getEncoded("DL");
      return ASN1Primitive.fromByteArray(encoded);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private TSTInfo stated() throws Exception {
    var algorithm =
        digest.equals("SHA-1") ? OIWObjectIdentifiers.idSHA1 : NISTObjectIdentifiers.id_sha256;
    var imprint =
        new MessageImprint(
            new AlgorithmIdentifier(
                digest.equals("SHA-512") ? NISTObjectIdentifiers.id_sha512 : algorithm),
            MessageDigest.getInstance(digest).digest(imprinted));
    return new TSTInfo(
        new ASN1ObjectIdentifier(policy),
        imprint,
        new ASN1Integer(42),
        new ASN1GeneralizedTime(Date.from(genTime)),
        accuracy.orElse(null),
        null,
        nonce.map(ASN1Integer::new).orElse(null),
        authority.orElse(null),
        null);
  }

  private AttributeTable attributes() throws Exception {
    var all = new ASN1EncodableVector();
    if (essVersion == 1 || essVersion == 3) {
      var sha1 = MessageDigest.getInstance("SHA-1").digest(X509.der(named));
      put(
          all,
          PKCSObjectIdentifiers.id_aa_signingCertificate,
          new SigningCertificate(new ESSCertID(sha1)));
    }
    if (essVersion == 2 || essVersion == 3) {
      // with both, only the second one names another certificate
      var der = X509.der(essVersion == 3 ? carried.get(carried.size() - 1) : named);
      var sha256 = MessageDigest.getInstance("SHA-256").digest(der);
      put(
          all,
          PKCSObjectIdentifiers.id_aa_signingCertificateV2,
          new SigningCertificateV2(new ESSCertIDv2(sha256)));
    }
    return new AttributeTable(all);
  }

  private static void put(ASN1EncodableVector all, ASN1ObjectIdentifier name, ASN1Encodable value) {
    all.add(new Attribute(name, new DERSet(value)));
  }
}
