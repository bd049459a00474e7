package org.planlock.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A text with the place of the cursor in it. */
record Typed(Draft draft, int offset) {
  private static final String CURSOR = "‸";

  /** The text under a name; {@code ‸} is where the cursor stands. */
  static Typed in(String name, String text) {
    return in(name, text, Optional.empty(), Optional.empty());
  }

  static Typed in(String name, String text, Optional<Path> folder, Optional<Draft> before) {
    int at = text.indexOf(CURSOR);
    var plain = text.replace(CURSOR, "");
    var draft = Draft.of(name, plain, folder, before).orElseThrow();
    return new Typed(draft, plain.codePointCount(0, Math.max(at, 0)));
  }

  /** The same draft with the cursor where a text begins. */
  Typed at(String text, String word) {
    return new Typed(draft, text.codePointCount(0, text.indexOf(word)));
  }

  List<String> suggested() {
    return Completion.at(draft, offset).all().stream().map(Suggestion::label).toList();
  }

  Suggestion suggested(String label) {
    return Completion.at(draft, offset).all().stream()
        .filter(each -> each.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is not among " + suggested()));
  }

  String hover() {
    return Hover.at(draft, offset).map(Hover::page).orElse("");
  }

  Renaming.Outcome renamed(String name) {
    return Renaming.at(draft, offset).orElseThrow().to(name);
  }

  /** The text after a renaming that is not refused. */
  String after(String name) {
    var outcome = renamed(name);
    if (!outcome.refusal().isEmpty()) {
      throw new AssertionError(outcome.refusal());
    }
    var text = new StringBuilder();
    int from = 0;
    for (var edit : outcome.edits()) {
      text.append(draft.source().slice(from, edit.place().start())).append(edit.text());
      from = edit.place().end();
    }
    return text.append(draft.source().slice(from, draft.source().length())).toString();
  }
}
