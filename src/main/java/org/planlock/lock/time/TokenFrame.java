package org.planlock.lock.time;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;

/** What must be so around the signed part of a token. */
final class TokenFrame {
  private static final int FRAME_VERSION = 3;

  private TokenFrame() {}

  /** Makes sure of it; the library passes over most of it. */
  static void require(CMSSignedData cms) throws IOException {
    requireVersions(cms);
    requireDer(cms);
  }

  /** What nobody signs, but RFC 5652 §5.1 and §5.3 fix; the library passes over it. */
  private static void requireVersions(CMSSignedData cms) throws IOException {
    var signer = Token.signer(cms);
    boolean isByKey = signer.getSID().getSubjectKeyIdentifier() != null;
    if (cms.getVersion() != FRAME_VERSION
        || signer.getVersion() != (isByKey ? FRAME_VERSION : 1)
        || cms.getDigestAlgorithmIDs().stream()
            .noneMatch(id -> id.getAlgorithm().getId().equals(signer.getDigestAlgOID()))) {
      throw new IOException("not signed as RFC 5652 wants");
    }
  }

  private static void requireDer(CMSSignedData cms) throws IOException {
    var content = cms.getSignedContent();
    if (!(content instanceof CMSProcessableByteArray bytes)) {
      throw new IOException("no content");
    }
    var der = (byte[]) bytes.getContent();
    var primitive = ASN1Primitive.fromByteArray(der);
    if (primitive == null || !Arrays.equals(primitive.getEncoded(ASN1Encoding.DER), der)) {
      throw new IOException("the content is not DER");
    }
  }
}
