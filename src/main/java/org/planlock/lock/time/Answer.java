package org.planlock.lock.time;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** The reply of an authority at one moment. */
record Answer(AuthorityKey key, Instant now, SecureRandom random) {
  /** "The time is what the clock of this computer shows"; from a UUID, as X.667 allows. */
  static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("2.25.49360488513651908209246485708423963148");

  private static final int SERIAL_BITS = 127;

  byte[] to(byte[] query) {
    try {
      var generator = generator();
      return der(answer(generator, query));
    } catch (TSPException
        | IOException
        | OperatorCreationException
        | CertificateEncodingException e) {
      throw new IllegalStateException("every Java platform signs with P-256", e);
    }
  }

  private TimeStampResponse answer(TimeStampResponseGenerator generator, byte[] query)
      throws TSPException {
    TimeStampRequest request;
    try {
      request = RequestCheck.read(query);
      request.validate(Set.of(NISTObjectIdentifiers.id_sha256), Set.of(POLICY), Set.of());
    } catch (TSPValidationException e) {
      return refusal(generator, e.getFailureCode(), "only SHA-256 and the own policy are known");
    } catch (IOException | TSPException | RuntimeException | StackOverflowError e) {
      return refusal(generator, PKIFailureInfo.badDataFormat, "this is no query by RFC 3161");
    }
    if (!new SignerChecks(key.certificate()).isValid(now)) {
      var words = "the clock shows a time before this authority was set up";
      return refusal(generator, PKIFailureInfo.timeNotAvailable, words);
    }
    var serial = new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE);
    return generator.generateGrantedResponse(request, serial, Date.from(now));
  }

  private static TimeStampResponse refusal(
      TimeStampResponseGenerator generator, int failure, String words) throws TSPException {
    return generator.generateFailResponse(PKIStatus.REJECTION, failure, words);
  }

  private TimeStampResponseGenerator generator()
      throws OperatorCreationException, CertificateEncodingException, TSPException {
    var signer =
        new JcaSimpleSignerInfoGeneratorBuilder()
            .build(AuthorityKey.SIGNATURE, key.key(), key.certificate());
    var digest =
        new JcaDigestCalculatorProviderBuilder()
            .build()
            .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
    var tokens = new TimeStampTokenGenerator(signer, digest, POLICY);
    tokens.addCertificates(new JcaCertStore(List.of(key.certificate())));
    tokens.setTSA(new GeneralName(new JcaX509CertificateHolder(key.certificate()).getSubject()));
    return new TimeStampResponseGenerator(
        tokens, Set.of(NISTObjectIdentifiers.id_sha256), Set.of(POLICY), Set.of());
  }

  /** The library writes lengths in a way that DER does not know. */
  private static byte[] der(TimeStampResponse response) throws IOException {
    return ASN1Primitive.fromByteArray(response.getEncoded()).getEncoded(ASN1Encoding.DER);
  }
}
