package org.planlock.lock.time;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** A reply in whatever form people get it: DER, PEM, base64, a token without its reply, or HTML. */
final class ReplyText {
  private static final int SEQUENCE = 0x30;
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]++");

  private ReplyText() {}

  /** The reply as TimeStampResp in DER, whose content is not verified. */
  static Checked<byte[]> der(byte[] bytes, String name) {
    if (bytes.length > TimeEvidence.MOST_BYTES) {
      return failed(
          Diagnostic.at(Span.none(name), Rule.TOO_LARGE, "the reply is larger than 1 MiB")
              .note("real ones have a few KiB"));
    }
    if (bytes.length == 0) {
      return failed(unreadable(name, "the reply is empty"));
    }
    if (bytes[0] == SEQUENCE) {
      return Checked.of(whole(bytes));
    }
    return text(new String(bytes, StandardCharsets.ISO_8859_1).strip(), name);
  }

  private static Checked<byte[]> text(String text, String name) {
    var lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<") || lower.contains("<html")) {
      return failed(
          unreadable(name, "the reply is a web page, not a time stamp")
              .note("a proxy, a log-in page or a wrong address answers like this")
              .help("open the address in a browser to see what it says"));
    }
    return decoded(text)
        .filter(bytes -> bytes.length > 0 && bytes[0] == SEQUENCE)
        .map(bytes -> Checked.of(whole(bytes)))
        .orElseGet(() -> failed(unreadable(name, "the reply is not a time stamp")));
  }

  private static Optional<byte[]> decoded(String text) {
    if (BASE64.matcher(text).matches()) {
      return PemBlock.decoded(text);
    }
    var blocks = PemBlock.all(text.getBytes(StandardCharsets.ISO_8859_1));
    return blocks.size() == 1 ? blocks.get(0).content() : Optional.empty();
  }

  /** Some programs give the token alone; a reply that grants it is put around it. */
  private static byte[] whole(byte[] der) {
    try {
      var sequence = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
      if (!CMSObjectIdentifiers.signedData.equals(sequence.getObjectAt(0))) {
        return der;
      }
      var granted = new PKIStatusInfo(PKIStatus.granted);
      return new TimeStampResp(granted, ContentInfo.getInstance(sequence))
          .getEncoded(ASN1Encoding.DL);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // what it is not shows when it is verified
      return der;
    }
  }

  private static Diagnostic unreadable(String name, String message) {
    return Diagnostic.at(Span.none(name), Rule.TIME_STAMP_UNREADABLE, message);
  }

  private static Checked<byte[]> failed(Diagnostic finding) {
    return Checked.failed(finding);
  }
}
