package org.planlock.lock.time;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** A token together with the certificate that it says it is signed by. */
record TokenSignature(Token token, X509Certificate signer) {

  /** Whether the key signed what the token states. */
  boolean holds() throws OperatorCreationException, CMSException {
    // without a provider of its own: the JDK checks signatures, and bounds the keys that it takes
    // by the key alone, because a certificate would be compared with a time that nobody vouches for
    return token
        .signer()
        .verify(new JcaSimpleSignerInfoVerifierBuilder().build(signer.getPublicKey()));
  }

  /** Whether the token names no other authority than its certificate does, if it names any. */
  boolean hasOwnName() throws IOException {
    var stated = token.authority();
    if (stated.isEmpty()) {
      return true;
    }
    try {
      var holder = new JcaX509CertificateHolder(signer);
      var subject = new GeneralName(holder.getSubject());
      var others =
          GeneralNames.fromExtensions(
              holder.getExtensions(), org.bouncycastle.asn1.x509.Extension.subjectAlternativeName);
      return stated.get().equals(subject)
          || (others != null && Arrays.asList(others.getNames()).contains(stated.get()));
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IOException("a certificate without bytes", e);
    }
  }
}
