package org.planlock.lock.time;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of PEM (RFC 7468) among other text, which the files of other programs may hold.
 *
 * @param label what stands after {@code BEGIN}
 * @param base64 the content, with its line breaks
 */
record PemBlock(String label, String base64) {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40}+)-----([^-]*+)-----END \\1-----");
  private static final Pattern SPACE = Pattern.compile("\\s++");
  private static final int LINE = 64;

  /** All blocks of a text, in their order. */
  static List<PemBlock> all(byte[] text) {
    return BLOCK
        .matcher(new String(text, StandardCharsets.ISO_8859_1))
        .results()
        .map(found -> new PemBlock(found.group(1), found.group(2)))
        .toList();
  }

  /** The content, if it is base64; whoever wrapped the lines may have left out the padding. */
  Optional<byte[]> content() {
    return decoded(base64);
  }

  /** The bytes of base64 with any white space in it. */
  static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(SPACE.matcher(base64).replaceAll("")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A block in lines of 64 characters that end with LF. */
  static String text(String label, byte[] content) {
    var encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    var lines = new String(encoder.encode(content), StandardCharsets.US_ASCII);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }
}
