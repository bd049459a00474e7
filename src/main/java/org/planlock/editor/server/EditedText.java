package org.planlock.editor.server;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** A text as the editor has it, changed as the editor says: UTF-16, with the editor's line ends. */
final class EditedText {
  private EditedText() {}

  /** The text after a change of a part or of the whole. */
  static String changed(String text, TextDocumentContentChangeEvent change) {
    Range range = change.getRange();
    if (range == null) {
      return change.getText();
    }
    int start = index(text, range.getStart());
    int end = Math.max(start, index(text, range.getEnd()));
    return text.substring(0, start) + change.getText() + text.substring(end);
  }

  /** Where a place is; one behind the end of a line or text is drawn to that end. */
  static int index(String text, Position at) {
    int line = 0;
    int start = 0;
    while (line < at.getLine()) {
      int end = lineEnd(text, start);
      if (end == text.length()) {
        return end;
      }
      start = end + (text.startsWith("\r\n", end) ? 2 : 1);
      line++;
    }
    return Math.min(start + Math.max(0, at.getCharacter()), lineEnd(text, start));
  }

  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }
}
