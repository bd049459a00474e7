package org.planlock.editor.server;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** An editor that keeps what is published; nothing else may be said to it. */
final class Heard implements LanguageClient {
  private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();

  PublishDiagnosticsParams next() {
    try {
      var next = published.poll(60, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing was published");
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  boolean isEmpty() {
    return published.isEmpty();
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    published.add(diagnostics);
  }

  @Override
  public void telemetryEvent(Object object) {
    throw new AssertionError(object);
  }

  @Override
  public void showMessage(MessageParams message) {
    throw new AssertionError(message);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
    throw new AssertionError(request);
  }

  @Override
  public void logMessage(MessageParams message) {
    throw new AssertionError(message);
  }
}
