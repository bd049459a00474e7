package org.planlock.syntax;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;

/**
 * Turns the bytes of a plan file into a source: strict UTF-8, with or without a byte order mark, at
 * most 1 MiB.
 */
public final class SourceReading {
  /**
   * The most bytes that a plan may have; whoever opens the file reads no more than this and one.
   */
  public static final int MOST_BYTES = 1 << 20;

  private SourceReading() {}

  /** The source in these bytes, under the name that messages are to show. */
  public static Checked<SourceFile> of(String name, byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return Checked.failed(tooLarge(name));
    }
    return decode(name, bytes);
  }

  /** The finding for a file with more than {@link #MOST_BYTES} bytes. */
  public static Diagnostic tooLarge(String name) {
    return Diagnostic.at(Span.none(name), Rule.TOO_LARGE, "`" + name + "` is larger than 1 MiB")
        .note("a plan is a text that people read; data belong in tables beside it")
        .help("check that this is the plan and not a data file");
  }

  /** The same for a text that is no plan: whoever opened the file has seen to its size. */
  public static Checked<SourceFile> decode(String name, byte[] bytes) {
    if (looksLikeUtf16(bytes)) {
      return Checked.failed(
          notUtf8(name, "`" + name + "` is UTF-16 text, not UTF-8")
              .help("save it again as UTF-8; editors call this the encoding of the file"));
    }
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var input = ByteBuffer.wrap(bytes);
    var text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(input, text, true);
    if (result.isError()) {
      return Checked.failed(
          notUtf8(name, "`" + name + "` is not UTF-8 at byte " + (input.position() + 1))
              .note("the same bytes would be read as other letters on another computer")
              .help("save it again as UTF-8; editors call this the encoding of the file"));
    }
    return Checked.of(SourceFile.of(name, text.flip().toString()));
  }

  private static Diagnostic notUtf8(String name, String message) {
    return Diagnostic.at(Span.none(name), Rule.NOT_UTF8, message);
  }

  private static boolean looksLikeUtf16(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean marked = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
    return marked || ((first == 0) != (second == 0));
  }
}
