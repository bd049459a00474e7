package org.planlock.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Turns the bytes of a table into text, strictly. */
final class TableText {
  private final String name;
  private final Charset encoding;

  TableText(String name, Charset encoding) {
    this.name = name;
    this.encoding = encoding;
  }

  /** The text without a leading byte order mark. */
  Checked<String> decode(byte[] bytes) {
    var notes = new ArrayList<Diagnostic>();
    int start = 0;
    if (encoding.equals(StandardCharsets.UTF_8) && startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      start = 3;
      notes.add(
          problem(Rule.BYTE_ORDER_MARK, "`" + name + "` starts with a byte order mark")
              .note("it is not part of the first column's name and was left out"));
    }
    return decode(ByteBuffer.wrap(bytes, start, bytes.length - start), bytes, notes);
  }

  private Checked<String> decode(ByteBuffer in, byte[] bytes, List<Diagnostic> notes) {
    var decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var out =
        CharBuffer.allocate((int) Math.ceil(in.remaining() * (double) decoder.maxCharsPerByte()));
    if (decoder.decode(in, out, true).isError()) {
      return Checked.<String>failed(malformed(bytes, in.position())).after(notes);
    }
    var text = out.flip().toString();
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      long line = text.chars().limit(nul).filter(c -> c == '\n').count() + 1;
      var message = "`" + name + "` holds a NUL character in row " + line;
      return Checked.<String>failed(problem(Rule.TABLE_TEXT, message).help(SAVE_AS_UTF8))
          .after(notes);
    }
    return Checked.of(text, notes);
  }

  private static final String SAVE_AS_UTF8 = "save the table as plain text in UTF-8";

  private Diagnostic malformed(byte[] bytes, int position) {
    boolean utf16 = startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF);
    var charset = encoding.name().toUpperCase(Locale.ROOT);
    var found =
        problem(Rule.TABLE_TEXT, "`" + name + "` is not " + charset + " at byte " + position)
            .note(
                utf16
                    ? "it looks like UTF-16, which spreadsheets write as Unicode text"
                    : String.format(Locale.ROOT, "the byte there is 0x%02X", bytes[position]));
    return found.help(SAVE_AS_UTF8);
  }

  private Diagnostic problem(Rule rule, String message) {
    return Diagnostic.at(Span.none(name), rule, message);
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
