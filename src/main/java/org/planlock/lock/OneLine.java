package org.planlock.lock;

import java.util.Arrays;

/** Files of one line, which are accepted only if they are byte for byte what would be written. */
public final class OneLine {
  private OneLine() {}

  /** The line of some JSON, ended by LF. */
  public static byte[] of(Json json) {
    var line = JsonWriter.bytes(json);
    var file = Arrays.copyOf(line, line.length + 1);
    file[line.length] = '\n';
    return file;
  }

  /** Whether a file is the expected one; a checkout may have put CR before its LF. */
  public static boolean isAsWritten(byte[] expected, byte[] bytes) {
    int line = expected.length - 1;
    boolean hasCarriageReturn = bytes.length == expected.length + 1 && bytes[line] == '\r';
    return hasCarriageReturn
        ? bytes[line + 1] == '\n' && Arrays.equals(bytes, 0, line, expected, 0, line)
        : Arrays.equals(bytes, expected);
  }
}
