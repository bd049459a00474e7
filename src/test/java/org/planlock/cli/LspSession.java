package org.planlock.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** A client of the language server in a process of its own, over its standard streams. */
final class LspSession implements LanguageClient {
  private static final long PATIENCE_SECONDS = 60;

  private final Gson gson =
      new MessageJsonHandler(Map.of())
          .getDefaultGsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .create();
  private final Process process;
  private final LanguageServer server;
  private final Future<Void> listening;
  private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
  private final List<String> said = new ArrayList<>();

  LspSession(Path folder) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            OtherJvm.classPath(),
            Main.class.getName(),
            "lsp",
            "--stdio");
    process = new ProcessBuilder(command).directory(folder.toFile()).start();
    var launcher =
        LSPLauncher.createClientLauncher(this, process.getInputStream(), process.getOutputStream());
    server = launcher.getRemoteProxy();
    listening = launcher.startListening();
  }

  LanguageServer server() {
    return server;
  }

  InitializeResult initialize() {
    var result = answer(server.initialize(new InitializeParams()));
    server.initialized(new InitializedParams());
    return result;
  }

  /** Opens a text and waits for what is wrong with it. */
  PublishDiagnosticsParams open(String uri, String text) {
    var item = new TextDocumentItem(uri, "planlock", 1, text);
    server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(item));
    return diagnostics();
  }

  /** Changes a stretch and waits for what is wrong then. */
  PublishDiagnosticsParams change(
      String uri, int version, TextDocumentContentChangeEvent... changes) {
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version), List.of(changes)));
    var found = diagnostics();
    while (found.getVersion() != version) {
      found = diagnostics();
    }
    return found;
  }

  PublishDiagnosticsParams diagnostics() {
    try {
      var found = published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (found == null) {
        throw new AssertionError("nothing was published");
      }
      return found;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static <T> T answer(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Why a request is refused. */
  static String refusal(CompletableFuture<?> answer) {
    try {
      return "not refused: " + answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    } catch (ExecutionException e) {
      return String.valueOf(Objects.requireNonNull(e.getCause()).getMessage());
    }
  }

  /** Says goodbye; the exit code. */
  int leave(boolean isPolite) throws InterruptedException {
    if (isPolite) {
      answer(server.shutdown());
    }
    server.exit();
    listening.cancel(true);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the server did not end");
    }
    return process.exitValue();
  }

  /** Cuts the line. */
  int hangUp() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the server did not end");
    }
    return process.exitValue();
  }

  /** What stood on the error stream. */
  String complaints() throws IOException {
    return new String(
        process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
  }

  JsonElement json(Object answer) {
    return gson.toJsonTree(answer);
  }

  String text(Object answer) {
    return new GsonBuilder()
        .setPrettyPrinting()
        .disableHtmlEscaping()
        .create()
        .toJson(json(answer));
  }

  /** The place of a word in a text; the nth one, from 0. */
  static Position place(String text, String word, int nth, int after) {
    int at = -1;
    for (int i = 0; i <= nth; i++) {
      at = text.indexOf(word, at + 1);
    }
    if (at < 0) {
      throw new AssertionError(word);
    }
    int start = text.lastIndexOf('\n', at) + 1;
    int line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
    return new Position(line, at - start + after);
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    published.add(diagnostics);
  }

  @Override
  public void telemetryEvent(Object object) {
    said.add(String.valueOf(object));
  }

  @Override
  public void showMessage(MessageParams message) {
    said.add(message.getMessage());
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
    said.add(request.getMessage());
    return CompletableFuture.completedFuture(new MessageActionItem("ok"));
  }

  @Override
  public void logMessage(MessageParams message) {
    said.add(message.getMessage());
  }
}
