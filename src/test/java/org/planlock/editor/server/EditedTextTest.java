package org.planlock.editor.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes as editors send them. */
class EditedTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void placesOutsideALineAreDrawnToItsEnd(String end) {
    var text = "ab" + end + "c😀" + end + "ef";
    assertThat(changed(text, 1, 1, 1, 99, "X")).isEqualTo("ab" + end + "cX" + end + "ef");
    assertThat(changed(text, 1, 3, 2, 0, "")).isEqualTo("ab" + end + "c😀ef");
    assertThat(changed(text, 0, 0, 0, 0, "X")).isEqualTo("X" + text);
    assertThat(changed(text, 9, 0, 9, 9, "X")).isEqualTo(text + "X");
    assertThat(changed(text, 1, 1, 0, 0, "X")).isEqualTo("ab" + end + "cX😀" + end + "ef");
  }

  @Test
  void aChangeWithoutAPlaceIsTheWholeText() {
    assertThat(EditedText.changed("a", new TextDocumentContentChangeEvent("b"))).isEqualTo("b");
  }

  private static String changed(
      String text, int line, int character, int toLine, int toCharacter, String by) {
    var range = new Range(new Position(line, character), new Position(toLine, toCharacter));
    return EditedText.changed(text, new TextDocumentContentChangeEvent(range, by));
  }
}
