package org.planlock.source;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text that a person wrote, with the name under which messages quote it.
 *
 * <p>Places in it count Unicode code points from 0, as SnakeYAML and ANTLR do; lines and columns
 * that people see count from 1.
 */
public final class SourceFile {
  private final String name;
  private final String text;
  private final int[] codePoints;
  private final int[] lineStarts;

  private SourceFile(String name, String text) {
    this.name = name;
    this.text = text;
    this.codePoints = text.codePoints().toArray();
    this.lineStarts = lineStarts(codePoints);
  }

  /**
   * A source under the given name; line ends of any kind become LF and a leading byte order mark is
   * left out.
   */
  public static SourceFile of(String name, String text) {
    var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new SourceFile(name, plain.replace("\r\n", "\n").replace('\r', '\n'));
  }

  /** The name that messages show, usually the path as the user typed it. */
  public String name() {
    return name;
  }

  /** The whole text, with LF line ends. */
  public String text() {
    return text;
  }

  /** The number of code points. */
  public int length() {
    return codePoints.length;
  }

  /** The text between two code point offsets, the second one exclusive. */
  public String slice(int start, int end) {
    return new String(codePoints, start, end - start);
  }

  /** The line of an offset, counted from 1. */
  public int lineOf(int offset) {
    int low = 0;
    int high = lineStarts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (lineStarts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + 1;
  }

  /** The column of an offset in its line, counted from 1. */
  public int columnOf(int offset) {
    return offset - lineStarts[lineOf(offset) - 1] + 1;
  }

  /** The offset at which a line counted from 1 begins; that of the end for a line behind it. */
  public int startOf(int number) {
    return number <= lineStarts.length ? lineStarts[number - 1] : codePoints.length;
  }

  /** The text of a line counted from 1, without its line end. */
  public String line(int number) {
    int start = lineStarts[number - 1];
    int end = number < lineStarts.length ? lineStarts[number] - 1 : codePoints.length;
    return slice(start, end);
  }

  /** All lines in order. */
  public List<String> lines() {
    return Stream.iterate(1, n -> n <= lineStarts.length, n -> n + 1).map(this::line).toList();
  }

  private static int[] lineStarts(int[] points) {
    var starts = new int[points.length + 1];
    int lines = 1;
    for (int i = 0; i < points.length; i++) {
      if (points[i] == '\n') {
        starts[lines] = i + 1;
        lines++;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  @Override
  public String toString() {
    return name;
  }
}
