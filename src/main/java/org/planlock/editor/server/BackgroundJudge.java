package org.planlock.editor.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;
import org.planlock.editor.Draft;

/**
 * Judges open documents in the background and tells the editor what is wrong with them. Questions
 * go first, and a document that changes meanwhile is not judged to the end, because nobody would
 * hear of it.
 */
final class BackgroundJudge {
  /** So often in a row; who never rests must hear of mistakes, too. */
  static final int MOST_ABANDONED = 5;

  private final Map<String, OpenDocument> open;
  private final Questions questions;
  private final Map<String, ScheduledFuture<?>> waiting = new ConcurrentHashMap<>();
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(BackgroundJudge::thread);
  private @Nullable LanguageClient client;

  /** Only the judge's own thread counts. */
  private int abandoned;

  /** A judge of the documents that are open at each moment. */
  BackgroundJudge(Map<String, OpenDocument> open, Questions questions) {
    this.open = open;
    this.questions = questions;
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "plan judge");
    thread.setDaemon(true);
    return thread;
  }

  void connect(LanguageClient editor) {
    client = editor;
  }

  void close() {
    background.shutdownNow();
  }

  /** Judges a document after so many milliseconds, unless it changes again before that. */
  void judge(String uri, long delay) {
    if (background.isShutdown()) {
      return;
    }
    var next = background.schedule(() -> judgeNow(uri), delay, TimeUnit.MILLISECONDS);
    var earlier = waiting.put(uri, next);
    if (earlier != null) {
      earlier.cancel(false);
    }
  }

  /** Nothing is wrong any more with a document that is closed. */
  void forget(String uri) {
    publish(new PublishDiagnosticsParams(uri, List.of()));
  }

  private void judgeNow(String uri) {
    var document = open.get(uri);
    if (document == null) {
      return;
    }
    try {
      int version = document.version();
      document.now().get().ifPresent(draft -> judge(uri, document, draft, version));
    } catch (CancellationException e) {
      abandoned++; // the change that came meanwhile asks for another judgement
    } catch (RuntimeException | StackOverflowError e) {
      return; // what cannot be judged is judged again after the next change
    }
  }

  private void judge(String uri, OpenDocument document, Draft draft, int version) {
    var judged = draft.judged(() -> step(uri, document, version));
    abandoned = 0;
    document.keep(judged);
    if (document.version() == version && open.get(uri) == document) {
      var spoken = new Spoken(draft, uri);
      publish(
          new PublishDiagnosticsParams(
              uri, judged.findings().stream().map(spoken::diagnostic).toList(), version));
    }
  }

  private void step(String uri, OpenDocument document, int version) {
    questions.letPass();
    boolean isOld = document.version() != version || open.get(uri) != document;
    if (isOld && abandoned < MOST_ABANDONED) {
      throw new CancellationException();
    }
  }

  private void publish(PublishDiagnosticsParams diagnostics) {
    if (client != null) {
      client.publishDiagnostics(diagnostics);
    }
  }
}
