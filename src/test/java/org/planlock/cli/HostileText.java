package org.planlock.cli;

import java.nio.charset.Charset;

/** A text in one notation, and what {@code plan check} must make of it. */
sealed interface HostileText {
  /** The file is refused with this finding. */
  record Refused(String code, String phrase, String place, Written text) implements HostileText {}

  /** The plan is sound, and this is said of it. */
  record Remarked(String code, String phrase, String place, Written text) implements HostileText {}

  /** The plan is sound, and its digest is that of the plain text. */
  record Accepted(Written text, Written plain) implements HostileText {}

  /** The thing cannot be written in this notation. */
  record Absent(String reason) implements HostileText {}

  /** A text as it stands in a file. */
  record Written(String text, Charset charset) {
    byte[] bytes() {
      return text.getBytes(charset);
    }
  }

  /** Line and column of the mark, both from 1; the bare name of the file where there is none. */
  static String place(String fileName, String marked) {
    int at = marked.indexOf(HostileStudy.MARK);
    if (at < 0) {
      return fileName;
    }
    int line = 1 + (int) marked.substring(0, at).chars().filter(letter -> letter == '\n').count();
    int start = marked.lastIndexOf('\n', at) + 1;
    return fileName + ":" + line + ":" + (1 + marked.codePointCount(start, at));
  }
}
