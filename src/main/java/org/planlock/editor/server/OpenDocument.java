package org.planlock.editor.server;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.planlock.editor.Draft;

/** A document that the editor has open; its text changes, and with it what is known of it. */
final class OpenDocument {
  private final String name;
  private final Optional<Path> folder;
  private String text;
  private int version;
  private long changes;
  private Optional<Draft> read = Optional.empty();
  private long readAt = -1;
  private Optional<Draft> typed = Optional.empty();

  OpenDocument(TextDocumentItem item) {
    var path = path(item.getUri());
    this.name = name(item, path);
    this.folder = path.map(Path::getParent);
    this.text = item.getText();
    this.version = item.getVersion();
  }

  /** Takes over what the editor changed. */
  synchronized void change(List<TextDocumentContentChangeEvent> edits, int next) {
    for (var edit : edits) {
      text = EditedText.changed(text, edit);
    }
    version = next;
    changes++;
    typed = Optional.empty();
  }

  synchronized int version() {
    return version;
  }

  /** The document as it is at this moment, to be read later and by whoever has the time. */
  synchronized Supplier<Optional<Draft>> now() {
    if (readAt == changes) {
      var draft = read;
      return () -> draft;
    }
    var before = read;
    var current = text;
    long at = changes;
    return () -> kept(at, Draft.of(name, current, folder, before));
  }

  /** The document as it is now, with the names that it had when it was last read. */
  Optional<Draft> typing() {
    return retyped().or(() -> now().get());
  }

  private synchronized Optional<Draft> retyped() {
    if (readAt == changes) {
      return read;
    }
    if (typed.isEmpty()) {
      typed = read.map(last -> last.retyped(text));
    }
    return typed;
  }

  private synchronized Optional<Draft> kept(long at, Optional<Draft> draft) {
    if (at > readAt) {
      read = draft;
      readAt = at;
      typed = Optional.empty();
    }
    return draft;
  }

  /** Keeps what a version was found to mean. */
  synchronized void keep(Draft.Judgement judged) {
    read = read.map(last -> last.meaning(judged));
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
