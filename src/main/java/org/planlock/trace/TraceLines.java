package org.planlock.trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The lines of a trace one by one, so that no more than one is in memory as bytes. */
final class TraceLines {
  private static final int LONGEST = 32 << 20;

  /**
   * A line without its end.
   *
   * @param isTorn whether the file ends where the line should
   * @param isTooLong whether it is longer than anything that is read
   */
  record Line(ByteBuffer bytes, boolean isTorn, boolean isTooLong) {}

  private final InputStream in;

  TraceLines(InputStream in) {
    this.in = in;
  }

  Optional<Line> next() throws IOException {
    var line = new ByteArrayOutputStream(1 << 10);
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return Optional.of(new Line(ByteBuffer.wrap(line.toByteArray()), false, false));
      }
      if (line.size() == LONGEST) {
        return Optional.of(new Line(ByteBuffer.allocate(0), false, true));
      }
      line.write(b);
    }
    return line.size() == 0
        ? Optional.empty()
        : Optional.of(new Line(ByteBuffer.wrap(line.toByteArray()), true, false));
  }
}
