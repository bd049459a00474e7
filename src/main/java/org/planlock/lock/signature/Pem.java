package org.planlock.lock.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.lock.Base64Text;

/**
 * One block of PEM (RFC 7468) and nothing around it.
 *
 * @param label what stands after {@code BEGIN}
 * @param base64 the content without line breaks
 */
record Pem(String label, String base64) {
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ([A-Z ]{1,40})-----\\R([A-Za-z0-9+/=\\r\\n]*)-----END \\1-----\\R?");
  private static final int LINE = 64;

  static Pem of(String label, byte[] content) {
    return new Pem(label, Base64Text.of(content));
  }

  /** The block that a text is, whatever the length of its lines. */
  static Optional<Pem> parse(String text) {
    var block = BLOCK.matcher(text);
    return block.matches()
        ? Optional.of(new Pem(block.group(1), block.group(2).replaceAll("\\R", "")))
        : Optional.empty();
  }

  /** The content, if it is base64. */
  Optional<byte[]> content() {
    return Base64Text.parse(base64);
  }

  /** The block in lines of 64 characters that end with LF. */
  String text() {
    var encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    var lines = new String(encoder.encode(content().orElseThrow()), StandardCharsets.US_ASCII);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }
}
