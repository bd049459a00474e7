package org.planlock.editor.server;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/**
 * The language server of plans. It reads texts and the folder of each plan; it never runs what it
 * reads, and never uses the network.
 */
public final class PlanLanguageServer implements LanguageServer {
  /** The library tells of failures in its own way, on a stream that editors show as errors. */
  private static final Logger LIBRARY = Logger.getLogger("org.eclipse.lsp4j");

  private final String version;
  private final PlanDocuments documents = new PlanDocuments();
  private final Rehearsal rehearsal = new Rehearsal(documents.questions());
  private final CompletableFuture<Integer> end = new CompletableFuture<>();
  private boolean isShutDown;

  private PlanLanguageServer(String version) {
    this.version = version;
  }

  /**
   * Serves one editor until it says {@code exit} or its stream ends.
   *
   * @return the exit code that the protocol asks for: 0 after {@code shutdown}, else 1
   */
  public static int serve(String version, InputStream in, OutputStream out) {
    LIBRARY.setLevel(Level.OFF);
    var server = new PlanLanguageServer(version);
    var launcher = LSPLauncher.createServerLauncher(server, in, out);
    server.documents.connect(launcher.getRemoteProxy());
    Future<Void> listening = launcher.startListening();
    var watch = new Thread(() -> server.watch(listening), "editor's stream");
    watch.setDaemon(true);
    watch.start();
    int code = server.end.join();
    server.close();
    return code;
  }

  /** A server that nobody listens to: it answers and judges nothing. */
  static PlanLanguageServer rehearsed() {
    var server = new PlanLanguageServer("");
    server.documents.judgeNoMore();
    return server;
  }

  void close() {
    rehearsal.close();
    documents.close();
  }

  private void watch(Future<Void> listening) {
    try {
      listening.get();
    } catch (ExecutionException e) {
      end.complete(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end.complete(isShutDown ? 0 : 1);
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    var can = new ServerCapabilities();
    can.setTextDocumentSync(TextDocumentSyncKind.Incremental);
    can.setHoverProvider(true);
    can.setCompletionProvider(new CompletionOptions(false, List.of(" ", ":", "(", ",", "'", "[")));
    can.setDefinitionProvider(true);
    can.setReferencesProvider(true);
    can.setRenameProvider(new RenameOptions(true));
    can.setDocumentSymbolProvider(true);
    can.setDocumentFormattingProvider(true);
    rehearsal.begin();
    can.setPositionEncoding(org.eclipse.lsp4j.PositionEncodingKind.UTF16);
    return CompletableFuture.completedFuture(
        new InitializeResult(can, new ServerInfo("planlock", version)));
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    isShutDown = true;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    end.complete(isShutDown ? 0 : 1);
  }

  @Override
  public void setTrace(SetTraceParams params) {
    // there is nothing more to tell
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return documents;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return new WorkspaceService() {
      @Override
      public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // there is nothing to configure
      }

      @Override
      public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        // files are looked at when they are asked about
      }
    };
  }
}
