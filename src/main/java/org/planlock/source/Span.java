package org.planlock.source;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a source, from a code point offset up to but not including another.
 *
 * @param start first code point, counted from 0
 * @param end one past the last code point
 */
public record Span(SourceFile file, int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + " to " + end);
    }
  }

  /**
   * The place of something that stands in no file, such as a default or a command line argument.
   */
  public static Span none(String origin) {
    return new Span(SourceFile.of(origin, ""), 0, 0);
  }

  /** The line where it starts, counted from 1. */
  public int line() {
    return file.lineOf(start);
  }

  /** The column where it starts, counted from 1. */
  public int column() {
    return file.columnOf(start);
  }

  /** The quoted text. */
  public String text() {
    return file.slice(start, Math.min(end, file.length()));
  }

  /** The smallest span that covers both; both must lie in one file. */
  public Span to(Span other) {
    return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
  }

  /** {@code file:line:column}, as editors understand it. */
  public String place() {
    return file.length() == 0 ? file.name() : file.name() + ":" + line() + ":" + column();
  }

  /** Written out: what Java would make up for it at run time delays every start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Span span
        && start == span.start
        && end == span.end
        && file.equals(span.file);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + start) + end;
  }
}
