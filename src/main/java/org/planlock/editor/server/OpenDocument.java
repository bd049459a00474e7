package org.planlock.editor.server;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.planlock.editor.Draft;

/** A document that the editor has open; its text changes, and with it what is known of it. */
final class OpenDocument {
  private final String name;
  private final Optional<Path> folder;
  private String text;
  private int version;
  private Optional<Draft> draft = Optional.empty();
  private boolean isCurrent;

  OpenDocument(TextDocumentItem item) {
    var path = path(item.getUri());
    this.name = name(item, path);
    this.folder = path.map(Path::getParent);
    this.text = item.getText();
    this.version = item.getVersion();
  }

  /** Takes over what the editor changed. */
  synchronized void change(List<TextDocumentContentChangeEvent> changes, int next) {
    for (var change : changes) {
      text = EditedText.changed(text, change);
    }
    version = next;
    isCurrent = false;
  }

  synchronized int version() {
    return version;
  }

  /** The document as it is now, read if it was not yet; absent if its name says no notation. */
  synchronized Optional<Draft> current() {
    if (!isCurrent) {
      draft = Draft.of(name, text, folder, draft);
      isCurrent = true;
    }
    return draft;
  }

  /** The document as it is now, with the names that it had when it was last read. */
  synchronized Optional<Draft> typing() {
    return draft.isEmpty() || isCurrent ? current() : draft.map(last -> last.retyped(text));
  }

  /** Keeps what a version was found to mean. */
  synchronized void keep(Draft.Judgement judged) {
    draft = draft.map(last -> last.meaning(judged));
  }

  private static String name(TextDocumentItem item, Optional<Path> path) {
    var uri = item.getUri();
    var name =
        path.map(Path::getFileName)
            .map(Path::toString)
            .orElseGet(() -> uri.substring(uri.lastIndexOf('/') + 1));
    return name.contains(".") ? name : name + ending(item.getLanguageId());
  }

  /** What the name of a text would end in that has none yet. */
  private static String ending(String language) {
    return language.contains("yaml")
        ? ".yaml"
        : language.contains("groovy") ? ".plan.groovy" : ".plan";
  }

  static Optional<Path> path(String uri) {
    try {
      var parsed = URI.create(uri);
      return "file".equals(parsed.getScheme()) ? Optional.of(Path.of(parsed)) : Optional.empty();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}
